"""The pages of checklists, and their prints."""

from __future__ import annotations

import re
from html import unescape

import pytest
from tests.render.school import CHECKLIST, linked, printed

from policywright import render

ITEMS = """
checklist: open
title: Open an account
part: schools
for: staff
steps:
  - title: Before you ask
    items:
      - {id: purpose, do: Write down what it is for, by: staff, when: before you ask, clauses: ["staff#decline"]}
      - {id: ask, do: Ask the head teacher, evidence: record, after: [purpose], may-not-apply: yes}
sign-off: {by: head, statement: The account may be opened.}
"""


def whole_page(checklist: str) -> str:
    return next(page for page in render.site(linked(open=checklist)) if page.kind == "checklist").content


def page(checklist: str) -> str:
    """Return the list itself, as the website shows it."""
    shown = whole_page(checklist)
    return shown[shown.index('<form class="checklist"') : shown.index("</form>")]


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def item(identifier: str) -> str:
    return page(ITEMS).split(f'id="{identifier}"')[1].split("</li>")[0]


def test_each_item_has_a_box_within_a_label_that_says_what_to_do() -> None:
    labels = re.findall(r'<label class="choice[^>]*><input type="checkbox"[^>]*>(.*?)</label>', page(ITEMS))
    assert [words(label) for label in labels] == [
        "1.1 Write down what it is for",
        "1.2 Ask the head teacher",
        "Does not apply to “Ask the head teacher”",
    ]


def test_each_step_is_a_group_named_by_its_heading() -> None:
    assert '<section class="step" role="group" aria-labelledby="_step-1">\n<h2 id="_step-1"' in page(ITEMS)


def test_an_item_says_who_does_it_by_when_and_which_rule_asks_for_it() -> None:
    assert "Who staff By when before you ask Rules clause 1.1 of Staff" in words(item("purpose"))


def test_an_item_names_and_links_what_shows_it_and_what_comes_first() -> None:
    assert 'Shown by</span> <a href="record.html">Incident record</a>' in item("ask")
    assert 'Only after</span> <a href="#purpose">item 1.1</a> (“Write down what it is for”)' in item("ask")


def test_what_has_to_be_finished_before_the_list_is_named_above_it() -> None:
    before = words(whole_page(f"{ITEMS}follows: [open]\n").split("<form")[0])
    assert "First finish Open an account ." in before
    assert "First finish" not in whole_page(ITEMS)


@pytest.mark.parametrize("identifier", ["reset", "elements"])
def test_an_item_of_any_name_leaves_the_form_its_own(identifier: str) -> None:
    named = re.findall(r'<input[^>]* name="([^"]*)"', page(ITEMS.replace("purpose", identifier)))
    assert identifier not in named


def test_where_something_may_not_apply_the_page_says_how_to_tick_that() -> None:
    told = "Where an item does not apply, tick that instead: it has one tick or the other, never both."
    assert told in words(whole_page(ITEMS))
    assert told not in words(whole_page(CHECKLIST))


def test_nothing_is_disabled() -> None:
    assert "disabled" not in page(ITEMS)


SOMEBODY_ELSE = "Whoever signs this off is another person than the one who did the work."
SAME_ROLE = "Both are in the same role here, so somebody else in that role, or who stands in for it, signs off."


def test_the_sign_off_asks_for_two_people() -> None:
    shown = words(page(ITEMS))
    assert SOMEBODY_ELSE in shown
    assert SAME_ROLE not in shown
    for asked in ("Who did the work: staff Name", "Who signs off: the head teacher Name"):
        assert asked in shown


def test_where_both_have_the_same_role_the_page_says_that_it_takes_another_person() -> None:
    assert f"{SOMEBODY_ELSE} {SAME_ROLE}" in words(page(ITEMS.replace("for: staff", "for: head")))


def test_a_list_without_a_sign_off_asks_for_who_did_it_alone() -> None:
    shown = words(page(ITEMS.split("sign-off", maxsplit=1)[0]))
    assert "For the record Sign if you keep this list. Who did the work: staff Name" in shown
    assert "Who signs off" not in shown


def test_paper_has_nothing_that_only_a_script_would_show() -> None:
    paper = printed(open=ITEMS)["open"].html
    body = paper[paper.index("<body") :]
    assert [one for one in ("<button", "<progress", "hidden", "status", "For example") if one in body] == []


@pytest.mark.parametrize("checklist", [CHECKLIST, ITEMS])
def test_paper_has_a_line_for_the_name_the_date_and_the_signature_of_each_who_signs(checklist: str) -> None:
    said = words(printed(open=checklist)["open"].html)
    assert said.count("Name Date Signature To be signed by hand, on paper") == 2
