"""Stories: where their answers lead, which rules they may turn on, and what could be taken for their outcome."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.linking.paths import Turn, Way, reached
from policywright.model.decision import Decision, Outcome, Question
from policywright.model.story import Story

MOST_CHOICES = 5
"""How many outcomes somebody who practises chooses from."""


def way_of(decision: Decision, story: Story) -> Way:
    """Return the way that the answers of a story lead, up to the first of them that its question does not offer."""
    way = Way((), decision.start)
    for given in story.answers:
        question = decision.questions.get(way.to)
        answer = next((one for one in question.answers if one.id == given), None) if question else None
        if answer is None:
            break
        way = Way((*way.turns, Turn(way.to, answer)), answer.go)
    return way


def holds(decision: Decision, story: Story) -> bool:
    """Say whether the answers of a story lead to its outcome."""
    way = way_of(decision, story)
    return len(way.turns) == len(story.answers) and way.to == story.outcome and way.to in decision.outcomes


def choices(decision: Decision, story: Story) -> tuple[str, ...]:
    """Return the outcomes to choose from in a story, its own among them, in the order of the decision.

    They are those that are said to be tempting, and then those that end nearest to where the story does.
    """
    tempting = (wrong.outcome for wrong in story.wrong if wrong.outcome in decision.outcomes)
    nearest = dict.fromkeys((story.outcome, *tempting, *_nearest(decision, story)))
    chosen = tuple(nearest)[:MOST_CHOICES]
    return tuple(name for name in decision.outcomes if name in chosen)


def grounds(linked: LinkedHandbook, decision: Decision, story: Story) -> tuple[Target, ...]:
    """Return the rules of the questions that a story passes and of its outcome: it may turn on no others."""
    passed: list[Question | Outcome] = [decision.questions[turn.question] for turn in way_of(decision, story).turns]
    if story.outcome in decision.outcomes:
        passed.append(decision.outcomes[story.outcome])
    return tuple(target for node in passed for target in rules(linked, node))


def rules(linked: LinkedHandbook, node: Question | Outcome) -> Iterator[Target]:
    """Yield what a question or an outcome names as its rules."""
    for item in range(len(node.clauses)):
        marks = linked.marks_in(node, "clauses", item)
        yield from (mark.target for mark in marks if isinstance(mark, Reference) and mark.target is not None)


def _nearest(decision: Decision, story: Story) -> Iterator[str]:
    """Yield the outcomes to which other answers lead, those to the last question first."""
    for turn in reversed(way_of(decision, story).turns):
        behind = reached(decision, (turn.question,))
        yield from (name for name in decision.outcomes if name in behind)
