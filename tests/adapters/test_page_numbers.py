from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from policywright.adapters.page_numbers import awaited, lists_pages, numbered

PAGE_OF = '<span class="page-of" data-for="{}">{}</span>'

anchors = st.text(alphabet="abc.-:", min_size=1, max_size=4)
words = st.text(alphabet='ab <>&"\\1{}', max_size=9)


@given(st.lists(st.tuples(words, anchors)), words, st.dictionaries(anchors, st.integers(1, 99_999)))
def test_each_place_gets_a_number_as_long_as_it_may_have_and_nothing_else_changes(
    pieces: list[tuple[str, str]], end: str, farthest: dict[str, int]
) -> None:
    waiting = "".join(f"{text}{PAGE_OF.format(anchor, '')}" for text, anchor in pieces) + end
    filled = numbered(waiting, {}, farthest)
    assert re.sub("(page-of[^>]*>)[0-9]+<", r"\1<", filled) == waiting
    lengths = [len(number) for number in re.findall("page-of[^>]*>([0-9]+)<", filled)]
    assert lengths == [len(str(farthest.get(anchor, "00"))) for _, anchor in pieces]


def listed(main: str, others: str, pages: dict[str, int]) -> str:
    """Return the pages that an index gives, bold ones between stars."""
    filled = numbered(f'<span class="pages-of" data-main="{main}" data-for="{others}"></span>', pages, {})
    return re.sub("<[^>]*>", "", filled.replace("<strong>", "*").replace("</strong>", "*"))


def test_pages_that_follow_one_another_are_a_range_and_the_main_one_stands_apart_in_bold() -> None:
    pages = {"a": 4, "b": 5, "c": 6, "d": 6, "e": 9, "f": 12, "g": 13}
    assert listed("", "e c b a d", pages) == "4\N{EN DASH}6, 9"
    assert listed("f", "a e g", pages) == "4, 9, *12*, 13"
    assert listed("b", "a b c", pages) == "4, *5*, 6"


def test_a_range_leads_to_the_first_place_on_its_first_page() -> None:
    filled = numbered('<span class="pages-of" data-main="" data-for="b a c"></span>', {"a": 4, "b": 4, "c": 5}, {})
    assert '<a href="#b">4\N{EN DASH}5</a>' in filled


def test_every_page_that_is_waited_for_is_told_once() -> None:
    html = PAGE_OF.format("a", "") + '<span class="pages-of" data-main="b" data-for="a c"></span>'
    assert list(awaited(html)) == ["a", "b", "c"]


def test_a_list_of_pages_is_told_from_a_reference() -> None:
    assert lists_pages('<p><span class="pages-of" data-main="b" data-for=""></span></p>')
    assert not lists_pages(PAGE_OF.format("a", ""))
