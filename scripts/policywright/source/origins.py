"""Telling each thing of the model where it stands in its file."""

from __future__ import annotations

from collections.abc import Sequence

from policywright.model.node import Node, Origin, SourceText, Span, Spots
from policywright.model.shape import slots
from policywright.source.tree import Keyed, Listing, Text, Tree


def place(node: Node, tree: Keyed, source: SourceText) -> None:
    """Tell a thing, and all that it holds, where it stands; the tree is the one that it was made of."""
    known = slots(type(node))
    names, spans = list[str](), list[Sequence[Span]]()
    for key, value in tree.entries:
        name = known[key.text].name
        names.append(name)
        if isinstance(value, Text):
            spans.append((key.span, value.span))
        else:
            spans.append((key.span, value.span, *_items(value)))
            _place_value(getattr(node, name), value, source)
    node.stands_at(Origin(source, tree.span, Spots(names, spans)))


def _items(tree: Listing | Keyed) -> Sequence[Span]:
    if isinstance(tree, Listing):
        return [item.span for item in tree.items]
    return [entry.key.span for entry in tree.entries]


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
