"""The search, held to the questions that people ask."""

from collections.abc import Sequence

import pytest
from tests.search.judging import Answered, score
from tests.search.questions import Question, questions

from policywright.linking.linked import LinkedHandbook

QUESTIONS = questions()


def misses(answered: Sequence[Answered], depth: int) -> str:
    """Return what is not answered well enough; of what is kept apart no more than how much it is."""
    missed = [each for each in answered if not each.is_within(depth)]
    told = [str(each) for each in missed if not each.question.is_kept_apart]
    return "\n".join(["", *told, f"and {len(missed) - len(told)} of the questions that are kept apart"])


def test_nine_in_ten_questions_are_answered_within_the_first_three_results(answered: Sequence[Answered]) -> None:
    assert score(answered).at_3 >= 0.9, misses(answered, 3)


def test_most_answers_stand_first(answered: Sequence[Answered]) -> None:
    assert score(answered).mean_reciprocal_rank >= 0.85, misses(answered, 1)


def test_questions_that_are_kept_apart_fare_no_worse(answered: Sequence[Answered]) -> None:
    kept_apart = [each for each in answered if each.question.is_kept_apart]
    assert score(kept_apart).at_3 >= 0.9, misses(kept_apart, 3)


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.ask for question in QUESTIONS])
def test_answers_stand_in_the_handbook_and_in_the_part_of_whoever_asks(
    question: Question, linked: LinkedHandbook
) -> None:
    for address in question.answers:
        document = linked.targets[address].document
        assert document is None or question.part in {"", document.part}


def test_who_asks_is_known_to_the_handbook(linked: LinkedHandbook) -> None:
    parts = {f"part:{question.part}" for question in QUESTIONS if question.part}
    roles = {f"role:{question.role}" for question in QUESTIONS if question.role}
    assert parts | roles <= linked.targets.keys()


def test_every_part_of_the_handbook_is_asked_about(linked: LinkedHandbook) -> None:
    parts = {part.id for part in linked.handbook.settings.parts}
    assert parts == {question.part for question in QUESTIONS} - {""}


def test_no_question_is_asked_twice() -> None:
    assert len({(question.ask, question.part) for question in QUESTIONS}) == len(QUESTIONS) >= 120


def test_every_second_question_is_kept_apart() -> None:
    assert [question.is_kept_apart for question in QUESTIONS] == [number % 2 == 1 for number in range(len(QUESTIONS))]
