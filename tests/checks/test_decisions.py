"""The checks of decisions, which tell one fault by one finding."""

import pytest
from tests.checks.over_minimal import found

FILE = "policies/schools/lost.yml"
CHECKS = {
    "missing-answer-target",
    "circular-decision",
    "unreachable-question",
    "dead-end",
    "outcome-without-clause",
    "urgent-outcome-too-deep",
    "unsure-answer-missing",
    "duplicate-answer",
    "path-mismatch",
}
WHOLE = """\
decision: lost
title: A telephone is lost
part: schools
start: danger
questions:
  danger:
    ask: Is anyone in danger?
    answers:
      - id: in-danger
        say: Yes
        go: police
      - id: no-danger
        say: No
        go: pictures
      - id: unsure
        say: I am not sure
        go: police
  pictures:
    ask: Are there pictures of pupils on it?
    always-known: The office has a list.
    answers:
      - id: some
        say: Yes
        go: headteacher
      - id: none
        say: No
        go: office
outcomes:
  police:
    title: Call the police
    urgent: yes
    text: Ring 999.
    clauses: [social-media]
  headteacher:
    title: Tell the head teacher
    text: The head teacher decides.
    clauses: [social-media]
  office:
    title: Tell the office
    text: The office blocks the number.
    clauses: [social-media]
paths:
  - in-danger -> police
  - no-danger, some -> headteacher
  - no-danger, none -> office
  - unsure -> police
"""


def told(text: str) -> list[str]:
    """Return where each finding about the decision is, and its check."""
    return [f"{one.location.line} {one.name}" for one in found({FILE: text}) if one.name in CHECKS]


def changed(old: str, new: str) -> str:
    assert WHOLE.count(old) == 1
    return WHOLE.replace(old, new)


def test_a_whole_decision_has_no_findings() -> None:
    assert told(WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("go: office", "go: ofice", "27 missing-answer-target"),
        ("go: pictures", "go: picturs", "14 missing-answer-target"),
        ("go: pictures", "go: somewhere-else", "14 missing-answer-target"),
        ("start: danger", "start: dangers", "4 missing-answer-target"),
        ("start: danger", "start: police", "4 missing-answer-target"),
        ("go: office", "go: danger", "27 circular-decision"),
        ("go: office", "go: pictures", "27 circular-decision"),
        ("go: office", "go: headteacher", "38 unreachable-question"),
        ("    text: The office blocks the number.\n", "", "38 dead-end"),
        ("    text: Ring 999.\n    clauses: [social-media]\n", "    text: Ring 999.\n", "29 outcome-without-clause"),
        ("    always-known: The office has a list.\n", "", "20 unsure-answer-missing"),
        ("- id: none\n", "- id: some\n", "25 duplicate-answer"),
        ("  - unsure -> police\n", "", "42 path-mismatch"),
    ],
)
def test_one_fault_is_told_once_at_its_line(old: str, new: str, expected: str) -> None:
    assert told(changed(old, new)) == [expected]


def test_a_circle_is_told_whole_at_the_answer_that_closes_it() -> None:
    (finding,) = (one for one in found({FILE: changed("go: office", "go: danger")}) if one.name == "circular-decision")
    assert finding.message == ("These answers lead round in a circle: danger —no-danger→ pictures —none→ danger.")
    assert finding.help == "Let “No” lead to an outcome, or to a question that has not been asked yet."
    assert [related.location.line for related in finding.related] == [14]


def test_a_mistyped_target_is_mended_with_the_nearest_name() -> None:
    (finding,) = (one for one in found({FILE: changed("go: office", "go: ofice")}) if one.name in CHECKS)
    assert finding.message == "The answer “No” leads to “ofice”, but no question or outcome is called that."
    assert finding.help == "Write office."


def test_what_lies_behind_an_unreached_question_is_counted_and_not_told_each() -> None:
    (finding,) = (one for one in found({FILE: changed("go: pictures", "go: police")}) if one.name in CHECKS)
    assert finding.location.line == 18
    assert finding.message == ("No answers lead to the question “pictures”, so 2 more behind it cannot be reached.")


def test_an_urgent_outcome_three_questions_away_is_told_with_the_questions() -> None:
    later = changed("go: headteacher", "go: last").replace(
        "outcomes:\n",
        "  last:\n    ask: Is it yours?\n    always-known: You know.\n    answers:\n"
        "      - id: mine\n        say: Yes\n        go: headteacher\noutcomes:\n",
    )
    urgent = later.replace(
        "    text: The head teacher decides.\n", "    urgent: yes\n    text: The head teacher decides.\n"
    )
    (finding,) = (one for one in found({FILE: urgent}) if one.name == "urgent-outcome-too-deep")
    assert finding.location.line == 43
    assert finding.message == (
        "The urgent outcome “headteacher” comes after 3 questions at best: danger, pictures, last."
    )


def test_two_answers_may_not_say_the_same_either() -> None:
    assert told(changed("        say: I am not sure\n", "        say: no\n")) == ["16 duplicate-answer"]


def test_an_outcome_that_admits_a_gap_needs_no_clause() -> None:
    gap = "    text: Ring 999.\n    gap: The policy does not say who rings.\n"
    assert told(changed("    text: Ring 999.\n    clauses: [social-media]\n", gap)) == []


def test_an_answer_for_those_who_do_not_know_is_called_unsure() -> None:
    assert told(WHOLE.replace("unsure", "maybe")) == ["8 unsure-answer-missing"]
