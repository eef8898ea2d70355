"""Footnotes and their calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.diagnostics import Location
from policywright.model.marks import FootnoteMark, marks
from policywright.model.node import Node
from policywright.model.policy import Footnote, Provision
from policywright.model.walk import Written


@dataclass(frozen=True, slots=True)
class Call:
    """A mark `[^id]` in a text, and where it stands."""

    id: str
    location: Location


def notes(node: Node) -> tuple[Footnote, ...]:
    """Return the footnotes that a node has; only clauses and points may have any."""
    return node.footnotes if isinstance(node, Provision) else ()


def calls(written: Written) -> Iterator[Call]:
    """Yield the calls in a prose."""
    for mark in marks(written.text) if "[^" in written.text else ():
        if isinstance(mark, FootnoteMark):
            yield Call(mark.id, written.location(mark.start, mark.end))
