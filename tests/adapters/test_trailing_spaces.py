from __future__ import annotations

from collections.abc import Iterator

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from policywright.adapters.trailing_spaces import trailing_spaces

WORDS = "Be kind to all who write"
"""A line of 24 letters, each of them as wide as any other."""


def lines(paragraph: str, letters: float) -> list[str]:
    """Return the lines into which a paragraph is broken that is so many letters wide."""
    page = HTML(string=f'<p style="font-family: monospace; width: {letters}ch">{paragraph}').render().pages[0]
    boxes = page._page_box.descendants()  # noqa: SLF001  where the lines are told
    return ["".join(_words(line)).strip() for line in boxes if isinstance(line, LineBox)]


def _words(line: LineBox) -> Iterator[str]:
    return (box.text for box in line.descendants() if isinstance(box, TextBox))


@pytest.mark.parametrize("letters", [24.1, 24.9])
def test_words_that_fit_without_the_space_after_them_are_one_line(letters: float) -> None:
    with trailing_spaces():
        assert lines(f"{WORDS} <i>staff</i>", letters) == [WORDS, "staff"]


def test_words_that_do_not_fit_are_broken_as_late_as_can_be() -> None:
    with trailing_spaces():
        assert lines(f"{WORDS} <i>staff</i>", 23.5) == ["Be kind to all who", "write staff"]


def test_what_follows_on_the_same_line_keeps_its_space() -> None:
    with trailing_spaces():
        assert lines(f"{WORDS} <i>staff</i>", 30.5) == [f"{WORDS} staff"]


def test_the_engine_leaves_such_a_line_empty_behind_its_first_word_by_itself() -> None:
    assert lines(f"{WORDS} <i>staff</i>", 24.5) == ["Be", "kind to all who write", "staff"]
