"""Passages: every prose of a handbook, in reading order, with what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from policywright.linking.linked import Target
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.marks import Mark, marks
from policywright.model.node import Node
from policywright.model.walk import Written, children, prose


@dataclass(frozen=True, slots=True)
class Place:
    """A node, the document that it stands in, and the nearest thing around it that can be cited."""

    node: Node
    document: Document | None
    source: Target | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A prose, where it stands, and its marks."""

    place: Place
    written: Written
    marks: tuple[Mark, ...]


def places(handbook: Handbook, by_node: Mapping[int, Target]) -> Iterator[Place]:
    """Yield every node of a handbook in reading order."""
    yield from _places(handbook.settings, Place(handbook.settings, None, None), by_node)
    for document in handbook.documents:
        yield from _places(document, Place(document, document, None), by_node)
    for node in (*handbook.registers, *handbook.sources, *handbook.pages):
        yield from _places(node, Place(node, None, None), by_node)


def _places(node: Node, around: Place, by_node: Mapping[int, Target]) -> Iterator[Place]:
    place = Place(node, around.document, by_node.get(id(node), around.source))
    yield place
    for child in children(node):
        yield from _places(child, place, by_node)


def passages(found: Iterable[Place]) -> Iterator[Passage]:
    """Yield every prose that the nodes hold."""
    for place in found:
        for written, _ in prose(place.node):
            yield Passage(place, written, tuple(marks(written.text)))
