"""Examples: the stories of a decision, told to their ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policywright.linking.linked import LinkedHandbook
from policywright.linking.stories import holds, way_of
from policywright.model.decision import Answer, Decision, Outcome, Question
from policywright.model.story import Story
from policywright.render.places import Place, place
from policywright.render.walks import has_pages, page_path


@dataclass(frozen=True, slots=True)
class Example:
    """A story: each question on its way with the answer given, the outcome, and where that is told.

    `outcomes` are all those of its decision, by identifier.
    """

    story: Story
    given: tuple[tuple[Question, Answer], ...]
    outcome: Outcome
    result: Place
    outcomes: Mapping[str, Outcome]


def examples(linked: LinkedHandbook, decision: Decision) -> Iterator[Example]:
    """Yield the stories of a decision that end where they say."""
    own = place(linked.target_of(decision)).path
    walked = has_pages(decision)
    for story in (story for story in decision.stories if holds(decision, story)):
        turns, outcome = way_of(decision, story).turns, decision.outcomes[story.outcome]
        result = Place(page_path(own, turns)) if walked else place(linked.target_of(outcome))
        given = tuple((decision.questions[turn.question], turn.answer) for turn in turns)
        yield Example(story, given, outcome, result, decision.outcomes)
