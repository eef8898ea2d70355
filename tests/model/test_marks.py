import pytest
from hypothesis import given
from hypothesis import strategies as st

from policywright.model.marks import FootnoteMark, Mark, ReferenceMark, VariableMark, marks


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("see [[a#b]].", [ReferenceMark(4, 11, "a#b", None)]),
        ("[[ a | the words ]]", [ReferenceMark(0, 19, "a", " the words ")]),
        ("[[a|two\nlines]]", [ReferenceMark(0, 15, "a", "two\nlines")]),
        ("{{name}} and {{ other }}", [VariableMark(0, 8, "name"), VariableMark(13, 24, "other")]),
        ("so[^a]", [FootnoteMark(2, 6, "a")]),
        ("`[[a]]` and ``{{b}} ` [^c]``", []),
        ("[a](b) {c} [[a\nb]] {{a\nb}} [^a b]", []),
    ],
)
def test_the_marks_of_a_prose_are_found_in_order(prose: str, found: list[Mark]) -> None:
    assert list(marks(prose)) == found


@given(st.text("[]{}^|`#a \n"))
def test_marks_never_overlap_and_hold_their_own_characters(prose: str) -> None:
    end = 0
    for mark in marks(prose):
        assert end <= mark.start < mark.end <= len(prose)
        assert prose[mark.start] in "[{"
        assert prose[mark.end - 1] in "]}"
        end = mark.end
