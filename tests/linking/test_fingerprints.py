from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.written import clause, linked, policy, section

from policywright.linking.fingerprints import LETTERS, fingerprint_of


def _fingerprint(written: dict[str, Any], address: str = "conduct#quiet", **around: object) -> str:
    return fingerprint_of(linked(policy(section("manners", written, **around))).targets[address])


QUIET = clause("quiet", "Be quiet within 2 days.", clause("hush", "in the hall"), duty="must", actors=["staff"])


@pytest.mark.parametrize(
    "otherwise",
    [
        {"text": "Be quiet within 3 days."},
        {"heading": "Noise"},
        {"duty": "should"},
        {"actors": ["pupils"]},
        {"actors": ["staff", "pupils"]},
        {"continues": "And stay so."},
        {"deadline": {"within": "2 days", "of": "being told"}},
        {"status": "withdrawn"},
        {"points": [clause("hush", "in the yard")]},
        {"points": []},
    ],
)
def test_a_fingerprint_changes_with_what_is_said(otherwise: dict[str, Any]) -> None:
    assert _fingerprint(QUIET | otherwise) != _fingerprint(QUIET)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"text": "Be   quiet\nwithin 2 days."},
        {"number": "9.9"},
        {"topics": ["noise"]},
        {"keywords": ["loud"]},
        {"editors_note": "Checked."},
        {"adopter_note": "Name the hall."},
        {"points": [clause("silence", "in the hall", number="z")]},
    ],
)
def test_a_fingerprint_stays_while_only_something_about_it_changes(otherwise: dict[str, Any]) -> None:
    assert _fingerprint(QUIET | otherwise) == _fingerprint(QUIET)


def test_a_point_that_takes_its_duty_over_changes_with_it() -> None:
    assert _fingerprint(QUIET | {"duty": "may"}, "conduct#hush") != _fingerprint(QUIET, "conduct#hush")


def test_a_clause_says_the_same_wherever_it_stands() -> None:
    moved = linked(policy(section("first", clause("new")), section("second", clause("other"), QUIET)))
    assert fingerprint_of(moved.targets["conduct#quiet"]) == _fingerprint(QUIET)


def test_a_variable_counts_by_its_words_where_these_are_given_and_otherwise_by_its_name() -> None:
    one, other = (linked(policy(section("s", clause("c", text)))).targets["conduct#c"] for text in ("{{a}}", "{{b}}"))
    assert fingerprint_of(one) != fingerprint_of(other)
    assert fingerprint_of(one, {"a": "noon"}) == fingerprint_of(other, {"b": "noon"})
    assert fingerprint_of(one, {"a": "noon"}) != fingerprint_of(one, {"a": "night"})


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_texts_have_one_fingerprint_just_where_their_words_are_the_same(one: str, other: str) -> None:
    same = _fingerprint(clause("quiet", one)) == _fingerprint(clause("quiet", other))
    assert same == (one.split() == other.split())


def test_a_fingerprint_that_was_written_down_stays_true() -> None:
    assert _fingerprint(QUIET) == "1387aaa56f69"
    assert len(_fingerprint(QUIET)) == LETTERS
