"""What a link of a printed page is called where it is read out: what it leads to, and on which page that stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policywright.adapters.page_numbers import PAGE_OF
from policywright.adapters.set_numbers import spoken
from policywright.adapters.structure import Element

Html = Any
"""An element of the HTML, as ElementTree has it."""

_RANGE = "\N{EN DASH}"


def spoken_link(link: Element) -> str:
    """Return the name of a link: the one that it is given, or its words with the page that they end with.

    A page number by itself says nothing, so that one in an index or a table is called after what it is a page of.
    """
    given: str | None = link.html.get("aria-label")
    if given:
        return given
    words = _joined(_said(link.html))
    around = _line_of_pages(link)
    return f"{around}, {_pages(words)}" if around else words


def _line_of_pages(link: Element) -> str:
    """Return the words before a list of pages that a link is one of; nothing where it is none of those.

    In a table these are the words of the cells before.
    """
    holder = link.parent
    if holder and holder.type == "TD":
        holder = holder.parent
    line = holder.html if holder else None
    for pages in line.iter("span") if line is not None else ():
        if pages.get("class") == "pages-of" and link.html in set(pages.iter("a")):
            return _joined(_before(line, pages)).rstrip(":")
    return ""


def _before(line: Html, end: Html) -> Iterator[str]:
    """Yield the texts of an element up to one within it."""
    yield line.text or ""
    for child in line:
        if end in set(child.iter()):
            if child is not end:
                yield from _before(child, end)
            return
        yield "".join(child.itertext())
        yield child.tail or ""


def _said(html: Html) -> Iterator[str]:
    """Yield the texts of an element, the number of a page as such."""
    yield html.text or ""
    for child in html:
        words = _number(child) or "".join(_said(child))
        yield f", {_pages(words.strip())}" if child.get("class") == "page" else words
        yield child.tail or ""


def _number(html: Html) -> str:
    """Return the number of a page that an element tells, which is set when it is known."""
    return spoken(html.get("data-for")) if html.get("class") == PAGE_OF else ""


def _pages(numbers: str) -> str:
    first, to, last = numbers.partition(_RANGE)
    return f"pages {first} to {last}" if to else f"page {first}"


def _joined(texts: Iterator[str]) -> str:
    return " ".join("".join(texts).split()).replace(" ,", ",")
