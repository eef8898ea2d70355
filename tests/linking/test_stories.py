"""Stories: where their answers lead, and what could be taken for their outcome."""

from collections.abc import Callable

import pytest

from policywright.linking import link
from policywright.linking.linked import LinkedHandbook
from policywright.linking.stories import choices, grounds, holds, way_of
from policywright.model.decision import Decision
from policywright.model.handbook import Handbook
from policywright.model.story import Story, WrongOutcome

DECISION = """\
decision: lost
title: A telephone is lost
part: schools
start: danger
questions:
  danger:
    ask: Is anyone in danger?
    clauses: [social-media#decline-friend-requests]
    answers:
      - {id: in-danger, say: "Yes", go: police}
      - {id: no-danger, say: "No", go: pictures}
  pictures:
    ask: What is on it?
    answers:
      - {id: nothing, say: Nothing, go: office}
      - {id: pictures, say: Pictures, go: headteacher}
      - {id: marks, say: Marks, go: deputy}
      - {id: keys, say: The keys to the accounts, go: lead}
outcomes:
  police: {title: Call the police}
  headteacher: {title: Tell the head teacher}
  office: {title: Tell the office}
  deputy: {title: Tell the deputy}
  lead: {title: Tell the lead}
  unused: {title: Tell nobody}
"""


@pytest.fixture
def linked(handbook_of: Callable[..., Handbook]) -> LinkedHandbook:
    return link(handbook_of({"policies/schools/lost.yml": DECISION}))


@pytest.fixture
def decision(linked: LinkedHandbook) -> Decision:
    (only,) = linked.handbook.of_kind(Decision)
    return only


def story(*answers: str, outcome: str, wrong: tuple[str, ...] = ()) -> Story:
    tempting = tuple(WrongOutcome(outcome=name, because="It is not.") for name in wrong)
    return Story(id="story", situation="It is gone.", answers=answers, outcome=outcome, because="So.", wrong=tempting)


@pytest.mark.parametrize(
    ("answers", "led", "to"),
    [
        (["in-danger"], 1, "police"),
        (["no-danger", "marks"], 2, "deputy"),
        (["no-danger"], 1, "pictures"),
        (["no-danger", "danger"], 1, "pictures"),
        (["in-danger", "marks"], 1, "police"),
        (["marks"], 0, "danger"),
    ],
)
def test_a_story_is_followed_until_it_gives_an_answer_that_is_not_offered(
    decision: Decision, answers: list[str], led: int, to: str
) -> None:
    way = way_of(decision, story(*answers, outcome="police"))
    assert (len(way.turns), way.to) == (led, to)


@pytest.mark.parametrize(
    ("answers", "outcome", "held"),
    [
        (["in-danger"], "police", True),
        (["in-danger"], "office", False),
        (["no-danger"], "pictures", False),
        (["in-danger", "marks"], "police", False),
    ],
)
def test_a_story_holds_if_all_its_answers_lead_to_its_outcome(
    decision: Decision, answers: list[str], outcome: str, *, held: bool
) -> None:
    assert holds(decision, story(*answers, outcome=outcome)) is held


def test_the_outcomes_nearest_to_its_end_are_there_to_choose_from_in_the_order_of_the_decision(
    decision: Decision,
) -> None:
    offered = choices(decision, story("no-danger", "marks", outcome="deputy"))
    assert offered == ("police", "headteacher", "office", "deputy", "lead")


def test_what_is_called_tempting_is_always_there_to_choose(decision: Decision) -> None:
    offered = choices(decision, story("no-danger", "marks", outcome="deputy", wrong=("unused",)))
    assert offered == ("headteacher", "office", "deputy", "lead", "unused")


def test_a_story_may_turn_on_the_rules_of_the_questions_that_it_passes(
    linked: LinkedHandbook, decision: Decision
) -> None:
    found = grounds(linked, decision, story("in-danger", outcome="police"))
    assert [target.address for target in found] == ["social-media#decline-friend-requests"]
