"""Uses: which decisions and tables lead a reader to a clause, and at which of their questions, rules and outcomes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.linking.paths import on_paths
from policywright.model.decision import Decision


@dataclass(frozen=True, eq=False)
class Use:
    """A decision or a table that uses something, and the parts of it that rest on that, in reading order."""

    decision: Target
    places: tuple[Target, ...]


def uses(linked: LinkedHandbook) -> Mapping[str, tuple[Use, ...]]:
    """Return by which decisions each thing is used, by its address, in reading order.

    Only what a reader can come to counts: what stands on a path, in a decision that still holds.
    """
    found = defaultdict[str, dict[str, dict[str, Target]]](lambda: defaultdict(dict))
    for used, place in _used(linked):
        if place.document:
            found[used.address][place.document.id][place.address] = place
    return {
        address: tuple(Use(linked.targets[name], tuple(places.values())) for name, places in by_decision.items())
        for address, by_decision in found.items()
    }


def cited_in_a_decision(reference: Reference) -> bool:
    """Say whether a part of a decision or of a table names something as its rule."""
    source = reference.source
    return reference.kind == "clauses" and source is not None and source.kind in _DECIDING


_DECIDING = frozenset({"question", "outcome", "condition", "rule"})


def _used(linked: LinkedHandbook) -> Iterator[tuple[Target, Target]]:
    """Yield everything that is used, with the part of a decision that uses it."""
    passed = {decision.id: on_paths(decision) for decision in linked.handbook.of_kind(Decision)}
    for reference in filter(cited_in_a_decision, linked.references):
        place = reference.source
        if reference.target and place and place.document and not place.withdrawn:
            of_decision = passed.get(place.document.id)
            if of_decision is None or place.anchor in of_decision:
                yield reference.target, place
