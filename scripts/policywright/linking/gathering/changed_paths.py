"""Changed paths: which ways through a decision came, went, or lead elsewhere than before, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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
    """A path with its steps, and the title of the outcome where it ends, as they read in its version."""

    path: Path
    steps: tuple[Step, ...]
    title: str

    @property
    def outcome(self) -> str:
        """The identifier of its outcome."""
        return self.path.outcome


@dataclass(frozen=True, slots=True)
class PathChange:
    """Paths that answer alike the questions that both versions ask: those of the version before, and those since.

    Several stand on a side where a question came or went between them.
    """

    before: tuple[ToldPath, ...]
    after: tuple[ToldPath, ...]

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
    by_name = {_name(path): path for path in old}
    kept = tuple(path for path in new if _name(path) in by_name)
    names = {_name(path) for path in kept}
    common = before.questions.keys() & after.questions.keys()
    grouped_old = _grouped(_told(before, old, names, wording), common)
    grouped_new = _grouped(_told(after, new, names, wording), common)
    keys = dict.fromkeys((*grouped_new, *grouped_old))
    changes = (_changes(key, grouped_old.get(key, ()), grouped_new.get(key, ())) for key in keys)
    return ChangedPaths(kept, tuple(chain.from_iterable(changes)))


_Name = tuple[tuple[tuple[str, str], ...], str]


def _name(path: Path) -> _Name:
    """Return what a path is known by in every version: its questions, their answers, and its outcome."""
    return tuple((turn.question, turn.answer.id) for turn in path.turns), path.outcome


def _told(
    decision: Decision, found: Iterable[Path], kept: Iterable[_Name], wording: Callable[[str], str]
) -> Iterable[ToldPath]:
    for path in found:
        if _name(path) not in kept:
            steps = (
                Step(wording(decision.questions[turn.question].ask), wording(turn.answer.say)) for turn in path.turns
            )
            yield ToldPath(path, tuple(steps), wording(decision.outcomes[path.outcome].title))


def _changes(
    common: Collection[tuple[str, str]], before: Sequence[ToldPath], after: Sequence[ToldPath]
) -> Iterator[PathChange]:
    """Yield the change of paths that give the same answers to common questions; without any, nothing joins them."""
    if common:
        yield PathChange(tuple(before), tuple(after))
    else:
        yield from (PathChange((), (told,)) for told in after)
        yield from (PathChange((told,), ()) for told in before)


def _grouped(
    found: Iterable[ToldPath], common: Iterable[str]
) -> Mapping[frozenset[tuple[str, str]], Sequence[ToldPath]]:
    """Return paths by their answers to the questions that both versions ask, in whatever order they are asked."""
    groups = defaultdict[frozenset[tuple[str, str]], list[ToldPath]](list)
    for told in found:
        turns = (turn for turn in told.path.turns if turn.question in common)
        groups[frozenset((turn.question, turn.answer.id) for turn in turns)].append(told)
    return groups
