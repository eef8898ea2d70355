"""Word difference: which words a text lost and which it gained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"(?:\d+(?:\.\d+)*|[\w'\u2019-]+|[^\w\s])\s*")
_LONGEST_LINK = 3
"""How many letters may stand between two stretches that read better as one."""
_ANOTHER_TEXT = 0.4
"""Where less than this of the words stays, nobody can follow the changes word by word."""
_LONG = 60
"""More words than this in a row that stayed the same keep a reader from what changed."""
_CONTEXT = 15
"""How many words then remain on each side, to say where the change is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that was kept, removed or added; the space after it belongs to what is kept."""

    kind: Literal["kept", "removed", "added"]
    words: str


@dataclass(slots=True)
class Stretch:
    """Words that stayed, or that took the place of others: where they begin and end before, and since."""

    kept: bool
    start: int
    end: int
    new_start: int
    new_end: int


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in order: what was kept and removed is the one, kept and added the other."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    return tuple(
        piece
        for stretch in stretches([token.rstrip() for token in old], [token.rstrip() for token in new])
        for piece in _pieces(
            "".join(old[stretch.start : stretch.end]), "".join(new[stretch.new_start : stretch.new_end]), stretch.kept
        )
    )


def abridged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces with an ellipsis in place of most of what was kept for long."""
    last = len(pieces) - 1
    return tuple(_abridged(piece, at_start=place == 0, at_end=place == last) for place, piece in enumerate(pieces))


def _abridged(piece: Piece, *, at_start: bool, at_end: bool) -> Piece:
    words = re.findall(r"\S+\s*", piece.words)
    if piece.kind != "kept" or len(words) <= _LONG:
        return piece
    start = [] if at_start else words[:_CONTEXT]
    end = [] if at_end else words[-_CONTEXT:]
    return Piece("kept", "".join((*start, "… ", *end)))


def stretches(before: Sequence[str], after: Sequence[str]) -> list[Stretch]:
    """Return which words stayed and which changed, in order, as a reader can follow it."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ANOTHER_TEXT:
        return [Stretch(kept=False, start=0, end=len(before), new_start=0, new_end=len(after))]
    found: list[Stretch] = []
    for kind, *places in matcher.get_opcodes():
        stretch = Stretch(kind == "equal", *places)
        if not stretch.kept and found[1:] and found[-1].kept and _is_short(before[found[-1].start : found[-1].end]):
            found.pop()
            stretch.start, stretch.new_start = found[-1].start, found[-1].new_start
            found.pop()
        found.append(stretch)
    return found


def _is_short(words: Sequence[str]) -> bool:
    return len(" ".join(words)) <= _LONGEST_LINK


def _pieces(old: str, new: str, kept: bool) -> Iterator[Piece]:  # noqa: FBT001
    if kept:
        # What goes after the last words stands apart from them, as it did.
        yield Piece("kept", new if new[-1:].isspace() else new + old[len(old.rstrip()) :])
        return
    before, after = old.rstrip(), new.rstrip()
    if before:
        yield Piece("removed", before)
    if space := old[len(before) :] or (" " if before and after else ""):
        yield Piece("kept", space)
    if after:
        yield Piece("added", after)
    if space := new[len(after) :]:
        yield Piece("kept", space)
