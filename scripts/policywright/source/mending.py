"""Mending: what stands in a file's tree for what the model refuses, so that the rest of the file can be read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePosixPath

from pydantic import TypeAdapter, ValidationError

from policywright.model.node import SourceText, Span
from policywright.model.shape import ListShape, NamedShape, NodeShape, Shape, TextShape, allowed, slots
from policywright.source.refusal import Refusal
from policywright.source.tree import Entry, Keyed, Listing, Text, Tree
from policywright.source.words import YES_OR_NO, day, identifier, nearest

MISSING = "…"
"""What stands for words that are missing."""

_PLAIN = ("0", "2099-12-31", "no")
"""Values for what is neither words nor a name: a version, a date, an answer."""


def mended(tree: Keyed, refused: Iterable[Refusal], source: SourceText) -> Keyed:
    """Return a tree with something else in place of what is refused.

    A text becomes what its author most likely meant, which is what the diagnostic advises to write. Where nobody can
    tell, it is left out if it may be, and otherwise a plain stand-in takes its place; so does one for what is missing.
    A stand-in has a place but no length: it stands where the thing around it begins.
    """
    own = PurePosixPath(source.file).stem
    changes: dict[int, Tree | None] = {}
    more: defaultdict[int, list[Tree | Entry]] = defaultdict(list)
    for refusal in refused:
        if refusal.lacking and refusal.slot:
            more[id(refusal.tree)].append(_missing(refusal, own))
        elif isinstance(refusal.tree, Text):
            changes[id(refusal.tree)] = _instead(refusal, refusal.tree, own)
        elif not refusal.is_told_by_its_parts:
            more[id(refusal.tree)].append(_part(refusal))
    changed = _changed(tree, changes, more)
    return changed if isinstance(changed, Keyed) else tree


def _changed(tree: Tree, changes: dict[int, Tree | None], more: dict[int, list[Tree | Entry]]) -> Tree | None:
    if id(tree) in changes:
        return changes[id(tree)]
    added = more.get(id(tree), ())
    match tree:
        case Listing(span, items, bracketed):
            kept = (_changed(item, changes, more) for item in (*items, *added) if not isinstance(item, Entry))
            return Listing(span, tuple(item for item in kept if item), bracketed)
        case Keyed(span, entries, bracketed):
            pairs = ((_changed(each.key, changes, more), _changed(each.value, changes, more)) for each in entries)
            sound = (Entry(key, value) for key, value in pairs if isinstance(key, Text) and value)
            return Keyed(span, (*sound, *(entry for entry in added if isinstance(entry, Entry))), bracketed)
    return tree


def _instead(refusal: Refusal, written: Text, own: str) -> Tree | None:
    """Return what stands in place of a text; at the top of a file, the file's `own` name can be its permanent name."""
    shape, start = refusal.shape, written.span.start
    if refusal.naming or not isinstance(shape, TextShape):
        return Text(written.span, identifier(written.text) or _unnamed(start), written.style)
    likely = [*([own] if _is_at_the_top(refusal) else []), *_likely(written.text, shape)]
    found = next((text for text in likely if _takes(shape, text)), None)
    if found is None and refusal.needed:
        found = _plain(shape, start)
    return None if found is None else Text(written.span, found, written.style)


def _is_at_the_top(refusal: Refusal) -> bool:
    return refusal.needed and len(refusal.path) == 1


def _likely(text: str, shape: TextShape) -> Iterator[str]:
    """Yield what a text may have been meant to be."""
    yield nearest(text, allowed(shape)) or ""
    yield " ".join(text.split())
    yield identifier(text)
    yield day(text) or ""
    yield YES_OR_NO.get(text.lower(), "")
    yield ".".join(re.findall(r"[0-9]+", text))


def _missing(refusal: Refusal, own: str) -> Entry:
    """Return a key that is missing, with a stand-in behind it."""
    start = refusal.tree.span.start
    key = refusal.slot.key if refusal.slot else ""
    shape = refusal.slot.shape if refusal.slot else refusal.shape
    if _is_at_the_top(refusal) and isinstance(shape, TextShape) and _takes(shape, own):
        return Entry(_text(key, start), _text(own, start))
    return Entry(_text(key, start), _stand_in(shape, start))


def _part(refusal: Refusal) -> Tree | Entry:
    """Return one more entry for a list, or for names, that has too few."""
    start = refusal.tree.span.start
    match refusal.shape:
        case ListShape(of=shape):
            return _stand_in(shape, start)
        case NamedShape(of=shape):
            return Entry(_text(_unnamed(start), start), _stand_in(shape, start))
    return _text(MISSING, start)


def _stand_in(shape: Shape, start: int) -> Tree:
    """Return the least that the model takes."""
    here = Span(start, start)
    match shape:
        case ListShape(of=inner):
            return Listing(here, (_stand_in(inner, start),), bracketed=False)
        case NamedShape(of=inner):
            return Keyed(here, (Entry(_text(_unnamed(start), start), _stand_in(inner, start)),), bracketed=False)
        case NodeShape(kinds=[kind, *_]):
            needed = (slot for slot in slots(kind).values() if slot.required)
            entries = (Entry(_text(slot.key, start), _stand_in(slot.shape, start)) for slot in needed)
            return Keyed(here, tuple(entries), bracketed=False)
        case TextShape():
            return _text(_plain(shape, start), start)
    return _text(MISSING, start)


def _plain(shape: TextShape, start: int) -> str:
    texts = (*allowed(shape), MISSING, _unnamed(start), *_PLAIN)
    return next((text for text in texts if _takes(shape, text)), MISSING)


def _takes(shape: TextShape, text: str) -> bool:
    """Whether the model takes a text in some place."""
    try:
        _adapter(shape).validate_python(text)
    except ValidationError:
        return False
    return True


@cache
def _adapter(shape: TextShape) -> TypeAdapter[object]:
    """Return what judges the texts of a place; making one takes longer than reading a clause."""
    return TypeAdapter(shape.of)  # type: ignore[arg-type]  # types are values here


def _text(text: str, start: int) -> Text:
    return Text(Span(start, start), text)


def _unnamed(start: int) -> str:
    """Return a permanent name that nothing else in the file has."""
    return f"unnamed-{start}"
