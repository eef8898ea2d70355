"""Linking: identifiers, numbers, anchors, references with their backlinks, defined terms and variables."""

from __future__ import annotations

from policywright.linking.adopting import adopted, adopted_earlier
from policywright.linking.link import Linker, link
from policywright.linking.linked import LinkedHandbook, Reference, Target, TermUse, VariableUse
from policywright.linking.plain_text import plain_text

__all__ = [
    "LinkedHandbook",
    "Linker",
    "Reference",
    "Target",
    "TermUse",
    "VariableUse",
    "adopted",
    "adopted_earlier",
    "link",
    "plain_text",
]
