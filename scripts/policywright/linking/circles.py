"""Circles: ways that lead from one thing to the next and back to where they began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar


class Edge(Protocol):
    """Something that leads from one name to another: an answer to a question, a wait of one item for another."""

    @property
    def start(self) -> str:
        """The name that it leads from."""

    @property
    def end(self) -> str:
        """The name that it leads to."""


AnyEdge = TypeVar("AnyEdge", bound=Edge)


def circles(edges: Iterable[AnyEdge]) -> Iterator[tuple[AnyEdge, ...]]:
    """Yield circles, each as edges of which the last leads back to where the first begins.

    Every edge that closes a circle, going through the names in the order given, closes exactly one of these.
    """
    leaving = defaultdict[str, list[AnyEdge]](list)
    for edge in edges:
        leaving[edge.start].append(edge)
    finished = set[str]()
    for name in tuple(leaving):
        yield from _circles_from(name, (), leaving, finished)


def _circles_from(
    name: str, way: tuple[AnyEdge, ...], leaving: Mapping[str, list[AnyEdge]], finished: set[str]
) -> Iterator[tuple[AnyEdge, ...]]:
    passed = [edge.start for edge in way]
    if name in passed:
        yield way[passed.index(name) :]
    elif name not in finished:
        for edge in leaving.get(name, ()):
            yield from _circles_from(edge.end, (*way, edge), leaving, finished)
        finished.add(name)
