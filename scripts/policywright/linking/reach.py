"""Reach: everything that some documents lead to, one reference after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policywright.linking.linked import Target
from policywright.linking.passages import passages, places_in
from policywright.linking.references import Resolver
from policywright.linking.targets import find_targets
from policywright.linking.terms import TermFinder
from policywright.model.handbook import Handbook
from policywright.model.node import Node


class Reach:
    """What was reached so far in a handbook: documents, entries of registers, and provisions of publications."""

    def __init__(self, handbook: Handbook) -> None:
        targets = find_targets(handbook)
        self._by_node = targets.by_node
        self._resolver = Resolver(handbook, targets)
        self._terms = TermFinder(target for target in targets.by_address.values() if target.kind == "term")
        self._reached: set[int] = set()

    def __contains__(self, node: object) -> bool:
        """Say whether a node was reached."""
        return id(node) in self._reached

    def __len__(self) -> int:
        """Return how many nodes were reached."""
        return len(self._reached)

    def start_from(self, nodes: Iterable[Node]) -> None:
        """Reach some nodes, and whatever they lead to."""
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node not in self:
                self._reached.add(id(node))
                waiting.extend(target.document or target.node for target in self._led_to(node))

    def _led_to(self, node: Node) -> Iterator[Target]:
        """Yield what is referred to in a node or below it; only the title of a part is used, and not what it holds."""
        found = tuple(places_in(node, self._by_node))
        written = tuple(passages(found))
        references = (*map(self._resolver.typed, found), *map(self._resolver.in_prose, written))
        for reference in (reference for several in references for reference in several):
            if reference.target and reference.target.kind != "part":
                yield reference.target
        yield from (use.target for use in self._terms.uses(written))
