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


def adopter_places(handbook: Handbook) -> Iterator[Place]:
    """Yield what names something of the model in the files of adopters.

    Their words are no part of the handbook, but of the one that is made for them.
    """
    for adopter in handbook.adopters:
        for node in (adopter, *children(adopter)):
            yield Place(node, None, None)


def places_in(node: Node, by_node: Mapping[int, Target]) -> Iterator[Place]:
    """Yield a document, or another node at the top, and every node within it in reading order."""
    return _places(node, Place(node, node if isinstance(node, Document) else None, None), by_node)


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
