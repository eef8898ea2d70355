import pytest
from tests.checks.told_by import clauses, told_by, words_flagged

CHECK = "ambiguous-may-not"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Parents may not film.", "may not"),
        ("Parents may **not** film.", "may **not"),
    ],
)
def test_a_ban_with_may_not_is_told(text: str, words: str) -> None:
    assert words_flagged(CHECK, clauses(f"text: {text}")) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Parents may not be aware of it.",
        "Parents may not have seen it.",
        "A post that may not last is a post all the same.",
        "The head teacher asks whether parents may not film.",
        "Parents must not film.",
        "The sign said “Parents may not film”.",
    ],
)
def test_may_not_with_one_meaning_passes(text: str) -> None:
    assert told_by(CHECK, clauses(f"text: {text}")) == []


def test_words_over_two_lines_are_told_where_they_begin() -> None:
    assert told_by(CHECK, clauses("text: |\n  Parents may\n  not film.")) == [
        (
            "12:19 “may not” can be read as a ban, or as a guess that something does not happen. "
            "Write “must not” for a ban, “need not” where nobody has to, or “might not” for a guess."
        )
    ]


def test_items_of_checklists_are_rules_too() -> None:
    checklist = (
        "checklist: play\ntitle: The play\npart: schools\nsteps:\n  - title: Before\n    items:\n"
        "      - id: sign\n        do: Put up a sign that says who is in charge. Parents may not film.\n"
    )
    assert words_flagged(CHECK, {"policies/schools/play.yml": checklist}) == ["may not"]
