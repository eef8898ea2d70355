import pytest
from tests.checks.told_by import clauses, told_by, words_flagged

CHECK = "mixed-duty"


@pytest.mark.parametrize(
    ("clause", "word"),
    [
        ("duty: must\ntext: Staff must ask, and they should tell.", "should"),
        ("duty: should\ntext: Staff must ask, and they should tell.", "must"),
        ("duty: must\ntext: Ask the parents. You should tell the pupil too.", "should"),
        ("duty: may\ntext: Staff may use telephones in breaks but must keep them silent.", "must"),
        ("text: Staff must ask, and they should tell.", "should"),
    ],
)
def test_two_strengths_are_told_at_the_word_that_differs(clause: str, word: str) -> None:
    assert words_flagged(CHECK, clauses(clause)) == [word]


@pytest.mark.parametrize(
    "clause",
    [
        "duty: must\ntext: Staff must ask and must not tell.",
        "duty: must\ntext: Staff must ask parents. Parents may refuse.",
        "duty: must\ntext: Staff must tell anybody who should know.",
        "duty: must\ntext: Ask the parents and tell the pupil.",
        "duty: may\ntext: Only staff may use it, and they are encouraged to.",
        "duty: may\ntext: Staff may call home. Ask first.",
    ],
)
def test_one_strength_passes(clause: str) -> None:
    assert told_by(CHECK, clauses(clause)) == []


def test_clause_and_point_may_differ() -> None:
    point = "points:\n  - id: tell\n    duty: should\n    text: They should tell."
    assert told_by(CHECK, clauses(f"duty: must\ntext: Staff must ask.\n{point}")) == []


@pytest.mark.parametrize("check", ["missing-duty", "duty-wording"])
def test_two_strengths_are_told_by_this_check_alone(check: str) -> None:
    for duty in ("", "duty: must\n", "duty: should\n"):
        assert told_by(check, clauses(f"{duty}text: Staff must ask, and they should tell.")) == []
