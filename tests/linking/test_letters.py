import itertools

from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.letters import RULED_LINE, LetterText, compositions, letter_texts, options
from policywright.model.letter import Blank, BlankCondition, Letter, Paragraph

PLACE = Blank(id="place", label="Where", pick=("in the yard", "in a classroom"))
NAME = Blank(id="name", label="Name", if_empty="Parent or carer")


def letter(*paragraphs: str | Paragraph, subject: str | None = None) -> Letter:
    body = tuple(Paragraph(text=one) if isinstance(one, str) else one for one in paragraphs)
    return Letter(letter="one", title="One", part="schools", subject=subject, blanks=(NAME, PLACE), body=body)


def read(one: Letter) -> list[str]:
    """Return what each text of a letter reads for every combination, in order."""
    return [
        composed.text for text in letter_texts(one) for composed in compositions(one, text, {"school": "Our school"})
    ]


def test_a_blank_takes_each_pick_and_then_what_stands_there_when_it_is_left_empty() -> None:
    assert options(PLACE) == ("in the yard", "in a classroom", RULED_LINE)
    assert options(NAME) == ("⟨name⟩", "Parent or carer")


def test_a_paragraph_is_composed_for_every_combination_of_its_own_blanks() -> None:
    assert read(letter("Dear {{name}}\n", "We found it {{place}}.")) == [
        "Dear ⟨name⟩",
        "Dear Parent or carer",
        "We found it in the yard.",
        "We found it in a classroom.",
        f"We found it {RULED_LINE}.",
    ]


def test_the_subject_is_composed_before_the_body() -> None:
    assert read(letter("Goodbye.", subject="For {{name}}"))[:2] == ["For ⟨name⟩", "For Parent or carer"]


def test_a_variable_gets_its_value() -> None:
    assert read(letter("Come to {{school}}.")) == ["Come to Our school."]


def test_a_name_that_is_unknown_keeps_a_stand_in_so_that_one_fault_is_told_once() -> None:
    assert read(letter("Come to {{scool}}.")) == ["Come to ⟨scool⟩."]


def test_a_paragraph_that_shows_for_one_pick_is_composed_for_that_pick_alone() -> None:
    shown = Paragraph(text="It was wet {{place}}.", show_if=BlankCondition(blank="place", is_="in the yard"))
    assert read(letter(shown)) == ["It was wet in the yard."]


def test_composed_characters_lead_back_to_what_was_written() -> None:
    one = letter("We found it {{place}}.")
    (text,) = letter_texts(one)
    composed = next(compositions(one, text, {}))
    assert composed.text == "We found it in the yard."
    assert _written(text, composed.written_span(0, 2)) == "We"
    assert _written(text, composed.written_span(composed.text.index("yard"), len(composed.text))) == "{{place}}."


def _written(text: LetterText, span: tuple[int, int]) -> str:
    return text.written.text[slice(*span)]


_WORDS = st.text(alphabet="ab .,", min_size=1, max_size=4)


@given(
    st.lists(st.tuples(_WORDS, st.sampled_from(["{{name}}", "{{place}}", ""])), min_size=1, max_size=4),
    st.lists(_WORDS, min_size=1, max_size=3),
)
def test_a_text_is_composed_for_exactly_the_combinations_of_what_its_blanks_can_hold(
    written: list[tuple[str, str]], picks: list[str]
) -> None:
    prose = "".join(itertools.chain.from_iterable(written))
    blanks = (NAME, Blank(id="place", label="Where", pick=tuple(picks)))
    one = Letter(letter="one", title="One", part="schools", blanks=blanks, body=(Paragraph(text=prose),))
    (text,) = letter_texts(one)
    expected = {
        prose.rstrip().replace("{{name}}", name).replace("{{place}}", place)
        for name, place in itertools.product(*(options(blank) for blank in blanks))
    }
    assert {composed.text for composed in compositions(one, text, {})} == expected
