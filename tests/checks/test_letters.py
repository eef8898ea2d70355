"""The checks of letters."""

import pytest
from tests.checks.over_minimal import found
from tests.checks.told_by import told_by, words_flagged

FILE = "policies/schools/letters/found.yml"
HEAD = """\
letter: found
title: We have found a telephone
part: schools
blanks:
  - id: name
    label: Name of the parent
    if-empty: Parent or carer
  - id: place
    label: Where it was
    pick:
      - in the yard
      - in a classroom
body:
"""


def letter(*paragraphs: str) -> dict[str, str]:
    """Return a letter with a blank `name` and a blank `place`; its body begins on line 14."""
    body = "".join(f"  - text: |\n      {paragraph}\n" for paragraph in paragraphs)
    return {FILE: HEAD + body}


WHOLE = ("Dear {{name}}", "We found it {{place}}, e.g., near the gate... Come to {{school-name}}!")


def test_a_sound_letter_has_no_findings() -> None:
    assert [
        one.name
        for one in found(letter(*WHOLE))
        if one.location.file == FILE and one.name not in {"missing-owner", "orphan-document"}
    ] == []


def test_a_mistyped_name_is_told_with_the_nearest_blank_or_variable() -> None:
    assert told_by("unknown-blank", letter("Dear {{nam}}", "At {{school-nam}} {{place}} {{sender}} {{name}}")) == [
        (
            "15:12 No blank of this letter and no variable is called “nam”. "
            "Write {{name}}, or add a blank with id: nam under blanks:."
        ),
        (
            "17:10 No blank of this letter and no variable is called “school-nam”. "
            "Write {{school-name}}, or add a blank with id: school-nam under blanks:."
        ),
        "17:35 No blank of this letter and no variable is called “sender”. Add a blank with id: sender under blanks:.",
    ]


def test_a_blank_whose_name_is_mistyped_is_not_told_as_unused_too() -> None:
    assert told_by("unused-blank", letter("Dear {{nam}}", "It was {{place}}.")) == []


def test_a_condition_on_an_unknown_blank_is_told_once() -> None:
    files = letter(*WHOLE)
    files[FILE] += "    show-if:\n      blank: plac\n      is: in the yard\n"
    assert words_flagged("unknown-blank", files) == ["plac"]
    assert told_by("unknown-option", files) == []


def test_a_blank_that_only_decides_is_used() -> None:
    files = letter("Dear {{name}}", "It was wet.")
    assert words_flagged("unused-blank", files) == ["place"]
    files[FILE] += "    show-if:\n      blank: place\n      is: in the yard\n"
    assert told_by("unused-blank", files) == []


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (
            "blank: place\n      is: in the yrad",
            "20:11 “in the yrad” is none of the choices of the blank “place”. Write in the yard.",
        ),
        (
            "blank: place\n      is: elsewhere",
            "20:11 “elsewhere” is none of the choices of the blank “place”. Write one of: in the yard, in a classroom.",
        ),
        (
            "blank: name\n      is: elsewhere",
            (
                "19:14 The blank “name” has no choices, so nothing can depend on what it says. "
                "Name a blank that has pick:."
            ),
        ),
    ],
)
def test_a_condition_that_can_never_be_met_is_told(condition: str, expected: str) -> None:
    files = letter(*WHOLE)
    files[FILE] += f"    show-if:\n      {condition}\n"
    assert told_by("unknown-option", files) == [expected]


def test_a_decision_can_choose_only_what_the_letter_lets_one_choose() -> None:
    files = letter(*WHOLE)
    files[FILE] += (
        "when:\n  - decision: d\n    outcome: o\n    choose:\n"
        "      - {blank: plac, is: in the yard}\n      - {blank: place, is: in the gym}\n"
    )
    assert words_flagged("unknown-blank", files) == ["plac"]
    assert words_flagged("unknown-option", files) == ["in the gym"]


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("Dear {name}", "{name}"),
        ("Dear {{name}", "{{name}"),
        ("Dear [name of parent]", "[name of parent]"),
        ("Dear .......", "......."),
        ("Dear {{name}}  and all", "  "),
        ("Dear {{name}} , and all", " ,"),
        ("Dear {{name}},, and all", ",,"),
        ("Dear {{name}}.. And all", ".."),
        ("***", "***"),
    ],
)
def test_a_seam_that_shows_in_every_letter_is_told_at_its_characters(paragraph: str, words: str) -> None:
    assert words_flagged("letter-seam", letter(paragraph)) == [words]


@pytest.mark.parametrize(
    ("pick", "paragraph"),
    [
        ("in a classroom.", "We found it {{place}}."),
        ("in  a classroom", "We found it {{place}} today."),
        ("in a classroom,", "We found it {{place}}, and it is dry."),
        ("'. .'", "{{place}}"),
    ],
)
def test_a_seam_that_shows_for_one_choice_is_told_with_that_choice(pick: str, paragraph: str) -> None:
    files = letter(paragraph)
    files[FILE] = files[FILE].replace("in a classroom", pick)
    (finding,) = told_by("letter-seam", files)
    assert f"Where place is “{pick.strip(chr(39))}”, this has" in finding


def test_a_seam_is_told_at_the_blank_and_the_mark_beside_it() -> None:
    files = letter("We found it {{place}}.")
    files[FILE] = files[FILE].replace("in a classroom", "in a classroom.")
    assert words_flagged("letter-seam", files) == ["{{place}}."]
    assert told_by("letter-seam", files) == [
        (
            "15:19 Where place is “in a classroom.”, this has two punctuation marks: “We found it in a classroom..”. "
            "Leave the mark out either in the paragraph or in the words of the blank."
        )
    ]


@pytest.mark.parametrize(
    "mark", ["[words](https://example.org)", "e.g., this", "and so on...", "What?", "“So.”", "(10.30)"]
)
def test_ordinary_punctuation_passes(mark: str) -> None:
    assert told_by("letter-seam", letter(f"Dear {{{{name}}}}, see {mark} now")) == []
