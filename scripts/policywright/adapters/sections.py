"""The sections of a document, each of which is laid out by itself: what is asked of each, and where its pages stand.

A long document costs more memory and more time a page than a short one, and a change on one of its pages would ask for
all of them again. So it is cut where its template says that a section begins, which is at the head of a new page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from policywright.adapters.page_numbers import awaited, numbered
from policywright.adapters.printable import printable
from policywright.render.page import PrintDocument

ELSEWHERE = "page:"
"""What the address of a link begins with that leads into another section; the name of a place follows."""

_BEGINS = re.compile(r"(?=<\w+ data-section\b)")
_BODY = re.compile(r"(.*?<body[^>]*>)(.*)(</body>.*)", re.DOTALL)
_PLACE = re.compile(r'\sid="([^"]*)"')
_LINK = re.compile(r'\shref="#([^"]*)"')
_SIDES = "left", "right"
_LETTERS_OF_A_PAGE = 4400
"""How much HTML a page holds, about."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section that can be laid out as it stands: a whole page of HTML."""

    html: str
    fillable: bool = False


class Bookmark(NamedTuple):
    """A bookmark: its level, counted from 1, its words, its page in the section, counted from 0, and its place there.

    `left` and `top` are in points, from the lower left corner of the page.
    """

    level: int
    title: str
    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came of laying out a section.

    `pages` tells on which of its pages each place stands first, counted from 1; `bookmarks` are those of its headings,
    in order; `warnings` are the engine's.
    """

    page_count: int
    pages: Mapping[str, int]
    bookmarks: tuple[Bookmark, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageMap:
    """On which page each place of a document stands, and each section begins, counted from 1 as viewers count."""

    pages: Mapping[str, int]
    firsts: tuple[int, ...]

    @classmethod
    def of(cls, sections: Sequence[Typeset]) -> PageMap:
        """Return the map of sections that follow one another."""
        firsts = tuple(accumulate((section.page_count for section in sections[:-1]), initial=1))
        pages: dict[str, int] = {}
        for first, section in zip(firsts, sections, strict=True):
            for place, page in section.pages.items():
                pages.setdefault(place, first + page - 1)
        return cls(pages, firsts)

    @property
    def rounded(self) -> PageMap:
        """The map with numbers that are only as long as the true ones: 10 for 57. All figures have the same width."""
        pages = {place: 10 ** (len(str(page)) - 1) for place, page in self.pages.items()}
        return PageMap(pages, (1,) * len(self.firsts))


@dataclass(frozen=True, slots=True)
class Bound:
    """The PDF of a document that was made: how many pages it has, where its places stand, and what was lacking."""

    page_count: int
    page_map: PageMap
    warnings: tuple[str, ...] = ()


class Sections:
    """The sections of one document."""

    def __init__(self, document: PrintDocument) -> None:
        self._fillable = document.fillable
        found = _BODY.fullmatch(printable(document.html))
        if found is None:
            raise ValueError(f"the HTML of {document.name} has no body")
        self._before, body, self._after = found.groups()
        self._pieces = _BEGINS.split(body)

    def __len__(self) -> int:
        return len(self._pieces)

    @cached_property
    def awaits_numbers(self) -> bool:
        """Whether it matters to any section on which pages another one, or a place of its own, stands."""
        return len(self) > 1 or any(awaited(self._pieces[0]))

    @property
    def estimate(self) -> PageMap:
        """Where everything may stand, as far as the mere amount of HTML tells."""
        firsts = list(accumulate((1 + len(piece) // _LETTERS_OF_A_PAGE for piece in self._pieces[:-1]), initial=1))
        pages = {
            place[1]: first + place.start() // _LETTERS_OF_A_PAGE
            for first, piece in zip(firsts, self._pieces, strict=True)
            for place in _PLACE.finditer(piece)
        }
        return PageMap(pages, tuple(firsts))

    def numbered(self, known: PageMap, *, settle: bool = False) -> list[Section]:
        """Return the sections with the numbers of pages in them; `settle` gives each number the same width."""
        sections = []
        for piece, first, places in zip(self._pieces, known.firsts, self._places, strict=True):
            whole = numbered(f"{self._before}{piece}{self._after}", known.pages, settle=settle)
            sections.append(Section(self._linked(_beginning_on(first, whole), places), self._fillable))
        return sections

    def _linked(self, html: str, places: frozenset[str]) -> str:
        """Lead each link to where its target stands, be it another section."""

        def led(link: re.Match[str]) -> str:
            elsewhere = link[1] not in places and link[1] in self._all_places
            return f' href="{ELSEWHERE}{link[1]}"' if elsewhere else link[0]

        return _LINK.sub(led, html)

    @cached_property
    def _places(self) -> list[frozenset[str]]:
        """The names of the places in each section."""
        return [frozenset(_PLACE.findall(piece)) for piece in self._pieces]

    @cached_property
    def _all_places(self) -> frozenset[str]:
        return frozenset().union(*self._places)


def _beginning_on(first: int, html: str) -> str:
    """Let HTML begin on a page of some number, which is a right one where it is odd."""
    if first == 1:
        return html
    style = f"html {{ break-before: {_SIDES[first % 2]} }} @page :first {{ counter-reset: page {first} }}"
    return html.replace("</head>", f"<style>{style}</style></head>", 1)
