"""Numbers of pages that are set when all pages are known."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pdf.reading import on_pages

from policywright.adapters.binding import typeset
from policywright.adapters.set_numbers import OWN_PAGE, UNMOVED, following, set_numbers, spoken, stand_in
from policywright.render.page import PrintDocument

FIGURES = b"".join(b"%04x" % (17 + 3 * figure) for figure in range(10))
"""How some font draws the figures from 0 to 9."""


def pdf_of(content: bytes, *, pages: int = 1, told: str = "") -> pikepdf.Pdf:
    """Return a PDF with a content on its last page, and on that a link of which something is told."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page: Any = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"")
    page.Contents.write(content)
    page.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Contents=pikepdf.String(told))])
    return pdf


def content(pdf: pikepdf.Pdf) -> bytes:
    return bytes(pdf.pages[-1].Contents.read_bytes())


def drawn(page: int) -> bytes:
    return b"".join(FIGURES[4 * figure : 4 * figure + 4] for figure in map(int, str(page)))


@given(st.text(min_size=1) | st.sampled_from([".", OWN_PAGE]), st.integers(1, 99_999))
def test_the_number_of_a_place_goes_where_a_remark_says_so(place: str, page: int) -> None:
    waiting = b"BT\n%s\n[<0014>3<0011>] TJ\nET" % stand_in(quote(place), 0, FIGURES)
    pdf = pdf_of(waiting)
    set_numbers(pdf, {place: page})
    assert content(pdf) == b"BT\n[<%s>] TJ\nET" % drawn(page)


@pytest.mark.parametrize(("stands_in", "moved"), [(b"<0014>", b"1000.000"), (b"<0014>0<0011>0<0011>", b"")])
def test_the_number_of_the_page_itself_ends_where_the_figures_ended(stands_in: bytes, moved: bytes) -> None:
    pdf = pdf_of(b"%s\n[%s] TJ" % (stand_in(OWN_PAGE, 500, FIGURES), stands_in), pages=103)
    set_numbers(pdf, {})
    assert content(pdf) == b"[%s<%s>] TJ" % (moved, drawn(103))


def test_a_place_that_is_nowhere_gets_two_noughts() -> None:
    pdf = pdf_of(b"%s\n[<0014>] TJ" % stand_in("lost", 0, FIGURES), told=f"Lost, page {spoken('lost')}")
    set_numbers(pdf, {"found": 3})
    assert content(pdf) == b"[<00110011>] TJ"
    assert str(pdf.pages[0].obj.Annots[0].Contents) == "Lost, page 00"


@pytest.mark.parametrize(("page", "moved"), [(57, b"1 0 0 1 -6.5000 0 cm"), (574, UNMOVED)])
def test_what_follows_a_number_in_its_line_is_moved_to_its_end(page: int, moved: bytes) -> None:
    pdf = pdf_of(b"q\n%s\n%s" % (following("kind", 6.5, 3), UNMOVED))
    set_numbers(pdf, {"kind": page})
    assert content(pdf) == b"q\n" + moved


def test_what_is_read_aloud_of_a_link_tells_the_page_too() -> None:
    pdf = pdf_of(b"", told=f"Kind, page {spoken('kind')}, or {spoken('fair')}")
    set_numbers(pdf, {"kind": 57, "fair": 8})
    assert str(pdf.pages[0].obj.Annots[0].Contents) == "Kind, page 57, or 8"


def test_no_remark_is_left_in_a_pdf(tmp_path: Path) -> None:
    number = '<span class="page"><span class="page-of" data-for="rule"></span></span>'
    body = f'<p id="rule">See <a href="#rule">this {number}</a></p>'
    typeset(PrintDocument("book", "Book", PAGE.format(body)), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        assert b"%" not in content(pdf)
        assert [str(link.Contents) for link in on_pages(pdf, "Link")] == ["this, page 1"]


PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Book</title><style>
@font-face {{ font-family: A; src: url(vendor/fonts/AtkinsonHyperlegibleNext_400Regular.ttf) }}
@page {{ @bottom-right {{ content: counter(page); text-align: right }} }}
html {{ font: 10pt/12pt A; font-variant-numeric: tabular-nums }}
</style></head><body>{}</body></html>"""
