"""Losses: what a file says and the tree that it was read as does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policywright.diagnostics import Location
from policywright.model.handbook import Lost
from policywright.model.node import SourceText, Span
from policywright.model.shape import every_key
from policywright.source.tree import Entry, Keyed, Listing, Text, Tree
from policywright.source.values import Typed


def losses(written: Keyed, read: Typed, source: SourceText) -> tuple[Lost, ...]:
    """Return what was lost of a file between the tree that was written and the one that was read."""
    return tuple(_Losses(source, read.possible).in_keyed(written, read.tree))


@dataclass(frozen=True, slots=True)
class _Losses:
    source: SourceText
    possible: Mapping[Span, frozenset[str]]

    def in_keyed(self, written: Keyed, read: Keyed, start: int | None = None) -> Iterator[Lost]:
        """Yield what was lost of a thing, which begins at `start` if a name stands before it."""
        here = self.source.locate(written.span.start if start is None else start, written.span.end)
        kept = {entry.key.span: entry for entry in read.entries}
        for entry in written.entries:
            other = kept.pop(entry.key.span, None)
            if other is None:
                keys = self.possible.get(entry.key.span, frozenset({entry.key.text}))
                yield self._lost(here, keys, Span(entry.key.span.start, entry.value.span.end))
            else:
                yield from self._renamed(here, entry, other)
                yield from self._in_value(here, other.key, entry.value, other.value)
        stand_ins = (entry for entry in read.entries if entry.key.span.start == entry.key.span.end)
        for entry in stand_ins:
            yield Lost(here, frozenset({entry.key.text}), "", name=entry.key.text == "id")

    def _renamed(self, here: Location, written: Entry, read: Entry) -> Iterator[Lost]:
        """Yield the name that an editor chose and that could not be read as it is; a misspelt key is no loss."""
        if written.key.text != read.key.text and read.key.text not in every_key():
            yield Lost(here, frozenset({"id"}), written.key.text, name=True)

    def _in_value(self, here: Location, behind: Text, written: Tree, read: Tree) -> Iterator[Lost]:
        key = behind.text
        match written, read:
            case Keyed(), Keyed():
                yield from self.in_keyed(written, read, behind.span.start)
            case Listing(), Listing():
                kept = {item.span: item for item in read.items}
                for item in written.items:
                    if item.span in kept:
                        yield from self._in_item(here, behind, item, kept[item.span])
                    else:
                        yield self._lost(here, frozenset({key}), item.span)
            case Text(), Text() if written.text != read.text:
                yield Lost(here, frozenset({key}), written.text, name=key == "id")
            case Keyed(), Listing(items=[only]):
                yield from self._in_item(here, behind, written, only)
            case Listing(), Text():
                for item in written.items[1:]:
                    yield self._lost(here, frozenset({key}), item.span)

    def _in_item(self, here: Location, behind: Text, written: Tree, read: Tree) -> Iterator[Lost]:
        if isinstance(written, Keyed) and isinstance(read, Keyed):
            yield from self.in_keyed(written, read)
        else:
            yield from self._in_value(here, behind, written, read)

    def _lost(self, within: Location, keys: frozenset[str], span: Span) -> Lost:
        return Lost(within, keys, self.source.text[span.start : span.end])
