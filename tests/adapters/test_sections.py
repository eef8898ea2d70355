from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policywright.adapters.sections import PageMap, Section, Sections, Typeset
from policywright.render.page import PrintDocument

HTML = "<html><head><title>Book</title></head><body class='book'>{}</body></html>"
PAGE_OF = '<span class="page-of" data-for="{}"></span>'
BOOK = (
    '<p id="cover">Book, with kindness on page {}</p>'
    '<article data-section class="document"><h1 id="kind">Kind</h1><p><a href="#fair">Fair</a></p></article>'
    '<article data-section><h1 id="fair">Fair</h1><p><a href="#fair">Here</a> <a href="#lost">Nowhere</a></p></article>'
).format(PAGE_OF.format("kind"))


NOTHING_KNOWN = PageMap({}, (1,))


def sections(body: str = BOOK, *, fillable: bool = False) -> Sections:
    return Sections(PrintDocument("book", "Book", HTML.format(body), fillable=fillable))


def laid_out(**pages: int) -> list[str]:
    """Return the HTML of the sections of the book, given on which pages places stand."""
    known, book = PageMap(pages, (1, 1, 1)), sections()
    return [book.section(number, known).html for number in range(len(book))]


def test_a_section_begins_where_the_html_says_so_and_is_a_whole_page_of_html() -> None:
    cover, kind, fair = laid_out()
    assert [html.count("<title>Book</title></head><body class='book'>") for html in (cover, kind, fair)] == [1, 1, 1]
    assert [re.findall(r'<\w+ id="(\w+)"', html) for html in (cover, kind, fair)] == [["cover"], ["kind"], ["fair"]]


def test_a_document_without_sections_is_one_section_and_stays_as_it_is() -> None:
    alone = sections('<p id="rule">Be kind.</p>')
    assert len(alone) == 1
    assert alone.section(0, NOTHING_KNOWN) == Section(HTML.format('<p id="rule">Be kind.</p>'))


def test_a_section_of_several_can_come_to_stand_on_either_side() -> None:
    assert sections().section(0, NOTHING_KNOWN).either_side


def test_what_stands_in_for_a_number_has_as_many_figures() -> None:
    assert 'data-for="kind">1</span>' in laid_out(kind=9)[0]
    assert 'data-for="kind">100</span>' in laid_out(kind=204)[0]


def test_what_stands_in_never_gets_shorter_than_was_thought_at_first() -> None:
    long = sections(BOOK.replace("Book,", "Book, " * 20_000))
    assert 'data-for="kind">10</span>' in long.section(0, NOTHING_KNOWN).html
    assert 'data-for="kind">10</span>' in long.section(0, PageMap({"kind": 2}, (1, 2, 3))).html


def test_a_section_that_lists_pages_depends_on_them_and_no_other_does() -> None:
    index = '<article data-section><span class="pages-of" data-main="kind" data-for=""></span></article>'
    book = sections(BOOK + index)
    some, others = PageMap({"kind": 2}, (1, 2, 3, 4)), PageMap({"kind": 3}, (1, 3, 4, 5))
    assert [book.lists_pages(number) for number in range(4)] == [False, False, False, True]
    same = [book.section(number, some) == book.section(number, others) for number in range(4)]
    assert same == [True, True, True, False]


def test_a_link_into_another_section_says_so_and_no_other_link_does() -> None:
    _, kind, fair = laid_out()
    assert '<a href="page:fair">Fair</a>' in kind
    assert '<a href="#fair">Here</a> <a href="#lost">Nowhere</a>' in fair


def test_what_cannot_be_printed_is_told_in_words() -> None:
    assert "[beating heart]" in sections("<p>\N{BEATING HEART}</p>").section(0, NOTHING_KNOWN).html


def test_html_without_a_body_is_refused() -> None:
    with pytest.raises(ValueError, match="the HTML of book has no body"):
        Sections(PrintDocument("book", "Book", "<p>Be kind.</p>"))


def test_the_pages_of_sections_are_counted_on() -> None:
    cover, kind, fair = Typeset(2, {"cover": 1}), Typeset(3, {"kind": 1, "end": 3, "cover": 2}), Typeset(1, {"fair": 1})
    assert PageMap.of([cover, kind, fair]) == PageMap({"cover": 1, "kind": 3, "end": 5, "fair": 6}, (1, 3, 6))


def test_the_estimate_knows_every_place_and_counts_on() -> None:
    estimate = sections(BOOK.replace("Here", "Here " * 2000)).estimate({})
    assert estimate == PageMap({"cover": 1, "kind": 2, "fair": 3}, (1, 2, 3))
    alone = sections(f'<p>{"Be kind. " * 1000}</p><p id="end"></p>')
    assert alone.estimate({}).pages["end"] > 1


@given(st.dictionaries(st.integers(0, 2), st.integers(1, 40)))
def test_what_was_laid_out_is_not_estimated(counts: dict[int, int]) -> None:
    laid_out = {number: Typeset(count, {}) for number, count in counts.items()}
    firsts = sections().estimate(laid_out).firsts
    assert firsts == (1, 1 + counts.get(0, 1), 1 + counts.get(0, 1) + counts.get(1, 1))
