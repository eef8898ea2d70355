"""What is told of a value that has another shape than is due: words for a list, a list for keys."""

from __future__ import annotations

from policywright.model.node import Node
from policywright.model.shape import ListShape, NodeShape, Shape, Slot, TextShape, slots
from policywright.source.tree import Keyed, Listing, Text, Tree
from policywright.source.words import listed, short

MANY_KEYS = 8
"""How many keys a help lists at most."""

_NOT_IN_NAMES = "()\u201c\u201d\u2018\u2019\"' "
"""What people put around a name who are not used to lists."""


def reshaped(tree: Tree, shape: Shape, key: str, *, entry: bool) -> tuple[str, str]:
    """Return the message and the help for a value of one shape where another is due."""
    place = f"An entry of `{key}`" if entry else f"`{key}`"
    match shape:
        case TextShape():
            return _no_text(tree, key, place, free=shape.free)
        case ListShape():
            help_ = "Begin each entry with a dash and a space, indented below the key."
            if isinstance(tree, Text) and isinstance(shape.of, TextShape):
                words = short(tree.text) if shape.of.free else short(tree.text).strip(_NOT_IN_NAMES)
                help_ = f"Write `{key}: [{words}]`, or each entry on a line of its own after a dash."
            return f"{place} takes a list.", help_
        case NodeShape():
            return f"{place} takes keys of its own.", _keys_instead(tree, shape.kinds[0], entry=entry)
    return (
        f"{place} takes names of your own.",
        "Write each name and a colon on a line, and its keys below it, indented.",
    )


def _keys_instead(tree: Tree, model: type[Node], *, entry: bool) -> str:
    """Return what to write in place of a text or a list: the keys that a thing must have, and those that it may."""
    needed = [slot for slot in slots(model).values() if slot.required]
    others = [slot.key for slot in slots(model).values() if not slot.required]
    match needed:
        case [Slot(shape=TextShape()) as only] if entry and isinstance(tree, Text):
            return f"Write `- {only.key}: ` before these words, in place of the dash."
        case []:
            return f"Write them below it, indented: {listed(others)}."
    may = f"; {listed(others)} may follow" if 0 < len(others) <= MANY_KEYS else ""
    return f"Write below it, indented, {listed(f'{slot.key}:' for slot in needed)}{may}."


def _no_text(tree: Tree, key: str, place: str, *, free: bool) -> tuple[str, str]:
    if isinstance(tree, Listing) and tree.items and isinstance(tree.items[0], Text) and not free:
        return f"{place} takes one text, but a list stands here.", f"Write `{key}: {short(tree.items[0].text)}`."
    if isinstance(tree, Keyed | Listing) and tree.bracketed:
        return f"{place} takes a text; one that begins with a bracket must be in quotes.", "Put it in double quotes."
    if isinstance(tree, Keyed):
        message = f"{place} takes a text, but the colon behind `{short(tree.entries[0].key.text)}` makes a key of it."
        return message, "Put the text in double quotes, or write it on the next line below `|`."
    return f"{place} takes a text, but a list stands here.", "Write one text, without the dash."
