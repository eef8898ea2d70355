from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policywright.adapters.sections import PageMap, Sections, Typeset
from policywright.render.page import PrintDocument

HTML = "<html><head><title>Book</title></head><body class='book'>{}</body></html>"
PAGE_OF = '<span class="page-of" data-for="{}"></span>'
BOOK = (
    '<p id="cover">Book, with kindness on page {}</p>'
    '<article data-section class="document"><h1 id="kind">Kind</h1><p><a href="#fair">Fair</a></p></article>'
    '<article data-section><h1 id="fair">Fair</h1><p><a href="#fair">Here</a> <a href="#lost">Nowhere</a></p></article>'
).format(PAGE_OF.format("kind"))


def sections(body: str = BOOK, *, fillable: bool = False) -> Sections:
    return Sections(PrintDocument("book", "Book", HTML.format(body), fillable=fillable))


def numbered(*firsts: int, **pages: int) -> list[str]:
    """Return the HTML of the sections of the book, given where each section and some places stand."""
    return [section.html for section in sections().numbered(PageMap(pages, firsts))]


def test_a_section_begins_where_the_html_says_so_and_is_a_whole_page_of_html() -> None:
    cover, kind, fair = numbered(1, 1, 1)
    assert [html.count("<title>Book</title></head><body class='book'>") for html in (cover, kind, fair)] == [1, 1, 1]
    assert [re.findall(r'<\w+ id="(\w+)"', html) for html in (cover, kind, fair)] == [["cover"], ["kind"], ["fair"]]


def test_a_document_without_sections_is_one_section_and_stays_as_it_is() -> None:
    (alone,) = sections('<p id="rule">Be kind.</p>').numbered(PageMap({}, (1,)))
    assert alone.html == HTML.format('<p id="rule">Be kind.</p>')


def test_the_number_of_a_page_in_another_section_is_put_in() -> None:
    assert 'data-for="kind">2</span>' in numbered(1, 2, 3, kind=2)[0]


def test_a_section_begins_with_the_number_of_its_first_page_and_on_its_side() -> None:
    cover, kind, fair = numbered(1, 2, 7)
    assert "counter-reset" not in cover
    assert "html { break-before: left } @page :first { counter-reset: page 2 }</style></head>" in kind
    assert "html { break-before: right } @page :first { counter-reset: page 7 }</style></head>" in fair


def test_a_link_into_another_section_says_so_and_no_other_link_does() -> None:
    _, kind, fair = numbered(1, 2, 3)
    assert '<a href="page:fair">Fair</a>' in kind
    assert '<a href="#fair">Here</a> <a href="#lost">Nowhere</a>' in fair


def test_what_cannot_be_printed_is_told_in_words() -> None:
    (alone,) = sections("<p>\N{BEATING HEART}</p>").numbered(PageMap({}, (1,)))
    assert "[beating heart]" in alone.html


@pytest.mark.parametrize(("body", "awaits"), [(BOOK, True), (PAGE_OF.format("a"), True), ("<p>Be kind.</p>", False)])
def test_numbers_matter_to_several_sections_and_where_one_is_waited_for(body: str, *, awaits: bool) -> None:
    assert sections(body).awaits_numbers is awaits


def test_html_without_a_body_is_refused() -> None:
    with pytest.raises(ValueError, match="the HTML of book has no body"):
        Sections(PrintDocument("book", "Book", "<p>Be kind.</p>"))


def test_the_pages_of_sections_are_counted_on() -> None:
    cover, kind, fair = Typeset(2, {"cover": 1}), Typeset(3, {"kind": 1, "end": 3, "cover": 2}), Typeset(1, {"fair": 1})
    assert PageMap.of([cover, kind, fair]) == PageMap({"cover": 1, "kind": 3, "end": 5, "fair": 6}, (1, 3, 6))


@given(st.dictionaries(st.sampled_from(["cover", "kind", "fair"]), st.integers(1, 9999)))
def test_rounded_numbers_are_as_long_as_the_true_ones(pages: dict[str, int]) -> None:
    known = PageMap(pages, (1, 2, 3))
    assert {place: len(str(page)) for place, page in known.rounded.pages.items()} == {
        place: len(str(page)) for place, page in pages.items()
    }
    assert known.rounded.rounded == known.rounded


def test_the_estimate_knows_every_place_and_counts_on() -> None:
    estimate = sections(BOOK.replace("Here", "Here " * 2000)).estimate
    assert estimate == PageMap({"cover": 1, "kind": 2, "fair": 3}, (1, 2, 3))
    assert sections(f"<p>{'Be kind. ' * 1000}</p><p id='end'></p>".replace("'", '"')).estimate.pages == {"end": 3}
