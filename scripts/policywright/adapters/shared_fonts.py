"""The fonts of a joined PDF: each section brings the letters that it uses, which become one font of each face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Pdf, Stream

Descriptor = Any
"""What a PDF says of a font, and the font itself, as pikepdf has it."""


def share_fonts(pdf: Pdf) -> None:
    """Let the sections of a PDF share the fonts of one name; in all of them, a letter has the same number."""
    faces: dict[str, list[Descriptor]] = {}
    for descriptor in _descriptors(pdf):
        faces.setdefault(str(descriptor.FontName), []).append(descriptor)
    for descriptors in faces.values():
        fonts = list(dict.fromkeys(descriptor.FontFile2.read_bytes() for descriptor in descriptors))
        shared = Stream(pdf, _united(fonts))
        for descriptor in descriptors:
            descriptor.FontFile2 = shared


def _descriptors(pdf: Pdf) -> Iterator[Descriptor]:
    """Yield the descriptor of each font once."""
    resources = {page.Resources.objgen: page.Resources for page in pdf.pages}
    for found in resources.values():
        for font in found.get("/Font", {}).values():
            yield font.DescendantFonts[0].FontDescriptor


def _united(fonts: Sequence[bytes]) -> bytes:
    """Return a font with the letters of several parts of the same font."""
    whole, *others = sorted(map(_opened, fonts), key=_size, reverse=True)
    letters, widths = whole["glyf"], whole["hmtx"]
    for other in others:
        for name in other.getGlyphOrder():
            # What is not used was left out of a part: it has neither lines nor width, where a space has a width.
            if not letters[name].numberOfContours and not widths[name][0]:
                letters[name] = other["glyf"][name]
                widths[name] = other["hmtx"][name]
    united = BytesIO()
    whole.save(united)
    return united.getvalue()


def _opened(font: bytes) -> TTFont:
    opened = TTFont(BytesIO(font), recalcTimestamp=False)
    # Their names differ with the letters around them, and their numbers never do.
    opened.setGlyphOrder([f"glyph{number}" for number in range(opened["maxp"].numGlyphs)])
    return opened


def _size(font: TTFont) -> int:
    return len(font.getGlyphOrder())
