"""Two versions of some HTML as one, with words struck and added."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from policywright.render.marking import marked
from policywright.render.markup_tree import tree

BAR = '<div class="bar">'


def shown(before: str, after: str, **notes: list[str]) -> str:
    """Return the marked HTML, with signs for what is struck and added and without what is said aloud."""
    html = re.sub(r'<span class="aloud">.*?</span>', "", marked(before, after, notes))
    return re.sub("</(del|ins)>", "]", html.replace("<del>", "-[").replace("<ins>", "+["))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("<p>Ask first.</p>", "<p>Ask first.</p>", "<p>Ask first.</p>"),
        (
            "<p>Ask the head first.</p>",
            "<p>Ask the office first.</p>",
            f"{BAR}<p>Ask the -[head] +[office] first.</p></div>",
        ),
        ("<p>Ask first.</p>", "<p>Ask first</p>", f"{BAR}<p>Ask first-[.]</p></div>"),
        ("<p>Ask.</p>", "<p>Do not smoke here today.</p>", f"{BAR}<p>-[Ask.] +[Do not smoke here today.]</p></div>"),
    ],
)
def test_words_that_changed_stand_where_they_were_in_a_bar(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


def test_emphasis_comes_out_as_it_is_since_and_changes_no_word() -> None:
    assert shown("<p>You <em>must</em> ask.</p>", "<p>You <strong>must</strong> ask.</p>") == (
        "<p>You <strong>must</strong> ask.</p>"
    )
    assert shown("<p>You must ask <em>me</em> now.</p>", "<p>You must ask <em>us</em> now.</p>") == (
        f"{BAR}<p>You must ask -[<em>me</em>] +[<em>us</em>] now.</p></div>"
    )


@pytest.mark.parametrize(
    ("before", "after", "is_marked"),
    [
        ('<a href="#p.a">clause 1.2</a>', '<a href="#p.a">clause 1.3</a>', False),
        ('<a href="#p.a">clause 1.2(a)</a>', '<a href="#p.a">clause 1.2(b)</a>', False),
        ('<a href="#p.a">clause 1.2</a>', '<a href="#p.b">clause 1.2</a>', True),
        ('<a href="#p.a">the first rule</a>', '<a href="#p.a">the second rule</a>', True),
        ('<span class="term"><a href="#t">bullying</a></span>', "bullying", False),
    ],
)
def test_a_citation_is_the_same_while_it_leads_to_the_same_place(before: str, after: str, *, is_marked: bool) -> None:
    assert ("+[" in shown(f"<p>See {before} on it.</p>", f"<p>See {after} on it.</p>")) == is_marked


def test_what_bears_a_name_is_the_same_thing_wherever_it_stands() -> None:
    before = '<div id="a"><p>Ask.</p></div><div id="b"><p>Tell everybody.</p></div>'
    after = '<div id="b"><p>Tell everybody soon.</p></div><div id="a"><p>Ask.</p></div>'
    assert shown(before, after) == (
        f'<div id="b">{BAR}<p>Tell everybody +[soon].</p></div></div><div id="a"><p>Ask.</p></div>'
    )


def test_what_was_taken_out_stands_struck_where_it_was() -> None:
    before = '<div id="a"><p>Ask.</p></div><div id="b"><p>Tell.</p></div><div id="c"><p>Go.</p></div>'
    after = '<div id="a"><p>Ask.</p></div><div id="c"><p>Go.</p></div>'
    assert shown(before, after) == (
        f'<div id="a"><p>Ask.</p></div><div id="b">{BAR}<p>-[Tell.]</p></div></div><div id="c"><p>Go.</p></div>'
    )


def test_of_a_section_that_was_taken_out_what_moved_is_not_struck() -> None:
    before = '<section><h2 id="s">Old</h2><div id="a"><p>Ask.</p></div></section><section><h2 id="t">New</h2></section>'
    after = '<section><h2 id="t">New</h2><div id="a"><p>Ask.</p></div></section>'
    assert shown(before, after) == (
        f'<section>{BAR}<h2 id="s">-[Old]</h2></div></section>'
        '<section><h2 id="t">New</h2><div id="a"><p>Ask.</p></div></section>'
    )


def test_the_number_before_the_words_is_no_part_of_them() -> None:
    before, after = (f'<p><span class="number">1.{number}</span> Ask.</p>' for number in (2, 3))
    assert shown(before, after) == after


def test_what_is_told_of_something_stands_at_its_end() -> None:
    html = '<div id="a"><p>Ask.</p></div>'
    assert shown(html, html, a=["Its number was 1.2."]) == (
        '<div id="a"><p>Ask.</p><p class="change-note">Its number was 1.2.</p></div>'
    )


def test_a_row_in_which_words_changed_is_marked_as_a_whole() -> None:
    before, after = (f"<table><tbody><tr><td>Kept</td><td>{years} years</td></tr></tbody></table>" for years in (2, 3))
    assert shown(before, after) == (
        '<table><tbody><tr class="changed"><td>Kept</td><td>-[2] +[3] years</td></tr></tbody></table>'
    )


def test_a_box_to_tick_keeps_its_place_beside_its_words() -> None:
    box = '<li><label><input type="checkbox"> <span class="do">{} it</span></label></li>'
    before, after = box.format("Do"), box.format("See")
    assert shown(before, after) == (
        f'<li>{BAR}<label><input type="checkbox"> <span class="do">-[Do] +[See] it</span></label></div></li>'
    )


def test_marks_are_said_to_those_who_do_not_see_them() -> None:
    said = marked("<p>Ask the head first.</p>", "<p>Ask the office first.</p>", {}).striptags()
    assert said == "Ask the (removed: head) (added: office) first."


WORDS = st.lists(st.sampled_from(["ask", "tell", "must", "not", "2", "days", "now", ","]), max_size=6).map(" ".join)
LEAVES = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["em", "strong", "code"]), WORDS.filter(bool))
LINES = st.lists(st.one_of(WORDS, LEAVES), min_size=1, max_size=2).map(" ".join)
PARAGRAPHS = st.lists(LINES, max_size=2).map(lambda lines: [f"<p>{line}</p>" for line in lines])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Return clauses with names, some of which the other version has too, each with paragraphs and points."""
    names = draw(st.lists(st.sampled_from("abc"), unique=True))
    return "".join(
        f'<div class="clause" id="{name}">{"".join(draw(PARAGRAPHS))}'
        f"<ul>{''.join(f'<li>{line}</li>' for line in draw(st.lists(LINES, max_size=3)))}</ul></div>"
        for name in names
    )


@given(documents(), documents())
def test_without_what_went_it_reads_as_it_is_since(before: str, after: str) -> None:
    html = re.sub(r'<del>.*?</del>|<span class="aloud">.*?</span>', "", marked(before, after, {}))
    assert letters(html) == letters(after)


@given(documents(), documents())
def test_nothing_is_struck_that_was_not_there_and_nothing_that_went_is_left_out(before: str, after: str) -> None:
    html = re.sub(r'<span class="aloud">.*?</span>', "", marked(before, after, {}))
    kept = re.sub(r"<ins>.*?</ins>", "", html)
    assert sorted(letters(kept)) == sorted(letters(before))


@given(documents())
def test_what_did_not_change_bears_no_mark(html: str) -> None:
    assert marked(html, html, {}) == "".join(element.html for element in tree(html).elements)


def letters(html: str) -> str:
    return "".join(Markup(html).striptags().split())  # noqa: S704
