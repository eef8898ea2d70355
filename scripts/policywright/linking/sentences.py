"""Sentences: what is put in the place of a mark begins with a capital where a sentence begins."""

from __future__ import annotations

from policywright.model.marks import begins_sentence
from policywright.model.policy import Point
from policywright.model.walk import Written


def fitted(words: str, written: Written, start: int) -> str:
    """Return words as they read at an offset of a prose.

    At the beginning of a sentence they have a capital; a point goes on with the sentence of its clause.
    """
    goes_on = isinstance(written.node, Point) and not written.text[:start].strip()
    return words if goes_on or not begins_sentence(written.text, start) else capitalised(words)


def capitalised(words: str) -> str:
    """Return words with a capital at their beginning, the others as they are."""
    return words[:1].upper() + words[1:]
