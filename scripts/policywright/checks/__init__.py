"""Checks: each is one file; together they say what is wrong with a handbook."""

from policywright.checks.registry import CHECKS
from policywright.checks.rounds import run

__all__ = ["CHECKS", "run"]
