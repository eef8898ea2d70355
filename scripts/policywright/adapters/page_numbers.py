"""The numbers of pages in HTML: what stands in their places while a section is laid out.

A reference gives the number of one page. All figures have the same width, so that any number that is not shorter can
stand in for the true one, which is set in the finished PDF. A line of an index gives the numbers of several pages,
those that follow one another as a range: which there are, and how many, has to be known when it is laid out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

PAGE_OF = "page-of"
"""The class of the place where the number of a page goes."""

_PAGE_OF = re.compile(rf'(<span class="{PAGE_OF}" data-for="([^"]*)">)(</span>)')
_PAGES_OF = re.compile(r'(<span class="pages-of" data-main="([^"]*)" data-for="([^"]*)">)(</span>)')
_UNKNOWN = "00"


def numbered(html: str, pages: Mapping[str, int], farthest: Mapping[str, int]) -> str:
    """Put numbers into all places that wait for one.

    A list gets the pages of its anchors, as `pages` has them, and a reference a number with as many figures as that of
    the page on which its anchor may stand, `farthest` to the back.
    """
    html = _PAGES_OF.sub(lambda place: f"{place[1]}{_listed(place, pages)}{place[4]}", html)
    return _PAGE_OF.sub(lambda place: f"{place[1]}{_stand_in(farthest.get(place[2]))}{place[3]}", html)


def _stand_in(page: int | None) -> str:
    return str(10 ** (len(str(page)) - 1)) if page else _UNKNOWN


def lists_pages(html: str) -> bool:
    """Return whether there are lists of pages in HTML, which can be laid out when these are known."""
    return bool(_PAGES_OF.search(html))


def awaited(html: str) -> Iterable[str]:
    """Return every anchor whose page is waited for, once each."""
    return dict.fromkeys(_awaited(html))


def _awaited(html: str) -> Iterator[str]:
    yield from (place[2] for place in _PAGE_OF.finditer(html))
    for place in _PAGES_OF.finditer(html):
        yield from (*place[2].split(), *place[3].split())


def _listed(place: re.Match[str], pages: Mapping[str, int]) -> str:
    """Return the pages of several anchors in order, those that follow one another as a range, the main ones in bold."""
    bold = _by_page(place[2].split(), pages)
    plain = {page: anchor for page, anchor in _by_page(place[3].split(), pages).items() if page not in bold}
    ranges = [(page, page, anchor, True) for page, anchor in bold.items()]
    ranges += ((first, last, plain[first], False) for first, last in _ranges(sorted(plain)))
    return ", ".join(_link(*one) for one in sorted(ranges))


def _by_page(anchors: Iterable[str], pages: Mapping[str, int]) -> dict[int, str]:
    """Return the first of the anchors on each page; where nothing is known yet, page 0 stands for all."""
    found: dict[int, str] = {}
    for anchor in anchors:
        found.setdefault(pages.get(anchor, 0), anchor)
    return found


def _ranges(pages: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of the pages that follow one another."""
    start = 0
    for end in range(1, len(pages) + 1):
        if end == len(pages) or pages[end] != pages[end - 1] + 1:
            yield pages[start], pages[end - 1]
            start = end


def _link(first: int, last: int, anchor: str, main: bool) -> str:  # noqa: FBT001  unpacked from a tuple
    words = f"{first or _UNKNOWN}" if first == last else f"{first}\N{EN DASH}{last}"
    link = f'<a href="#{anchor}">{words}</a>'
    return f"<strong>{link}</strong>" if main else link
