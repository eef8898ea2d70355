"""What comes along when words are pasted from a word processor is told, and wrapped lines are left alone."""

import pytest
from tests.checks.over_minimal import PHONES, found, policy


def told(text: str) -> list[tuple[int, str]]:
    """Return the line and the message of each pasted mark in the text of a clause, whose words begin in line 10."""
    lines = "".join(f"          {line}\n" for line in text.split("\n"))
    findings = found(policy(f"        text: |\n{lines}"))
    return [(one.location.line, one.message) for one in findings if one.name == "pasted-mark"]


@pytest.mark.parametrize("mark", ["•", "▪", "-", "*", "\u2013", "1.", "(a)"])
def test_a_list_within_a_text_is_told_at_its_first_entry(mark: str) -> None:
    assert told(f"Staff must keep them off\n{mark} in lessons\n{mark} in assemblies.") == [
        (11, f"“{mark}” begins no list here.")
    ]


@pytest.mark.parametrize(
    "text",
    ["Staff must keep them off, whoever\n- and whatever - asks.", "It was so until the year\n12. Then it ended."],
)
def test_a_line_that_happens_to_begin_so_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("title", "is_told"),
    [("“Mobile telephones”", True), ("\u2018Mobile telephones\u2019", True), ("“Mobile” telephones", False)],
)
def test_quotation_marks_around_a_whole_title_are_told(title: str, *, is_told: bool) -> None:
    text = policy("        text: Words.\n")[PHONES].replace("title: Mobile telephones", f"title: {title}")
    assert any(one.name == "pasted-mark" for one in found({PHONES: text})) == is_told
