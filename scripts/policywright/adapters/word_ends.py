"""The ends of words: a space where one is seen, since a line's end, or a gap, is none for whoever hears the words.

WeasyPrint takes away the space at which it breaks a line, and never paints one that stands alone. Programs that look at
where the letters stand guess it; those that go by the structure read “aschool”. ISO 32000-1, 14.8.2.5, asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise

from fontTools.ttLib import TTFont
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream

from policywright.adapters.structure import Box, Element, Leaf

_INLINE = frozenset({"Link", "Reference", "Span"})
_HYPHENS = tuple("-\N{HYPHEN}\N{EN DASH}/")
_TOUCHING = 0.1
"""How far apart, by the size of the font, two pieces of one word may stand."""


def ends_of_words(root: Element) -> frozenset[Box]:
    """Return the boxes of text after which a word ends, and that paint no space after it."""
    return frozenset(
        leaf.box
        for (block, leaf), (next_block, following) in pairwise(_in_blocks(root, root))
        if block is next_block and _ends_a_word(leaf, following)
    )


def _in_blocks(element: Element, block: Element) -> Iterator[tuple[Element, Leaf]]:
    """Yield each piece of ink with the paragraph, or the like, that it is part of."""
    for kid in element.kids:
        if isinstance(kid, Leaf):
            yield block, kid
        else:
            yield from _in_blocks(kid, block if kid.type in _INLINE else kid)


def _ends_a_word(leaf: Leaf, following: Leaf) -> bool:
    box, after = leaf.box, following.box
    if not (isinstance(box, boxes.TextBox) and isinstance(after, boxes.TextBox)):
        return False
    # A space that WeasyPrint took away when it had laid out the line is painted all the same.
    if box.pango_layout.text.endswith(" ") or (after.text.startswith(" ") and after.text.strip()):
        return False
    if not after.text.strip():
        return True
    broken = box.element is after.element and box.style["overflow_wrap"] == "anywhere"
    return not broken and not box.text.endswith(_HYPHENS) and not (leaf.page == following.page and _touch(box, after))


def _touch(box: Box, after: Box) -> bool:
    """Whether a box goes on where another ends, on the same line."""
    across = abs(after.position_x - box.position_x - box.width)
    down = abs(after.position_y - box.position_y)
    return bool(across < _TOUCHING * box.style["font_size"] and down < box.height)


def paint_space(stream: Stream) -> None:
    """Paint a space behind the text that was painted last; nothing where that was no text."""
    if stream.stream[-1] != b"ET":
        return
    stream.begin_text()
    painted = stream._current_font  # noqa: SLF001  the stream goes on with it
    if painted:
        font = next(font for font in stream._fonts.values() if font.hash == painted[0])  # noqa: SLF001
        stream.show_text(f"<{_space(font):04x}>")
    stream.end_text()


def _space(font: Font) -> int:
    """Return the glyph of a font's space, which the PDF's subset of it then has."""
    glyph, width = _glyph_of_space(font.file_content)
    font.to_unicode.setdefault(glyph, " ")
    font.widths.setdefault(glyph, width)
    return glyph


@cache
def _glyph_of_space(file: bytes) -> tuple[int, int]:
    """Return the number of the glyph and its width in thousandths of the font's size."""
    font = TTFont(BytesIO(file), lazy=True)
    name = font.getBestCmap()[ord(" ")]
    return font.getGlyphID(name), round(1000 * font["hmtx"][name][0] / font["head"].unitsPerEm)
