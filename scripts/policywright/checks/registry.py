"""The list of all checks: a line for each file of this folder, in the order of the alphabet."""

from __future__ import annotations

from policywright.checks.check import Check
from policywright.checks.expired_waiver import ExpiredWaiver
from policywright.checks.unknown_check import UnknownCheck
from policywright.checks.unused_waiver import UnusedWaiver

CHECKS: tuple[type[Check], ...] = (
    ExpiredWaiver,
    UnknownCheck,
    UnusedWaiver,
)
"""Every check; a test compares it with the folder."""
