"""Uses: which decisions and tables lead a reader to a clause, and at which of their questions, rules and outcomes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from policywright.linking.linked import Reference, Target, Use
from policywright.linking.paths import on_paths
from policywright.model.decision import Decision
from policywright.model.handbook import Handbook
from policywright.model.node import Node

_DECIDING = frozenset({"question", "outcome", "condition", "rule"})


def uses(
    handbook: Handbook, references: Iterable[Reference], by_node: Mapping[int, Target]
) -> dict[str, tuple[Use, ...]]:
    """Return by which decisions each thing is used, by its address, in reading order.

    Only what a reader can come to counts: what stands on a path, in a decision that still holds.
    """
    found = defaultdict[str, dict[int, dict[str, Target]]](lambda: defaultdict(dict))
    for used, document, place in _used(handbook, references):
        found[used.address][id(document)][place.address] = place
    return {
        address: tuple(Use(by_node[document], tuple(places.values())) for document, places in by_document.items())
        for address, by_document in found.items()
    }


def cited_in_a_decision(reference: Reference) -> bool:
    """Say whether a part of a decision or of a table names something as its rule."""
    source = reference.source
    return reference.kind == "clauses" and source is not None and source.kind in _DECIDING


def _used(handbook: Handbook, references: Iterable[Reference]) -> Iterator[tuple[Target, Node, Target]]:
    """Yield everything that is used, with the decision that uses it, and the part of it that does."""
    passed = {id(decision): on_paths(decision) for decision in handbook.of_kind(Decision)}
    for reference in filter(cited_in_a_decision, references):
        place = reference.source
        if reference.target and place and place.document and not place.withdrawn:
            of_decision = passed.get(id(place.document))
            if of_decision is None or place.anchor in of_decision:
                yield reference.target, place.document, place
