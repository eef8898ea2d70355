"""Laying a text beside the characters that YAML made it of, in whatever style it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_SPACE = " \t\r\n"

_SINGLE_QUOTED = re.compile(r"''|.", re.DOTALL)
_DOUBLE_QUOTED = re.compile(
    r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})|(?P<letter>.))|.", re.DOTALL
)
_LETTERS = {"_": "\u00a0", "t": "\t", "n": "\n", "r": "\r"}
"""Letters that stand for something else behind a backslash; the others make control characters, which are refused."""


@lru_cache(maxsize=16)
def align(text: str, written: str) -> Sequence[tuple[int, int]] | None:
    """Return where each character of a text begins and ends in `written`, or None where the two do not agree.

    White space is folded and indented in YAML, so only the other characters must agree; a white space stands right
    behind the character before it. The last answers are remembered, since a text with many references is asked for
    the place of each.
    """
    if text == written:
        return [(place, place + 1) for place in range(len(text))]
    units = _units(written)
    places: list[tuple[int, int]] = []
    behind = 0
    for character in text:
        start, end, found = (behind, behind + 1, character) if character in _SPACE else next(units, (0, 0, ""))
        if found != character:
            return None
        behind = min(end, len(written))
        places.append((start, behind))
    return places


def _units(written: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, the end and the character of everything but white space that a value in YAML is made of."""
    begin, pattern = 0, re.compile(".", re.DOTALL)
    match written[:1]:
        case "|" | ">":
            begin = written.find("\n") + 1
        case "'":
            begin, pattern, written = 1, _SINGLE_QUOTED, written[:-1]
        case '"':
            begin, pattern, written = 1, _DOUBLE_QUOTED, written[:-1]
    for match in pattern.finditer(written, begin):
        character = _meant(match)
        if character not in _SPACE:
            yield match.start(), match.end(), character


def _meant(match: re.Match[str]) -> str:
    """Return the character that a piece of a value stands for."""
    groups = match.groupdict()
    code = groups.get("x") or groups.get("u") or groups.get("U")
    if code:
        return chr(int(code, 16))
    letter = groups.get("letter")
    return _LETTERS.get(letter, letter) if letter else match[0][0]
