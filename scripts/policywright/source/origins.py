"""Telling each thing of the model where it stands in its file."""

from __future__ import annotations

from policywright.model.node import Node, Origin, SourceText, Span, Spot
from policywright.model.shape import slots
from policywright.source.tree import Keyed, Listing, Tree


def place(node: Node, tree: Keyed, source: SourceText) -> None:
    """Tell a thing, and all that it holds, where it stands; the tree is the one that it was made of."""
    known = slots(type(node))
    spots: dict[str, Spot] = {}
    for entry in tree.entries:
        name = known[entry.key.text].name
        spots[name] = Spot(entry.key.span, entry.value.span, _items(entry.value))
        _place_value(getattr(node, name), entry.value, source)
    node.stands_at(Origin(source, tree.span, spots))


def _items(tree: Tree) -> tuple[Span, ...]:
    match tree:
        case Listing():
            return tuple(item.span for item in tree.items)
        case Keyed():
            return tuple(entry.key.span for entry in tree.entries)
    return ()


def _place_value(value: object, tree: Tree, source: SourceText) -> None:
    match value, tree:
        case Node(), Keyed():
            place(value, tree, source)
        case tuple(), Listing():
            for item, below in zip(value, tree.items, strict=True):
                _place_value(item, below, source)
        case dict(), Keyed():
            for item, entry in zip(value.values(), tree.entries, strict=True):
                _place_value(item, entry.value, source)
