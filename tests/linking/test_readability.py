import pytest
from tests.linking.written import Written, clause, policy, section, settings

from policywright.linking.plain_text import PlainText, plain_text
from policywright.linking.readability import Readability, readability, syllables
from policywright.model.handbook import Handbook


def measured(*clauses: Written, language: str = "en-GB") -> Readability | None:
    return readability(policy(section("s", *clauses), language=language), PlainText())


def counted(*clauses: Written) -> tuple[int, int]:
    found = measured(*clauses)
    assert found
    return found.words, found.sentences


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the keep used ways make staff changed x league"),
        (2, "people using pupil being before business website colleagues facebook create teachers' react"),
        (3, "policy child-minder's media photograph anyone created radio employee audience agreement well-being"),
        (4, "information appropriate experience responsible situation anybody's coordinate"),
        (5, "communication organisation administrator confidentially unprofessional"),
        (6, "confidentiality responsibilities"),
    ],
)
def test_syllables_are_guessed_from_the_spelling(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_age_is_the_grade_after_flesch_and_kincaid_and_five_years() -> None:
    found = Readability(words=100, sentences=5, syllables=150)
    assert found.grade == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)
    assert found.age == 15


def test_sentences_end_with_their_mark_or_with_their_paragraph() -> None:
    assert counted(clause("a", "Ask first. “Who asks?” Then\n\n- write\n- and sign\n\nAll is 6.2 done")) == (11, 6)


def test_each_point_is_a_sentence_and_what_leads_up_to_them_goes_with_the_first() -> None:
    assert counted(clause("a", "Staff must:", {"id": "p", "text": "ask first"}, {"id": "q", "text": "sign"})) == (5, 2)


def test_marks_are_no_words_and_what_stands_for_them_is() -> None:
    handbook = Handbook(settings(variables=[{"id": "school-name", "about": "Name", "default": "the school"}]))
    document = policy(section("s", clause("a", "**Ask** {{school-name}}, [as said](https://example.org/a-b).[^1]")))
    found = readability(document, plain_text(handbook))
    assert found
    assert (found.words, found.sentences) == (5, 1)


def test_titles_and_notes_to_editors_are_not_measured() -> None:
    notes = {"heading": "Of asking", "editors_note": "It said something else.", "adopter_note": "Say whom."}
    assert counted(clause("a", "Ask first.", **notes)) == (2, 1)


@pytest.mark.parametrize(("text", "language"), [("Gofynnwch.", "cy-GB"), ("…", "en-GB")])
def test_nothing_is_measured_in_another_language_or_without_words(text: str, language: str) -> None:
    assert measured(clause("a", text), language=language) is None
