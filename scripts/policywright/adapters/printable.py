"""What the fonts of print can show, and what stands in place of everything else.

A character that no font has comes out as an empty box, which says nothing to anybody and which PDF/UA forbids; or a
font of the machine steps in, and the same handbook comes out differently on the next one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files

from fontTools.ttLib import TTFont

from policywright.adapters.quotation_marks import curled

_FONTS = "AtkinsonHyperlegibleNext_400Regular.ttf", "SourceSerif4_400Regular.ttf"
# Marks are joined to letters; spaces, and what only steers the text, are never drawn.
_NEVER_DRAWN = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})
_DRAWN_OTHERWISE = {"\N{NON-BREAKING HYPHEN}": "\N{WORD JOINER}\N{HYPHEN}\N{WORD JOINER}"}


def unprintable(html: str) -> tuple[str, ...]:
    """Return the characters of some HTML that print has no letter for, each once."""
    return tuple(character for character in dict.fromkeys(html) if not _is_shown(character))


def printable(html: str) -> str:
    """Return HTML with curled quotation marks, and with the name of each character that print has no letter for."""
    html = curled(html)
    drawn = _DRAWN_OTHERWISE | {character: _named(character) for character in unprintable(html)}
    return html.translate({ord(character): words for character, words in drawn.items()})


def _named(character: str) -> str:
    return f"[{unicodedata.name(character, f'character {ord(character):X}').lower()}]"


def _is_shown(character: str) -> bool:
    if character.isascii() or character in _DRAWN_OTHERWISE:
        return True
    return unicodedata.category(character) in _NEVER_DRAWN or ord(character) in _letters()


@cache
def _letters() -> frozenset[int]:
    """Return the characters that the fonts of print have. All faces of a font have the same."""
    return frozenset(character for name in _FONTS for character in _of_font(name))


def _of_font(name: str) -> Iterator[int]:
    with as_file(files("policywright.templates") / "vendor" / "fonts" / name) as file, TTFont(file, lazy=True) as font:
        yield from font.getBestCmap()
