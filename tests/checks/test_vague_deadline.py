import pytest
from tests.checks.told_by import clauses, told_by, words_flagged

from policywright.checks.vague_deadline import VAGUE_WORDS

CHECK = "vague-deadline"


@pytest.mark.parametrize(
    "words",
    ["as soon as possible", "as soon as they can", "promptly", "in a timely manner", "regularly", "where appropriate"],
)
def test_vague_words_of_a_binding_rule_are_told(words: str) -> None:
    assert words_flagged(CHECK, clauses(f"duty: must\ntext: Staff must {words} tell the office.")) == [words]


@pytest.mark.parametrize("duty", ["should", "should-not", "may"])
def test_advice_and_permission_may_be_vague(duty: str) -> None:
    words = {"should": "should", "should-not": "should not", "may": "may"}[duty]
    assert told_by(CHECK, clauses(f"duty: {duty}\ntext: Staff {words} tell the office promptly.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Staff must tell the office as soon as possible, and within 24 hours.",
        "Staff must check it regularly, at least every term.",
        "Staff must tell the office immediately.",
        "Staff must never write “as soon as possible”.",
    ],
)
def test_a_definite_rule_passes(text: str) -> None:
    assert told_by(CHECK, clauses(f"duty: must\ntext: {text}")) == []


def test_a_figure_excuses_its_own_sentence_alone() -> None:
    text = "Staff must reply within two days. They must promptly tell the office."
    assert words_flagged(CHECK, clauses(f"duty: must\ntext: {text}")) == ["promptly"]


def test_a_point_has_the_duty_of_its_clause() -> None:
    points = "points:\n  - id: one\n    text: tell the office promptly"
    assert words_flagged(CHECK, clauses(f"duty: must\ntext: 'Staff must:'\n{points}")) == ["promptly"]


def test_a_deadline_that_is_vague_is_told_too() -> None:
    deadline = "deadline:\n  within: as soon as possible\n  of: the loss"
    assert told_by(CHECK, clauses(f"duty: must\ntext: Staff must tell the office.\n{deadline}")) == [
        (
            "14:19 “as soon as possible” leaves the rule open: each reader decides what is possible. "
            "Say by when, such as “within one working day”; where only advice is meant, write duty: should."
        )
    ]


def test_every_entry_gives_its_reason_and_its_remedy() -> None:
    assert all(vague.because and vague.write for vague in VAGUE_WORDS)
