"""The numbers of pages set in a finished PDF, where a remark in its content says that one goes.

A content stream may hold remarks, which nobody shows (ISO 32000-1, 7.2.4). Here they stand in the PDFs of sections, for
as long as it is not known on which pages of the whole these come to stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from pikepdf import Pdf, String

OWN_PAGE = "*"
"""Whose number it is that stands at the foot of a page; no place that is quoted reads so."""

UNMOVED = b"1 0 0 1 0 0 cm"
"""What stands after the remark on what follows a number in its line."""

_STAND_IN = re.compile(rb"%number (\S+) (\S+) ([0-9a-f]{40})\n\[([^\]]*)\] TJ")
_FOLLOWING = re.compile(rb"%following (\S+) (\S+) (\d+)\n" + UNMOVED)
_GLYPH = re.compile(rb"[0-9a-f]{4}")
_SPOKEN = "\ue000{}\ue001"
_SPOKEN_OF = re.compile("\ue000([^\ue001]*)\ue001")
_UNKNOWN = "00"


def stand_in(whose: str, width: float, figures: bytes) -> bytes:
    """Return the remark that stands before the figures that stand in for a number.

    `whose` is a place, quoted as in addresses; `width` is that of a figure, in thousandths of the size of the type,
    where the number ends at a margin, and else nothing; `figures` are the glyphs of 0 to 9, four letters each.
    """
    return b"%%number %s %.3f %s" % (whose.encode(), width, figures)


def following(whose: str, width: float, count: int) -> bytes:
    """Return the remark that stands before what follows a number in its line.

    `width` is that of a figure in the units of the page's content, and `count` how many figures stand in.
    """
    return b"%%following %s %.4f %d" % (whose.encode(), width, count)


def spoken(place: str) -> str:
    """Return what stands in what is read aloud of a link for the number of a place's page."""
    return _SPOKEN.format(place)


def set_numbers(pdf: Pdf, pages: Mapping[str, int]) -> None:
    """Set the numbers of all pages in a PDF, given those on which its places stand, counted from 1."""
    for number, page in enumerate(pdf.pages, start=1):
        told = _Told(pages, number)
        content = _STAND_IN.sub(told.drawn, page.Contents.read_bytes())
        page.Contents.write(_FOLLOWING.sub(told.moved, content))
        for area in page.get("/Annots", ()):
            if "/Contents" in area:
                area.Contents = String(_SPOKEN_OF.sub(told.spoken, str(area.Contents)))


@dataclass(frozen=True)
class _Told:
    """What a page tells: the pages of places, and its own."""

    pages: Mapping[str, int]
    own: int

    def spoken(self, place: re.Match[str]) -> str:
        """Return the number of a place's page as it is read aloud."""
        return str(self.pages.get(place[1], _UNKNOWN))

    def drawn(self, remark: re.Match[bytes]) -> bytes:
        """Return the number that goes into a place, as a page's content draws it."""
        number = self._number(remark[1])
        figures = _GLYPH.findall(remark[3])
        drawn = b"".join(figures[int(figure)] for figure in number)
        moved = (len(number) - len(_GLYPH.findall(remark[4]))) * float(remark[2])
        return b"[%s<%s>] TJ" % (b"%.3f" % moved if moved else b"", drawn)

    def moved(self, remark: re.Match[bytes]) -> bytes:
        """Return what moves the rest of a line to the end of its number."""
        moved = (len(self._number(remark[1])) - int(remark[3])) * float(remark[2])
        return b"1 0 0 1 %.4f 0 cm" % moved if moved else UNMOVED

    def _number(self, quoted: bytes) -> str:
        if quoted == OWN_PAGE.encode():
            return str(self.own)
        return str(self.pages.get(unquote_to_bytes(quoted).decode(), _UNKNOWN))
