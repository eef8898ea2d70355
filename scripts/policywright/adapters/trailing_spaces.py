"""A space at which a line ends takes no room there.

Where some words fit into a line, yet not with the space that stands between them and the next element, WeasyPrint takes
them for too long: it breaks the line behind the first word, and leaves the rest of it empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import inline

_OfEngine = Any
"""What is WeasyPrint's own, which has no types."""

_RESUMES_AT = 2
"""Where, in what WeasyPrint tells of a line, stands how many bytes of the text it takes; none if it takes all."""


@contextmanager
def trailing_spaces() -> Iterator[None]:
    """While this holds, words that fit without the space after them are one line."""
    plain = inline.split_first_line

    def split(
        text: str, style: _OfEngine, context: _OfEngine, room: float | None, *more: _OfEngine, **named: _OfEngine
    ) -> _OfEngine:
        line = plain(text, style, context, room, *more, **named)
        if not _ends_behind_first_word(text, line[_RESUMES_AT]):
            return line
        fits = plain(text.rstrip(" "), style, context, room, *more, **named)[_RESUMES_AT] is None
        return plain(text, style, context, None, *more, **named) if fits else line

    inline.split_first_line = split
    try:
        yield
    finally:
        inline.split_first_line = plain


def _ends_behind_first_word(text: str, resumes_at: int | None) -> bool:
    """Whether a line ends behind the first word of a text that has a space at its end."""
    if resumes_at is None or not text.endswith(" "):
        return False
    return " " not in text.encode()[:resumes_at].decode().strip(" ")
