"""What counts as an answer, and how answers are counted."""

from collections.abc import Sequence

import pytest
from tests.search.judging import Answered, Judge, Score, score
from tests.search.questions import Question

from policywright.render.places import Place

POLICY = "schools/school-staff-social-media.html"


def rank(judge: Judge, answer: str, *found: Place) -> int | None:
    """Return the rank of an answer in what an engine found that knows clauses."""
    return judge.of_clauses(Question("", (answer,)), [[each] for each in found]).rank


def test_the_rank_is_that_of_the_first_result_that_answers(judge: Judge) -> None:
    answer = Place(POLICY, "passwords")
    assert rank(judge, "school-staff-social-media#passwords", Place(POLICY, "no-logos"), answer, answer) == 2


def test_the_same_rule_elsewhere_is_no_answer(judge: Judge) -> None:
    assert rank(judge, "school-staff-social-media#passwords", Place(POLICY)) is None


def test_a_point_is_answered_by_its_clause_and_not_by_its_neighbour(judge: Judge) -> None:
    answer = "school-staff-social-media#no-images-of-uniforms"
    assert rank(judge, answer, Place(POLICY, "no-images-of-pupils"), Place(POLICY, "no-work-images")) == 2


def test_a_clause_is_not_answered_by_its_points(judge: Judge) -> None:
    assert rank(judge, "school-staff-social-media#no-work-images", Place(POLICY, "no-images-of-pupils")) is None


@pytest.mark.parametrize("anchor", ["", "decline"])
def test_a_decision_is_answered_by_all_that_is_in_it(judge: Judge, anchor: str) -> None:
    assert rank(judge, "pupil-contact", Place("schools/pupil-contact.html", anchor)) == 1


def test_the_first_question_of_a_decision_is_answered_by_the_decision_and_another_is_not(judge: Judge) -> None:
    decision = Place("schools/pupil-contact.html")
    assert rank(judge, "pupil-contact#account", decision) == 1
    assert rank(judge, "pupil-contact#former", decision) is None


def test_a_policy_is_not_answered_by_what_is_in_it(judge: Judge) -> None:
    assert rank(judge, "school-staff-social-media", Place(POLICY, "passwords")) is None


def test_an_answer_below_the_twentieth_place_is_none(judge: Judge) -> None:
    others = [Place(POLICY, "no-logos")] * 20
    assert rank(judge, "school-staff-social-media#passwords", *others, Place(POLICY, "passwords")) is None


def sections_rank(judge: Judge, answer: str, *found: Sequence[Place]) -> int | None:
    return judge.of_sections(Question("", (answer,)), found).rank


def test_who_knows_no_clauses_answers_by_any_section_of_a_page_that_holds_the_clause(judge: Judge) -> None:
    page = [Place(POLICY), Place(POLICY, "scope"), Place(POLICY, "personal-use")]
    assert sections_rank(judge, "school-staff-social-media#passwords", page) == 1


def test_who_knows_no_clauses_does_not_answer_by_another_section(judge: Judge) -> None:
    assert sections_rank(judge, "school-staff-social-media#passwords", [Place(POLICY), Place(POLICY, "scope")]) is None


def test_who_knows_no_clauses_answers_a_decision_by_any_section_of_its_page(judge: Judge) -> None:
    assert sections_rank(judge, "pupil-contact", [Place("schools/pupil-contact.html", "avoid")]) == 1


def test_scores_are_shares_of_the_questions() -> None:
    answered = [Answered(Question("", ()), [], rank) for rank in (1, 2, 4, None)]
    assert score(answered) == Score(0.25, 0.5, 0.75, (1 + 1 / 2 + 1 / 4) / 4)
