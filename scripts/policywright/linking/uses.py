"""Uses: which decisions and tables lead a reader to a clause, and at which of their questions, rules and outcomes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from policywright.linking.linked import Reference, Target, Use
from policywright.linking.paths import on_paths
from policywright.model.decision import Decision

_DECIDING = frozenset({"question", "outcome", "condition", "rule"})


def uses(document: Target, references: Iterable[Reference]) -> Mapping[str, Use]:
    """Return what a document uses to decide, by address, given all that it refers to.

    Only what a reader can come to counts: what stands on a path, in a decision that still holds.
    """
    node = document.node
    passed = on_paths(node) if isinstance(node, Decision) else None
    found: defaultdict[str, dict[str, Target]] = defaultdict(dict)
    for reference in filter(cited_in_a_decision, references):
        used, place = reference.target, reference.source
        if used and place and not place.withdrawn and (passed is None or place.anchor in passed):
            found[used.address][place.address] = place
    return {address: Use(document, tuple(places.values())) for address, places in found.items()}


def cited_in_a_decision(reference: Reference) -> bool:
    """Say whether a part of a decision or of a table names something as its rule."""
    source = reference.source
    return reference.kind == "clauses" and source is not None and source.kind in _DECIDING
