"""Pages of a policy as a typesetter looks at them: what stands on each, and what is kept together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pymupdf
import pytest
from tests.render.school import STAFF, printed

from policywright.adapters.weasyprint import write

FEWEST_LINES = 6
HEAD_ENDS, FOOT_BEGINS = 80, 770
"""Where the head of a page ends and its foot begins, in points from its upper edge."""

NUMBERS_END = 125
"""Where the column of numbers ends, in points from the left edge of the page."""

ANNEXES = """
annexes:
  - {id: first, title: First record, document: record}
  - {id: second, title: Second record, document: record}
  - {id: third, title: Third record, document: record}
"""


class Line(NamedTuple):
    """A line of a page: its baseline and where it begins, in points from the upper left corner, and its words."""

    base: float
    left: float
    words: str


def sections() -> Iterator[str]:
    """Yield sections whose clauses are of all lengths, some with reasons and notes, so that pages end anywhere."""
    for number in range(14):
        yield f"  - id: s{number}\n    title: Section on {number}\n    clauses:"
        for clause in range(1 + number % 4):
            words = "Be kind to all of them. " * (1 + (number * 5 + clause * 3) % 17)
            yield f"      - id: c{number}-{clause}\n        text: {words}"
            if number % 3 == clause % 3:
                yield f"        because: {'It helps people. ' * (1 + number * 3 % 11)}"
            if number % 4 == clause % 2:
                yield f"        adopter-note: {'Say who does it. ' * (1 + (number + clause) % 6)}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    """The lines of each page of a long policy, from top to bottom."""
    folder: Path = tmp_path_factory.mktemp("pages")
    staff = "\n".join((STAFF.partition("sections:")[0] + "sections:", *sections(), ANNEXES))
    (made,) = write([printed(staff=staff)["staff"]], folder / "pdf", folder / "cache")
    with pymupdf.open(made.file) as pdf:
        return [sorted(_lines(page)) for page in pdf]


def _lines(page: pymupdf.Page) -> Iterator[Line]:
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            words = "".join(span["text"] for span in line["spans"]).strip()
            if words:
                yield Line(round(line["spans"][0]["origin"][1]), line["bbox"][0], words)


def body(page: list[Line]) -> list[Line]:
    """Return the lines of a page between its head and its foot."""
    return [line for line in page if HEAD_ENDS < line.base < FOOT_BEGINS]


def numbers(page: list[Line]) -> list[Line]:
    """Return the numbers of the clauses that begin on a page."""
    return [line for line in body(page) if line.left < NUMBERS_END and re.fullmatch(r"\d+\.\d+", line.words)]


def headings(page: list[Line]) -> list[Line]:
    """Return the headings on a page."""
    return [line for line in body(page) if re.match(r"Section on|Annex [A-Z]\.|About this", line.words)]


def test_the_head_of_a_page_names_the_first_and_the_last_clause_that_stand_on_it(pages: list[list[Line]]) -> None:
    last, seen = "", set()
    for page in pages[2:]:
        begun = [line.words for line in numbers(page)]
        first = body(page)[0]
        goes_on = last and not any(line.base <= first.base + 1 for line in (*numbers(page), *headings(page)))
        here = [last, *begun] if goes_on else begun
        expected = f"Clauses {here[0]} to {here[-1]}" if here[1:] else "".join(f"Clause {only}" for only in here)
        told = [line.words for line in page if line.base < HEAD_ENDS and line.words.startswith("Clause")]
        assert "".join(told) == expected
        seen.add(len(here) > 1)
        last = begun[-1] if begun else last
    assert True in seen
    assert last == "14.2"


def test_no_heading_is_the_last_on_its_page(pages: list[list[Line]]) -> None:
    for page in pages:
        for heading in headings(page):
            below = [line for line in body(page) if line.base > heading.base + 1]
            assert len(below) >= (1 if heading.words.startswith("Annex") else 2)


def test_no_page_but_the_last_is_nearly_empty(pages: list[list[Line]]) -> None:
    for page in pages[1:-1]:
        assert len({line.base for line in body(page)}) >= FEWEST_LINES


def test_pages_are_filled_but_for_what_is_kept_together(pages: list[list[Line]]) -> None:
    for page in pages[2:-1]:
        assert FOOT_BEGINS - body(page)[-1].base < 12 * 15.5


def test_pointers_to_documents_elsewhere_stand_on_one_page(pages: list[list[Line]]) -> None:
    assert [len([line for line in headings(page) if line.words.startswith("Annex")]) for page in pages[-1:]] == [3]


def test_the_document_is_introduced_with_what_its_cover_does_not_say(pages: list[list[Line]]) -> None:
    cover, *others = (" ".join(line.words for line in page) for page in pages)
    (about,) = (page for page in others if "About this document" in page)
    assert "Version 2026.1" in cover
    assert "Applies to staff" in about
    assert "Review due" in cover
    assert "Review due" not in " ".join(others)
