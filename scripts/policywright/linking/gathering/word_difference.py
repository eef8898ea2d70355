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
class _Stretch:
    before: str
    after: str
    kept: bool


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in order: what was kept and removed is the one, kept and added the other."""
    return tuple(piece for stretch in _stretches(before, after) for piece in _pieces(stretch))


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


def _stretches(before: str, after: str) -> list[_Stretch]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, _words(old), _words(new), autojunk=False)
    if matcher.ratio() < _ANOTHER_TEXT:
        return [_Stretch(before, after, kept=False)]
    found: list[_Stretch] = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        _append(found, _Stretch("".join(old[start:end]), "".join(new[new_start:new_end]), kind == "equal"))
    return found


def _words(tokens: Sequence[str]) -> list[str]:
    return [token.rstrip() for token in tokens]


def _append(found: list[_Stretch], stretch: _Stretch) -> None:
    """Add a stretch; one that changed takes in the one before it with little between."""
    if not stretch.kept and found[1:] and found[-1].kept and len(found[-1].before.strip()) <= _LONGEST_LINK:
        link = found.pop()
        last = found[-1]
        last.before += link.before + stretch.before
        last.after += link.after + stretch.after
    else:
        found.append(stretch)


def _pieces(stretch: _Stretch) -> Iterator[Piece]:
    if stretch.kept:
        yield Piece("kept", stretch.after)
        return
    before, after = stretch.before.rstrip(), stretch.after.rstrip()
    if before:
        yield Piece("removed", before)
    if space := stretch.before[len(before) :] or (" " if before and after else ""):
        yield Piece("kept", space)
    if after:
        yield Piece("added", after)
    if space := stretch.after[len(after) :]:
        yield Piece("kept", space)
