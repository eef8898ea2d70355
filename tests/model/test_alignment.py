import pytest

from policywright.model.alignment import align


@pytest.mark.parametrize(
    ("text", "written", "places"),
    [
        ("ŵy 😀", "ŵy 😀", ["ŵ", "y", " ", "😀"]),
        ("a b", "a\n    b", ["a", "\n", "b"]),
        ("it's", "'it''s'", ["i", "t", "''", "s"]),
        ("'a'", "'''a'''", ["''", "a", "''"]),
        ('"ŵ\\', '"\\"\\u0175\\\\"', ['\\"', "\\u0175", "\\\\"]),
        ("😀\xa0é", '"\\U0001F600\\_\\xe9"', ["\\U0001F600", "\\_", "\\xe9"]),
        ("a\nb", "|-\n  a\n  b\n", ["a", "\n", "b"]),
        ("a b", ">2\n  a\n  b\n", ["a", "\n", "b"]),
        ("|a", "|\n  |a\n", ["|", "a"]),
    ],
)
def test_each_character_stands_where_it_was_written(text: str, written: str, places: list[str]) -> None:
    found = align(text, written)
    assert found is not None
    assert [written[start:end] for start, end in found] == places


@pytest.mark.parametrize(("text", "written"), [("a", "b"), ("ab", "a"), ("a", "''")])
def test_a_text_that_was_not_written_there_stands_nowhere(text: str, written: str) -> None:
    assert align(text, written) is None
