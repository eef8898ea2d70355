"""Changed paths: which ways through a decision came, went, or lead elsewhere than before, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from policywright.linking.paths import paths
from policywright.model.decision import Decision, Outcome

MOST_PATHS = 500
"""How many paths a decision may have and still be compared path by path; nobody would read more."""


@dataclass(frozen=True, slots=True)
class Step:
    """A question on a path and the answer to it, by their identifiers and as plain text.

    Where a table leads to one outcome for several answers, these are one step; `say` then joins their words.
    """

    question: str
    answers: tuple[str, ...]
    ask: str
    say: str


@dataclass(frozen=True, slots=True)
class ToldPath:
    """A path: its steps, its outcome with the title, and the roles that act then, as they stand in its version."""

    steps: tuple[Step, ...]
    outcome: str
    title: str
    actors: frozenset[str]

    @property
    def name(self) -> object:
        """What it is known by in every version: its questions, their answers, and its outcome."""
        return tuple((step.question, step.answers) for step in self.steps), self.outcome


@dataclass(frozen=True, slots=True)
class PathChange:
    """Paths on which the same reader may be: those of the version before, and those since.

    Several stand on a side where a question is asked on them on that side alone.
    """

    before: tuple[ToldPath, ...]
    after: tuple[ToldPath, ...]

    @property
    def actors(self) -> frozenset[str]:
        """The roles that act after any of the paths."""
        return frozenset().union(*(told.actors for told in (*self.before, *self.after)))

    @property
    def kind(self) -> Literal["new", "gone", "redirected", "asked otherwise"]:
        """Whether they came or went, lead elsewhere, or lead where they led by other questions."""
        if not self.before or not self.after:
            return "gone" if self.before else "new"
        outcomes = {told.outcome for told in (*self.before, *self.after)}
        return "asked otherwise" if len(outcomes) == 1 else "redirected"


@dataclass(frozen=True, slots=True)
class ChangedPaths:
    """How the paths of a decision or a table changed: those `kept` as they were, and each change.

    `untold` says that they cannot be compared one by one: there are too many, or all of them ask other questions.
    """

    kept: tuple[ToldPath, ...] = ()
    changes: tuple[PathChange, ...] = ()
    untold: bool = False

    def of_kind(self, *kinds: str) -> tuple[PathChange, ...]:
        """Return the changes of certain kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    def __bool__(self) -> bool:
        """Whether any path may be otherwise than before."""
        return bool(self.changes) or self.untold


NO_PATHS = ChangedPaths()
"""Of a document that is no decision and no table, and where there is no other version."""


def changed_paths(before: Decision, after: Decision, wording: Callable[[str], str]) -> ChangedPaths:
    """Return how the paths of a decision changed between two versions; `wording` turns prose into plain text.

    A path is the same where it gives the same answers to the same questions, by their identifiers, and comes to the
    same outcome, however these are worded.
    """
    old, new = (tuple(islice(_told(decision, wording), MOST_PATHS + 1)) for decision in (before, after))
    if max(len(old), len(new)) > MOST_PATHS:
        return ChangedPaths(untold=True)
    kept = {told.name for told in old} & {told.name for told in new}
    old_and_new = ([told for told in side if told.name not in kept] for side in (old, new))
    return ChangedPaths(tuple(told for told in new if told.name in kept), tuple(_groups(*old_and_new)))


def _told(decision: Decision, wording: Callable[[str], str]) -> Iterator[ToldPath]:
    """Yield the paths of a decision, in words."""
    for path in paths(decision):
        steps = (
            Step(
                turn.question,
                (turn.answer.id,),
                wording(decision.questions[turn.question].ask),
                wording(turn.answer.say),
            )
            for turn in path.turns
        )
        yield told_path(tuple(steps), path.outcome, decision.outcomes[path.outcome], wording)


def told_path(steps: tuple[Step, ...], name: str, outcome: Outcome, wording: Callable[[str], str]) -> ToldPath:
    """Return a path that ends in an outcome of that name."""
    actors = frozenset(action.by for action in outcome.do if action.by)
    return ToldPath(steps, name, wording(outcome.title), actors)


def _groups(before: Iterable[ToldPath], after: Iterable[ToldPath]) -> list[PathChange]:
    """Return paths with those of the other version that meet them: first those that are there still, then the rest."""
    groups = [PathChange((told,), ()) for told in before]
    for told in after:
        met = [group for group in groups if any(_meet(told, other) for other in group.before)]
        groups = [group for group in groups if group not in met]
        groups.append(
            PathChange(
                tuple(chain.from_iterable(one.before for one in met)),
                (*chain.from_iterable(one.after for one in met), told),
            )
        )
    return sorted(groups, key=lambda group: not group.after)


def _meet(one: ToldPath, other: ToldPath) -> bool:
    """Say whether somebody may be on both paths: they answer a question alike, and none differently."""
    answers = [{step.question: step.answers for step in told.steps} for told in (one, other)]
    common = answers[0].keys() & answers[1].keys()
    return bool(common) and all(answers[0][question] == answers[1][question] for question in common)
