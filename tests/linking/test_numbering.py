from __future__ import annotations

import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.written import Written, clause, linked, numbers, policies, policy, section

from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.form import Form
from policywright.model.policy import Policy
from policywright.model.table import Table

_BY_DEPTH = ("abcdefgh", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"), "ABCDEFGH", "12345678")


def test_sections_and_clauses_are_counted_and_points_bear_letters_by_depth() -> None:
    found = linked(
        policy(
            section("first", clause("one"), clause("two")),
            section("second", clause("deep", "Words.", _nested("a", "b", "c", "d", "e"), clause("next"))),
        )
    )
    assert numbers(found) == {
        "conduct#first": "1",
        "conduct#one": "1.1",
        "conduct#two": "1.2",
        "conduct#second": "2",
        "conduct#deep": "2.1",
        "conduct#a": "2.1(a)",
        "conduct#b": "2.1(a)(i)",
        "conduct#c": "2.1(a)(i)(A)",
        "conduct#d": "2.1(a)(i)(A)(1)",
        "conduct#e": "2.1(a)(i)(A)(1)(a)",
        "conduct#next": "2.1(b)",
    }


def test_the_label_of_a_point_is_the_last_part_of_its_number() -> None:
    found = linked(policy(section("first", clause("one", "Words.", _nested("a", "b")))))
    assert [found.targets[f"conduct#{anchor}"].label for anchor in ("one", "a", "b")] == ["1.1", "(a)", "(i)"]


def test_the_point_after_z_is_aa() -> None:
    points = [clause(f"p{place}") for place in range(28)]
    found = linked(policy(section("first", clause("one", "Words.", *points))))
    assert [found.targets[f"conduct#p{place}"].label for place in (0, 25, 26, 27)] == ["(a)", "(z)", "(aa)", "(ab)"]


def test_inner_sections_go_on_after_the_clauses_of_their_section() -> None:
    inner = section("inner", clause("deep"))
    found = linked(policy(section("outer", clause("one"), sections=[inner, section("last")])))
    assert list(numbers(found).values()) == ["1", "1.1", "1.2", "1.2.1", "1.3"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Annex", ["Annex A", "A.1", "A.1(a)", "A.2", "A.2.1", "Annex B"]),
        ("Appendix", ["Appendix 1", "A1.1", "A1.1(a)", "A1.2", "A1.2.1", "Appendix 2"]),
        ("Schedule", ["Schedule 1", "S1.1", "S1.1(a)", "S1.2", "S1.2.1", "Schedule 2"]),
    ],
)
def test_an_annex_bears_the_policys_word_and_lends_its_mark_to_what_stands_in_it(
    word: str, expected: list[str]
) -> None:
    attached = section("attached", clause("one", "Words.", clause("a")), sections=[section("inner", clause("deep"))])
    found = linked(policy(annexes=[attached, section("more")], annex_word=word))
    assert list(numbers(found).values()) == expected


def test_a_policy_without_a_word_for_its_annexes_takes_the_handbooks() -> None:
    found = linked(policy(annexes=[section("attached")]), words={"annex": "Schedule"})
    assert numbers(found) == {"conduct#attached": "Schedule 1"}


@pytest.mark.parametrize(
    ("pinned", "expected"),
    [
        ([None, "6.5", None], ["6.1", "6.5", "6.6"]),
        ([None, "6.2.1", None], ["6.1", "6.2.1", "6.2.2"]),
        ([None, "6.1a", None], ["6.1", "6.1a", "6.2"]),
        (["6.2", None, None, "6.4"], ["6.2", "6.3", "6.5", "6.4"]),
        ([None, None, "6.1"], ["6.2", "6.3", "6.1"]),
    ],
)
def test_computed_numbers_go_on_after_a_pinned_one_and_never_repeat_one(
    pinned: list[str | None], expected: list[str]
) -> None:
    clauses = [clause(f"c{place}", number=number) for place, number in enumerate(pinned)]
    found = linked(policy(section("sixth", *clauses, number="6")))
    assert list(numbers(found).values()) == ["6", *expected]


@pytest.mark.parametrize("written", ["(c)", "c)", "c", "1.1(c)"])
def test_a_point_may_be_pinned_by_its_letter_or_its_whole_number(written: str) -> None:
    found = linked(policy(section("first", clause("one", "Words.", clause("pinned", number=written), clause("next")))))
    assert numbers(found)["conduct#pinned"] == "1.1(c)"
    assert numbers(found)["conduct#next"] == "1.1(d)"
    assert found.targets["conduct#pinned"].label == (written if written != "1.1(c)" else "(c)")


def test_a_computed_number_gives_way_to_one_that_is_pinned_further_on() -> None:
    stem = clause("one", "Words.", clause("a"), clause("b", number="(a)"))
    annexes = [section("attached"), section("pinned", number="A")]
    found = linked(
        policy(
            section("first", stem, clause("later", number="2.1")), section("second", clause("moved")), annexes=annexes
        )
    )
    assert numbers(found) == {
        "conduct#first": "1",
        "conduct#one": "1.1",
        "conduct#a": "1.1(b)",
        "conduct#b": "1.1(a)",
        "conduct#later": "2.1",
        "conduct#second": "2",
        "conduct#moved": "2.2",
        "conduct#attached": "Annex B",
        "conduct#pinned": "Annex A",
    }


