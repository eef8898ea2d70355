from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.gathering.word_difference import abridged, word_difference

texts = st.lists(
    st.sampled_from(["staff", "must", "ask", "a", "the", "pupil", "2.1", ",", ".", "(a)", "\n"]), max_size=30
).map(" ".join)


def told(before: str, after: str) -> str:
    """Return both texts in one, with `-what was removed-` and `+what was added+`."""
    marks = {"kept": "", "removed": "-", "added": "+"}
    return "".join(f"{marks[one.kind]}{one.words}{marks[one.kind]}" for one in word_difference(before, after))


def test_words_that_were_removed_and_added_stand_side_by_side() -> None:
    assert told("Staff should tell it.", "Staff must tell it.") == "Staff -should- +must+ tell it."


def test_numbers_are_not_taken_apart() -> None:
    assert told("within 2.5 days of it", "within 2.6 days of it") == "within -2.5- +2.6+ days of it"


def test_changes_with_hardly_a_word_between_them_are_one() -> None:
    assert told("You ask a parent to sign it here.", "You tell a carer to sign it here.") == (
        "You -ask a parent- +tell a carer+ to sign it here."
    )


def test_a_text_that_hardly_has_a_word_left_is_told_whole() -> None:
    assert told("Ask the head first.", "Nobody may ever post photographs.") == (
        "-Ask the head first.- +Nobody may ever post photographs.+"
    )


def test_what_went_at_the_end_stands_apart_from_what_was_kept() -> None:
    assert told("after the post being seen", "after seeing the post") == "after +seeing+ the post -being seen-"


def test_what_was_not_said_before_is_added_whole() -> None:
    assert told("", "Ask first.") == "+Ask first.+"


def test_what_stayed_the_same_for_long_is_passed_over() -> None:
    text = " ".join(f"word{place}" for place in range(200))
    pieces = abridged(word_difference(f"{text} old {text}", f"{text} new {text}"))
    words = "".join(piece.words for piece in pieces).split()
    assert words[0] == words[-1] == "…"
    assert words[15:18] == ["word199", "old", "new"]
    assert len(words) == 34


def test_what_stayed_the_same_for_a_few_lines_is_told() -> None:
    text = " ".join(f"word{place}" for place in range(50))
    pieces = word_difference(f"{text} old", f"{text} new")
    assert abridged(pieces) == pieces


@given(texts, texts)
def test_what_was_kept_and_removed_is_the_one_text_and_kept_and_added_the_other(before: str, after: str) -> None:
    pieces = word_difference(before, after)

    def without_spaces(*kinds: str) -> str:
        return "".join("".join(piece.words for piece in pieces if piece.kind in kinds).split())

    assert without_spaces("kept", "removed") == "".join(before.split())
    assert without_spaces("kept", "added") == "".join(after.split())


@given(texts)
def test_a_text_beside_itself_has_no_difference(text: str) -> None:
    assert {piece.kind for piece in word_difference(text, text)} <= {"kept"}
