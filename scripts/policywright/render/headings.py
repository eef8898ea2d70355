"""Headings and anchors of a page, read from its finished HTML, so that they are what a reader finds there."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

_HEADING = re.compile(r'<h(?P<level>[2-6]) id="(?P<anchor>[^"]+)"[^>]*>(?P<words>.*?)</h(?P=level)>', re.DOTALL)
_ANCHOR = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents: its words as plain text, its anchor, and those below it."""

    title: str
    anchor: str
    children: tuple[Heading, ...] = ()


def headings(html: Markup) -> tuple[Heading, ...]:
    """Return the headings that have an anchor, each with those below it."""
    return _below(1, deque(_HEADING.finditer(html)))


def anchors(html: Markup) -> frozenset[str]:
    """Return every identifier that a link may lead to."""
    return frozenset(map(unescape, _ANCHOR.findall(html)))


def _below(level: int, waiting: deque[re.Match[str]]) -> tuple[Heading, ...]:
    """Take from the front of the waiting headings those below a level, and return them."""
    found = []
    while waiting and int(waiting[0]["level"]) > level:
        heading = waiting.popleft()
        inner = _below(int(heading["level"]), waiting)
        found.append(Heading(_plain(heading["words"]), _plain(heading["anchor"]), inner))
    return tuple(found)


def _plain(html: str) -> str:
    return Markup(html).striptags()  # noqa: S704  it is our own HTML, and only taken apart