def test_a_number_that_is_pinned_in_a_later_section_is_not_computed_in_an_earlier_one() -> None:
    found = linked(policy(section("first", clause("one")), section("second", clause("pinned", number="1.1"))))
    assert numbers(found)["conduct#one"] == "1.2"


def test_an_annex_may_be_pinned_by_its_mark_or_with_the_word() -> None:
    annexes = [section("four", clause("x"), number="4"), section("seven", number="Appendix 7"), section("next")]
    found = linked(policy(annexes=annexes, annex_word="Appendix"))
    assert list(numbers(found).values()) == ["Appendix 4", "A4.1", "Appendix 7", "Appendix 8"]


def test_a_withdrawn_clause_keeps_its_number() -> None:
    found = linked(policy(section("first", clause("one"), clause("gone", status="withdrawn"), clause("three"))))
    assert numbers(found)["conduct#gone"] == "1.2"
    assert numbers(found)["conduct#three"] == "1.3"


def test_fields_items_questions_and_outcomes_are_counted_for_print() -> None:
    name = {"label": "Name", "type": "name"}
    form = Form.model_validate({
        "form": "consent", "title": "Consent", "part": "schools",
        "sections": [
            {"title": "First", "fields": [{"id": "child", **name}]},
            {
                "title": "Second",
                "statements": [{"id": "agree", "text": "I agree."}],
                "fields": [{"id": "parent", **name}],
            },
        ],
    })  # fmt: skip
    checklist = Checklist.model_validate({
        "checklist": "open", "title": "Open", "part": "schools",
        "steps": [
            {"title": "Before", "items": [{"id": "one", "do": "Ask"}]},
            {"title": "After", "items": [{"id": "two", "do": "Tell"}]},
        ],
    })  # fmt: skip
    decision = Decision.model_validate({
        "decision": "post", "title": "Post", "part": "schools", "start": "danger",
        "questions": {"danger": {"ask": "Danger?", "answers": [{"id": "yes", "say": "Yes", "go": "police"}]}},
        "outcomes": {"police": {"title": "Police"}, "none": {"title": "None"}},
    })  # fmt: skip
    either = [{"id": "a", "say": "A"}, {"id": "b", "say": "B"}]
    table = Table.model_validate({
        "table": "who", "title": "Who", "part": "schools",
        "conditions": {"harm": {"ask": "Harm?", "values": either}, "author": {"ask": "Author?", "values": either}},
        "rules": [{"id": "all", "go": "police"}],
        "outcomes": {"police": {"title": "Police"}},
    })  # fmt: skip
    assert numbers(linked(form, checklist, decision, table)) == {
        "consent#child": "1",
        "consent#agree": "A",
        "consent#parent": "2",
        "open#one": "1.1",
        "open#two": "2.1",
        "post#danger": "1",
        "post#police": "A",
        "post#none": "B",
        "who#harm": "1",
        "who#author": "2",
        "who#all": "rule 1",
        "who#police": "A",
    }


@given(policies)
def test_no_two_provisions_of_a_policy_share_a_number(written: Written) -> None:
    given_numbers = list(numbers(linked(Policy.model_validate(written))).values())
    assert len(given_numbers) == len(set(given_numbers))


@given(policies, st.lists(st.sampled_from(["1", "2", "1.1", "1.2", "2.1", "3.1"]), unique=True))
def test_no_computed_number_repeats_a_pinned_one(written: Written, pins: list[str]) -> None:
    for top, pin in zip(_headed(written["sections"]), pins, strict=False):
        top["number"] = pin
    given_numbers = list(numbers(linked(Policy.model_validate(written))).values())
    assert len(given_numbers) == len(set(given_numbers))


@given(policies)
def test_numbers_rise_in_reading_order(written: Written) -> None:
    found = linked(Policy.model_validate(written))
    body = [target for target in found.targets.values() if target.number and not _is_attached(target.number)]
    places = [_place(target.number) for target in body]
    assert places == sorted(places)


def _nested(*identifiers: str) -> Written:
    """Return points each within the one before."""
    first, *rest = identifiers
    return clause(first, "Words.", *([_nested(*rest)] if rest else []))


def _headed(sections: list[Written]) -> list[Written]:
    """Return the sections and clauses of a drawn policy, from the outside in."""
    inner = chain.from_iterable([*top["clauses"], *_headed(top.get("sections", []))] for top in sections)
    return [*sections, *inner]


def _is_attached(number: str) -> bool:
    return not number[0].isdigit()


def _place(number: str) -> list[int]:
    """Return the place that a number claims: 2.10(b)(iv) is [2, 10, 2, 4]."""
    figures, *points = re.split(r"[()]+", number.rstrip(")"))
    letters = [_BY_DEPTH[depth % 4].index(point) + 1 for depth, point in enumerate(points)]
    return [*map(int, figures.split(".")), *letters]
