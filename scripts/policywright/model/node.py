"""The base of everything an editor writes: a node that knows where it stands in its file."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, PrivateAttr

from policywright.diagnostics import Location
from policywright.model.alignment import align


# A handbook has hundreds of thousands of spans and spots, and named tuples are made in half the time.
class Span(NamedTuple):
    """The characters of a source file from `start` up to `end` (offsets from 0, the end exclusive)."""

    start: int
    end: int


@dataclass(frozen=True)
class SourceText:
    """A source file's name and text, with the place of each character."""

    file: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(found.end() for found in re.finditer("\n", self.text))
        return starts

    def locate(self, start: int, end: int | None = None) -> Location:
        """Return the location of the characters from `start` up to `end` (offsets from 0)."""
        first_line, first_column = self._position(start)
        last_line, last_column = self._position(start if end is None else end)
        return Location(self.file, first_line, first_column, last_line, last_column)

    def span(self, location: Location) -> Span:
        """Return the characters that a location means; one without an end is a point."""
        starts = self._line_starts
        start = starts[location.line - 1] + location.column - 1
        return Span(start, starts[location.end_line - 1] + location.end_column - 1 if location.end_line else start)

    def line(self, number: int) -> str:
        """Return a line without its end, counted from 1; one that is not there is empty."""
        starts = self._line_starts
        if number > len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r")

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


class Spot(NamedTuple):
    """Where one field of a node stands: its key, its value, and the values of its list or the keys of its mapping."""

    key: Span
    value: Span
    items: tuple[Span, ...] = ()


class Spots(Mapping[str, Spot]):
    """Where the fields of a node stand, by the names that the model gives them.

    They are kept as bare numbers: a handbook has hundreds of thousands, and next to nobody asks for one.
    """

    __slots__ = "_names", "_numbers"

    def __init__(self, names: Iterable[str], spans: Sequence[Sequence[Span]]) -> None:
        """Take the names of fields and, for each, the spans of its key, of its value and of its items."""
        self._names = _alike(tuple(names))
        begins = accumulate(map(len, spans), initial=0)
        self._numbers = array("I", chain(begins, *chain.from_iterable(spans)))

    def __getitem__(self, name: str) -> Spot:
        if name not in self._names:
            raise KeyError(name)
        place, origin = self._names.index(name), len(self._names) + 1
        start, end = (origin + 2 * begins for begins in self._numbers[place : place + 2])
        numbers = self._numbers[start:end]
        key, value, *items = map(Span, numbers[::2], numbers[1::2])
        return Spot(key, value, tuple(items))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def _alike(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the same tuple for the same names: things of a kind have few different sets of fields."""
    return names


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a node stands: its file, its span, and the spot of each field that is written."""

    source: SourceText
    span: Span
    fields: Mapping[str, Spot] = field(default_factory=dict)


NOWHERE = Origin(SourceText("", ""), Span(0, 0))


class Node(BaseModel):
    """Something that an editor writes in YAML.

    Keys are written with hyphens (`review-by`), fields with underscores (`review_by`).
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.strip("_").replace("_", "-"),
        populate_by_name=True,
        use_attribute_docstrings=True,
    )

    # A factory, since pydantic would copy a default deeply for each node.
    _origin: Origin = PrivateAttr(default_factory=lambda: NOWHERE)

    @property
    def origin(self) -> Origin:
        """Where the node stands in its file."""
        return self._origin

    def stands_at(self, origin: Origin) -> None:
        """Tell the node where it stands; called once, by the reader."""
        self._origin = origin

    def location(self, name: str | None = None, item: int | None = None) -> Location:
        """Return where the node, or the value of its field `name`, or the list's `item` of that field, stands.

        A field that is not written stands where its node stands.
        """
        source = self._origin.source
        spot = self._origin.fields.get(name) if name else None
        if spot is None:
            return source.locate(self._origin.span.start)
        span = spot.items[item] if item is not None and item < len(spot.items) else spot.value
        return source.locate(span.start, span.end)

    def key_location(self, name: str) -> Location:
        """Return where the key of the field `name` stands, or the node if it is not written."""
        spot = self._origin.fields.get(name)
        if spot is None:
            return self.location()
        return self._origin.source.locate(spot.key.start, spot.key.end)

    def location_in(self, name: str, start: int, end: int, item: int | None = None) -> Location:
        """Return where the characters `start` to `end` of the text of the field `name` stand in the file.

        YAML folds, indents and quotes a text, so the text is laid beside the file's characters. Where they do not
        agree, as in a default that nobody wrote, the whole value is meant.
        """
        spot = self._origin.fields.get(name)
        value = getattr(self, name)
        if spot is None:
            return self.location(name, item)
        span, text = (spot.value, value) if item is None else (spot.items[item], value[item])
        places = align(str(text), self._origin.source.text[span.start : span.end])
        if not places or start >= len(places):
            return self.location(name, item)
        last = min(max(start + 1, end), len(places)) - 1
        return self._origin.source.locate(span.start + places[start][0], span.start + places[last][1])
