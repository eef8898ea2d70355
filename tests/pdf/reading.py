"""What a PDF says when it is read aloud, and what the HTML says that it was made of."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import category

import pikepdf
from weasyprint import HTML

from policywright.adapters.page_numbers import numbered
from policywright.adapters.printable import printable

# What the style of print hides or a picture says otherwise, and what it sets a full stop after the number of.
_HIDDEN = (
    ".//*[@class='unseen']",
    ".//*[@class='sheet']//*[@class='adopter-note']",
    ".//*[@class='duty none']/../*[3]",
    ".//select/option",
    ".//{http://www.w3.org/2000/svg}svg",
)
_ANNEXES = "annex", "annex elsewhere"
_QUOTED = re.compile(r'^ *"(.*)"$')
_REFERENCE = re.compile(r'(<span class="page-of" data-for="([^"]*)">)\d+<')
_MARKER = re.compile(r"• |\d+\. ")

Tagged = Any
"""A structure element, as pikepdf has it."""


def outline(pdf: Path) -> list[str]:
    """Return the structure tree as Poppler sees it: a line for each element, attribute and piece of text."""
    read = subprocess.run(["pdfinfo", "-struct-text", pdf], check=True, capture_output=True, text=True).stdout
    lines = (re.sub(r" \((block|inline)\)|:$", "", line) for line in read.splitlines())
    return [line for line in lines if not line.strip().startswith(("Object ", "/Placement", "/BBox"))]


def spoken(pdf: Path) -> str:
    """Return the letters that a PDF says in the order of its structure, where HTML has words for it."""
    lines = outline(pdf)
    said = ((before.strip(), quoted[1]) for before, line in pairwise(lines) if (quoted := _QUOTED.match(line)))
    return _letters("".join(words for before, words in said if not _is_unwritten(before, words)))


def written(html: str, pages: Mapping[str, int]) -> str:
    """Return the letters that a printed page of HTML says, given on which page each place of it stands."""
    told = _REFERENCE.sub(lambda place: f"{place[1]}{pages.get(place[2], '00')}<", numbered(html, pages, {}))
    body = HTML(string=printable(told)).etree_element.find("body")
    for hidden in (element for path in _HIDDEN for element in body.findall(path)):
        tail = hidden.tail
        hidden.clear()
        hidden.tail = tail
    for annex in _ANNEXES:
        for number in body.findall(f".//div[@class='{annex}']/section/h2/*[@class='number']"):
            number.text += "."
    return _letters("".join(body.itertext()))


def page_numbers(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Return the number of the page, from 1, on which each place of a PDF stands that links can lead to."""
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    named = pdf.Root.get("/Names", pikepdf.Dictionary())
    names = pikepdf.NameTree(named.Dests).items() if "/Dests" in named else ()
    return {str(name): numbers[place[0].objgen] for name, place in names}


def elements(pdf: pikepdf.Pdf) -> Iterator[Tagged]:
    """Yield the elements of the structure tree, in order."""
    yield from _within(pdf.Root.StructTreeRoot.K)


def areas(pdf: pikepdf.Pdf, type_: str) -> list[pikepdf.Object]:
    """Return what can be clicked or filled in of the elements of a type, in the order of reading."""
    kids = (kid for element in elements(pdf) if f"/{type_}" == element.S for kid in element.K)
    return [kid.Obj for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]


def on_pages(pdf: pikepdf.Pdf, type_: str) -> list[pikepdf.Object]:
    """Return what can be clicked or filled in on the pages."""
    notes = (note for page in pdf.pages for note in page.get("/Annots", ()))
    return [note for note in notes if note.Subtype == f"/{type_}"]


def _within(element: Tagged) -> Iterator[Tagged]:
    yield element
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _within(kid)


def _is_unwritten(type_: str, words: str) -> bool:
    """Whether the HTML has no words for what follows a type: a list's own marker, and letters drawn in a picture."""
    return type_ == "Figure" or (type_ == "Lbl" and _MARKER.fullmatch(words) is not None)


def _letters(text: str) -> str:
    """Return a text without its spaces and without what is never seen."""
    return "".join(letter for letter in text if not letter.isspace() and category(letter) != "Cf")
