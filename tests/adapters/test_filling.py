from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from policywright.adapters.filling import FieldFont, Place

FONTS = Path(__file__).parent.parent.parent / "templates" / "vendor" / "fonts"
FONT = FieldFont(TTFont(FONTS / "AtkinsonHyperlegibleNext_400Regular.fields.ttf"), 11)
LETTERS = "abc WŴŷłŻ.,\n"


@given(st.text(LETTERS, max_size=60), st.floats(20, 200))
def test_a_text_is_broken_into_lines_that_fit_and_loses_no_letter(text: str, width: float) -> None:
    lines = list(FONT.broken(text, width))
    assert all(FONT.width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(st.text(LETTERS, max_size=60))
def test_a_paragraph_that_fits_a_line_is_one(text: str) -> None:
    assert list(FONT.broken(text, 10_000)) == [paragraph.lstrip(" ") for paragraph in text.split("\n")]


@given(st.text("abŵł ", max_size=30), st.text("abŵł ", max_size=30))
def test_letters_stand_side_by_side(first: str, second: str) -> None:
    assert FONT.width(first + second) == pytest.approx(FONT.width(first) + FONT.width(second))


def test_a_place_holds_as_many_lines_as_are_high_enough() -> None:
    place = Place(FONT, width=100, height=3 * FONT.leading, several_lines=True)
    assert place.holds("a\nb\nc")
    assert not place.holds("a\nb\nc\nd")
    assert not Place(FONT, width=100, height=13, several_lines=False).holds("W" * 20)


def test_a_font_tells_which_letters_it_has_not() -> None:
    assert FONT.lacks("Siân Żółć 漢字漢") == "漢字"
