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

from policywright.adapters.page_numbers import awaited, lists_pages, numbered
from policywright.adapters.printable import printable
from policywright.render.page import PrintDocument

ELSEWHERE = "page:"
"""What the address of a link begins with that leads into another section; the name of a place follows."""

_BEGINS = re.compile(r"(?=<\w+ data-section\b)")
_BODY = re.compile(r"(.*?<body[^>]*>)(.*)(</body>.*)", re.DOTALL)
_PLACE = re.compile(r'\sid="([^"]*)"')
_LINK = re.compile(r'\shref="#([^"]*)"')
_LETTERS_OF_A_PAGE = 4300
"""How much HTML a page holds, about."""

_CAUTION = 1.1
"""How far a place may come to stand behind where it is estimated."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section that can be laid out as it stands: a whole page of HTML.

    Its pages can be left without forms that are `fillable`, and can come to stand on `either_side` of a sheet.
    """

    html: str
    fillable: bool = False
    either_side: bool = False


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


@dataclass(frozen=True, slots=True)
class Bound:
    """The PDF of a document that was made: how many pages it has, and what was lacking."""

    page_count: int
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

    def lists_pages(self, number: int) -> bool:
        """Return whether a section, counted from 0, has lists of pages, as an index has: they must be known for it."""
        return lists_pages(self._pieces[number])

    def estimate(self, laid_out: Mapping[int, Typeset]) -> PageMap:
        """Return where everything stands, as some sections that were laid out tell, and the others' amount of HTML."""
        return PageMap.of([laid_out.get(number) or _estimated(piece) for number, piece in enumerate(self._pieces)])

    def section(self, number: int, known: PageMap) -> Section:
        """Return a section, counted from 0, as it is to be laid out where this is known of the whole document.

        Of that, it holds how many figures the numbers of pages can have and, where it lists pages, these themselves.
        """
        piece = self._pieces[number]
        farthest = {place: max(self._farthest.get(place, 0), known.pages.get(place, 0)) for place in awaited(piece)}
        html = numbered(f"{self._before}{piece}{self._after}", known.pages, farthest)
        return Section(self._linked(html, self._places[number]), self._fillable, len(self) > 1)

    def _linked(self, html: str, places: frozenset[str]) -> str:
        """Lead each link to where its target stands, be it another section."""

        def led(link: re.Match[str]) -> str:
            elsewhere = link[1] not in places and link[1] in self._all_places
            return f' href="{ELSEWHERE}{link[1]}"' if elsewhere else link[0]

        return _LINK.sub(led, html)

    @cached_property
    def _farthest(self) -> dict[str, int]:
        """On which page each place may stand, rather too far back than too far in front: numbers can get shorter."""
        return {place: round(_CAUTION * page) for place, page in self.estimate({}).pages.items()}

    @cached_property
    def _places(self) -> list[frozenset[str]]:
        """The names of the places in each section."""
        return [frozenset(_PLACE.findall(piece)) for piece in self._pieces]

    @cached_property
    def _all_places(self) -> frozenset[str]:
        return frozenset().union(*self._places)


def _estimated(piece: str) -> Typeset:
    """Return what may come of laying out a piece of HTML."""
    pages = {place[1]: 1 + place.start() // _LETTERS_OF_A_PAGE for place in _PLACE.finditer(piece)}
    return Typeset(1 + len(piece) // _LETTERS_OF_A_PAGE, pages)
