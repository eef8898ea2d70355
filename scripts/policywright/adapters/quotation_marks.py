"""Quotation marks and apostrophes, curled as a typesetter sets them, of the straight ones that a keyboard has."""

from __future__ import annotations

import re

_OPENING, _CLOSING = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"
_BODY = re.compile(r"<body.*</body>", re.DOTALL)
_MARK = re.compile(r"(?P<kept><style.*?</style>|<[^>]*>)|(?P<single>'|&#39;)|\"|&#34;", re.DOTALL)
# A quotation begins after a space, an opening mark or a dash, and where an element begins.
_BEFORE_A_QUOTATION = re.compile(rf"[\s(\[“{_OPENING}\N{{EM DASH}}\N{{EN DASH}}/]|<[a-z][^<>]*>")


def curled(html: str) -> str:
    """Return HTML with curled marks in the text of its body; what tags hold, and styles, stay as they are."""
    return _BODY.sub(lambda body: _MARK.sub(_curl, body[0]), html)


def _curl(mark: re.Match[str]) -> str:
    if mark["kept"]:
        return mark["kept"]
    opens = _BEFORE_A_QUOTATION.fullmatch(_before(mark.string, mark.start()))
    if mark["single"]:
        return _OPENING if opens else _CLOSING
    return "“" if opens else "”"


def _before(text: str, place: int) -> str:
    """Return the letter before a place, or the whole tag."""
    start = text.rfind("<", 0, place) if text[place - 1] == ">" else place - 1
    return text[start:place]
