"""Pages of a PDF turned: on the other side of a sheet, another margin is wide, and heads, feet and tabs are mirrored.

The pages of a section are drawn before it is known on which sides they come to stand. What stands in their margins is
drawn for both, between remarks that nobody shows (ISO 32000-1, 7.2.4); here one of the two goes.
"""

from __future__ import annotations

import re

from pikepdf import Array, Page, Pdf

_POINTS_PER_PIXEL = 0.75
_MARGINS = re.compile(rb"%margin (\S+)\n(.*?)%end margin\n", re.DOTALL)
_OWN = b"own"
END = b"%end margin"
"""The remark that ends what stands in the margin."""


def margin(moved: float | None) -> bytes:
    """Return the remark that begins what stands in a margin: of the side that a page was laid out for, or of the other.

    Of the other, `moved` tells how far to the left the text of the page has to stand, in CSS pixels.
    """
    return b"%%margin %s" % (_OWN if moved is None else b"%.9f" % (_POINTS_PER_PIXEL * moved))


def settle_sides(section: Pdf, *, turned: bool) -> None:
    """Leave on each page of a section what stands in the margins of its side, which for `turned` pages is the other."""
    for page in section.pages:
        _settle(page, turned=turned)


def _settle(page: Page, *, turned: bool) -> None:
    content = page.Contents.read_bytes()
    others = [float(margin[1]) for margin in _MARGINS.finditer(content) if margin[1] != _OWN]
    page.Contents.write(_MARGINS.sub(lambda margin: margin[2] if (margin[1] != _OWN) == turned else b"", content))
    if turned and others:
        left, bottom, right, top = map(float, page.MediaBox.as_list())
        page.MediaBox = Array([left + others[0], bottom, right + others[0], top])
