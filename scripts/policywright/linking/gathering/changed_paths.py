"""Changed paths: which ways through a decision came, went, or lead elsewhere than before, in words."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from policywright.linking.paths import Path, paths
from policywright.model.decision import Decision

MOST_PATHS = 500
"""How many paths a decision may have and still be compared path by path; nobody would read more."""


@dataclass(frozen=True, slots=True)
class Step:
    """A question on a path and the answer to it, as plain text."""

    ask: str
    say: str


@dataclass(frozen=True, slots=True)
class ToldPath:
    """A path with its steps, the title of its outcome, and the roles that act then, as they stand in its version."""

    path: Path
    steps: tuple[Step, ...]
    title: str
    actors: frozenset[str]

    @property
    def outcome(self) -> str:
        """The identifier of its outcome."""
        return self.path.outcome


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
    """How the paths of a decision changed: those `kept` as they were, and each change, in the order of the answers.

    `untold` says that there are too many to compare.
    """

    kept: tuple[Path, ...] = ()
    changes: tuple[PathChange, ...] = ()
    untold: bool = False

    def of_kind(self, *kinds: str) -> tuple[PathChange, ...]:
        """Return the changes of certain kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    def __bool__(self) -> bool:
        """Whether any path may be otherwise than before."""
        return bool(self.changes) or self.untold


NO_PATHS = ChangedPaths()
"""Of a document that is no decision, and of a decision without another version."""


def changed_paths(before: Decision, after: Decision, wording: Callable[[str], str]) -> ChangedPaths:
    """Return how the paths of a decision changed between two versions; `wording` turns prose into plain text.

    A path is the same where it gives the same answers to the same questions, by their identifiers, and comes to the
    same outcome, however these are worded.
    """
    old, new = (tuple(islice(paths(decision), MOST_PATHS + 1)) for decision in (before, after))
    if max(len(old), len(new)) > MOST_PATHS:
        return ChangedPaths(untold=True)
    kept = frozenset(map(_name, old)).intersection(map(_name, new))
    groups = _groups(_told(before, old, kept, wording), _told(after, new, kept, wording))
    return ChangedPaths(tuple(path for path in new if _name(path) in kept), tuple(groups))


_Name = tuple[tuple[tuple[str, str], ...], str]


def _name(path: Path) -> _Name:
    """Return what a path is known by in every version: its questions, their answers, and its outcome."""
    return tuple((turn.question, turn.answer.id) for turn in path.turns), path.outcome


def _told(
    decision: Decision, found: Iterable[Path], kept: Container[_Name], wording: Callable[[str], str]
) -> Iterator[ToldPath]:
    """Yield the paths that were not kept, in words."""
    for path in found:
        if _name(path) not in kept:
            asked = ((decision.questions[turn.question].ask, turn.answer.say) for turn in path.turns)
            steps = tuple(Step(wording(ask), wording(say)) for ask, say in asked)
            outcome = decision.outcomes[path.outcome]
            actors = frozenset(action.by for action in outcome.do if action.by)
            yield ToldPath(path, steps, wording(outcome.title), actors)


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
    answers = [{turn.question: turn.answer.id for turn in told.path.turns} for told in (one, other)]
    common = answers[0].keys() & answers[1].keys()
    return bool(common) and all(answers[0][question] == answers[1][question] for question in common)
