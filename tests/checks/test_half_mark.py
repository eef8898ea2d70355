"""Marks of which one half is missing are told where they stand, and nothing that only looks like one."""

import pytest
from tests.checks.over_minimal import found, policy

TEXT = "        text: |\n          Staff must keep them off {}\n      - id: breaks\n        text: Words.\n"


def told(words: str) -> list[tuple[int, str, str | None]]:
    """Return the column, the message and the remedy of each half mark in the words of a clause."""
    findings = [one for one in found(policy(TEXT.format(words))) if one.name == "half-mark"]
    return [(one.location.column - 36, one.message, one.help) for one in findings]


@pytest.mark.parametrize(
    ("words", "half", "remedy"),
    [
        ("as [[#breaks says.", "[[#breaks", "Write [[#breaks]]."),
        ("as [[#breaks] says.", "[[#breaks]", "Write [[#breaks]]."),
        ("as [#breaks] says.", "[#breaks]", "Write [[#breaks]]."),
        ("in {{school-name.", "{{school-name", "Write {{school-name}}."),
        ("in {{school-name}.", "{{school-name}", "Write {{school-name}}."),
        ("in {school-name}.", "{school-name}", "Write {{school-name}}."),
    ],
)
def test_half_a_reference_or_a_variable_is_told_whole(words: str, half: str, remedy: str) -> None:
    assert told(words) == [(words.index(half), f"“{half}” fills nothing in.", remedy)]


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("as the rule “off says.", "“"),
        ("as the rule off” says.", "”"),
        ('as the rule "off says.', '"'),
        ('as the rule off" says.', '"'),
        ("as “the “rule” says.", "“"),
        ("as **the rule says.", "**"),
    ],
)
def test_a_mark_without_a_partner_is_told(words: str, alone: str) -> None:
    assert [(column, message) for column, message, _ in told(words)] == [
        (words.index(alone), f"This {alone} has no partner.")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "as [[#breaks]] and [[#breaks|the rule]] say, in {{school-name}}.",
        "as the law [sic] says, and [this page](https://www.example.org/).",
        "as `[[#breaks` and `{x}` are written.",
        'as “the rule” or "the rule" says, if they have 12" or more.',
        "as **the rule** says, ***always***.",
        "as it says: “One.\n\n          “Two.”",
    ],
)
def test_whole_marks_and_what_is_none_are_left_alone(words: str) -> None:
    assert told(words) == []
