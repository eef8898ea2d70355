"""Going through everything that is written: each node, each prose, each field that refers to something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from operator import is_
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin

from policywright.diagnostics import Location
from policywright.model.node import Node
from policywright.model.vocabulary import ProseMark, RefersTo

Kind = TypeVar("Kind", bound=Node)


# A handbook has hundreds of thousands of texts, and named tuples are made in half the time.
class Written(NamedTuple):
    """A text that an editor wrote: the node, the field, and the place in its list, that hold it."""

    node: Node
    field: str
    item: int | None
    text: str

    def location(self, start: int | None = None, end: int | None = None) -> Location:
        """Return where it stands, or where its characters from `start` up to `end` stand."""
        if start is None or end is None:
            return self.node.location(self.field, self.item)
        return self.node.location_in(self.field, start, end, self.item)


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly below a node, in the order of its fields."""
    for name in _fields_with_nodes(type(node)):
        if value := getattr(node, name):
            yield from _nodes(value)


def descendants(node: Node) -> Iterator[Node]:
    """Yield a node and everything below it, in reading order."""
    yield node
    for child in children(node):
        yield from descendants(child)


def rebuilt(node: Kind, change: Callable[[Node], Node]) -> Kind:
    """Return a node in which each node below it, from the inside out, is what `change` makes of it.

    What does not change stays the very same; a node that is copied keeps its place in the file.
    """
    values = {name: getattr(node, name) for name in _fields_with_nodes(type(node))}
    made = {name: _rebuilt(value, change) for name, value in values.items()}
    changed = {name: value for name, value in made.items() if value is not values[name]}
    return node.model_copy(update=changed) if changed else node


def texts(node: Node) -> Iterator[Written]:
    """Yield each text that a node itself holds, whether prose or not."""
    for name in _fields_with_texts(type(node)):
        value = getattr(node, name)
        if isinstance(value, str):
            yield Written(node, name, None, value)
        elif value and isinstance(value, tuple):
            yield from (Written(node, name, item, text) for item, text in enumerate(value) if isinstance(text, str))


def prose(node: Node) -> Iterator[tuple[Written, ProseMark]]:
    """Yield each prose that a node itself holds."""
    return _marked(node, ProseMark)


def typed_references(node: Node) -> Iterator[tuple[Written, RefersTo]]:
    """Yield each text of a node itself that refers to something by its field."""
    return _marked(node, RefersTo)


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _nodes(item)


def _rebuilt(value: object, change: Callable[[Node], Node]) -> object:
    match value:
        case Node():
            return change(rebuilt(value, change))
        case tuple():
            items = tuple(_rebuilt(item, change) for item in value)
            return value if all(map(is_, items, value)) else items
        case dict():
            named = {name: _rebuilt(item, change) for name, item in value.items()}
            return value if all(map(is_, named.values(), value.values())) else named
    return value


@cache
def _fields_with_nodes(kind: type[Node]) -> tuple[str, ...]:
    return tuple(name for name, field in kind.model_fields.items() if _may_hold_nodes(field.annotation))


@cache
def _fields_with_texts(kind: type[Node]) -> tuple[str, ...]:
    return tuple(name for name, field in kind.model_fields.items() if _may_hold_texts(field.annotation))


def _may_hold_texts(annotation: object) -> bool:
    """Tell whether a field may hold a text, or a list of texts; it may also hold none at all."""
    return annotation is str or get_origin(annotation) is Literal or any(map(_may_hold_texts, get_args(annotation)))


def _may_hold_nodes(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return True
    return any(_may_hold_nodes(argument) for argument in get_args(annotation))


def _marked(node: Node, marker: type) -> Iterator[tuple[Written, Any]]:
    for name, mark in _marked_fields(type(node), marker):
        value = getattr(node, name)
        if isinstance(value, str):
            yield Written(node, name, None, value), mark
        elif isinstance(value, tuple):
            for item, text in enumerate(value):
                yield Written(node, name, item, text), mark


@cache
def _marked_fields(kind: type[Node], marker: type) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (name, mark)
        for name, field in kind.model_fields.items()
        for mark in annotations_of(field.rebuild_annotation())
        if isinstance(mark, marker)
    )


def annotations_of(annotation: object) -> Iterator[object]:
    """Yield everything that annotates a type or a type within it: `tuple[Line, ...]`, `Line | None`."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from annotations_of(argument)
