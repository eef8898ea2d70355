"""Steps from one thing to another, as a field of the one names the other: what replaces it, whom a group includes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.checks.naming import identifier
from policywright.diagnostics import Location
from policywright.linking.linked import LinkedHandbook


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one thing to another, by their identifiers, and where it is written."""

    start: str
    end: str
    location: Location


def steps(linked: LinkedHandbook, field: str) -> Iterator[Step]:
    """Yield each step that a field of that name makes and that leads somewhere."""
    for reference in linked.references:
        if reference.kind == field and reference.source and reference.target:
            yield Step(identifier(reference.source), identifier(reference.target), reference.location)
