import pytest
from tests.checks.told_by import clauses, told_by, words_flagged

CHECK = "missing-duty"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Staff must lock their screens.", "must"),
        ("Pupils shall not run.", "shall not"),
        ("Parents are required to sign.", "are required to"),
        ("Never share a password.", "Never"),
        ("Lockers are in the hall. Put your telephone there.", "Put"),
        ("Schools should keep a list.", "should"),
    ],
)
def test_a_command_without_a_duty_is_told_at_its_word(text: str, word: str) -> None:
    assert words_flagged(CHECK, clauses(f"text: {text}")) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "The school opens at eight.",
        "A breach may lead to dismissal.",
        "This policy says what staff must do.",
        "The sign says “Pupils must not run”.",
        "See [[#c0]].",
        "Use of telephones is a common cause of complaint.",
    ],
)
def test_a_statement_needs_no_duty(text: str) -> None:
    assert told_by(CHECK, clauses(f"text: {text}")) == []


@pytest.mark.parametrize(
    "field", ["examples: [Staff must ask.]", "because: Staff must ask.", "adopter-note: Ask staff."]
)
def test_examples_reasons_and_notes_are_not_the_rule(field: str) -> None:
    assert told_by(CHECK, clauses(f"text: The school opens at eight.\n{field}")) == []


def test_the_words_after_the_points_are_looked_at_too() -> None:
    points = "points:\n  - id: gate\n    text: the gate\ncontinues: Pupils must wait there."
    assert words_flagged(CHECK, clauses(f"text: 'These open at eight:'\n{points}")) == ["must"]


def test_a_clause_whose_points_have_duties_needs_none() -> None:
    points = "points:\n  - id: ask\n    duty: must\n    text: ask first"
    assert told_by(CHECK, clauses(f"text: 'Staff must:'\n{points}")) == []


def test_a_clause_and_its_points_without_a_duty_are_told_once() -> None:
    points = "points:\n  - id: ask\n    text: Never answer.\n    points:\n      - id: deep\n        text: Never call."
    assert told_by(CHECK, clauses(f"text: 'Staff must do this:'\n{points}")) == [
        (
            "11:22 “must” asks something of somebody, but the clause has no duty. "
            "Add a line duty: must, or the duty that is meant."
        )
    ]


def test_a_command_in_a_point_is_told_there() -> None:
    points = "points:\n  - id: ask\n    text: Never answer."
    assert told_by(CHECK, clauses(f"text: 'Two rules:'\n{points}")) == [
        (
            "14:19 “Never” asks something of somebody, but the point has no duty. "
            "Add a line duty: must-not, or the duty that is meant."
        )
    ]


def test_a_withdrawn_clause_may_say_anything() -> None:
    assert told_by(CHECK, clauses("text: Staff must ask.\nstatus: withdrawn")) == []
