"""Differences: in what the sides of a comparison rule otherwise, worked out from their provisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from policywright.linking.gathering.comparison import Comparison, Side
from policywright.linking.gathering.excerpts import Excerpt
from policywright.linking.gathering.particulars import DUTY_WORDS, Particular, Particulars
from policywright.linking.linked import LinkedHandbook, Target

Teller = Callable[[Excerpt], Iterator[Particular]]
"""Tells what a clause or point gives in one respect."""


@dataclass(frozen=True, eq=False)
class Said:
    """Something that a side says, as plain text, and the provisions that say it."""

    words: str
    by: tuple[Target, ...]


@dataclass(frozen=True, eq=False)
class Difference:
    """One respect in which sides differ: a sentence that says how, and what each says that says anything."""

    sentence: str
    sides: tuple[tuple[Side, tuple[Said, ...]], ...]


def differences(linked: LinkedHandbook, comparison: Comparison) -> tuple[Difference, ...]:
    """Return in what the sides of a comparison differ: how binding they are, ages, times, numbers, and who acts.

    A side without any rule differs in that, and in nothing else.
    """
    particulars = Particulars(linked)
    found = (
        _strength(comparison, particulars),
        *(_given(comparison.ruling, respect, partial(respect.tell, particulars)) for respect in _RESPECTS),
    )
    return tuple(difference for difference in found if difference)


@dataclass(frozen=True)
class _Respect:
    """A respect in which provisions may differ: the sentences begin in one way or the other."""

    one: str
    several: str
    tell: Callable[[Particulars, Excerpt], Iterator[Particular]]


_RESPECTS = (
    _Respect("An age is given", "Different ages are given", Particulars.ages),
    _Respect("A time is given", "Different times are given", Particulars.times),
    _Respect(
        "A time for keeping something is given", "Different times for keeping things are given", Particulars.keeping
    ),
    _Respect("A number is given", "Different numbers are given", Particulars.amounts),
    _Respect("A particular role is named", "Different roles are named", Particulars.actors),
)
_LEVELS: Mapping[str, set[str | None]] = {
    "binding in {}": {"must", "must-not"},
    "only advice in {}": {"should", "should-not"},
    "a matter of choice in {}": {"may"},
    "mentioned without a duty in {}": {None},
}
_NO_RULE = "there is no rule in {}"


def _strength(comparison: Comparison, particulars: Particulars) -> Difference | None:
    """Return how sides differ in what they command, forbid, advise and allow."""
    sides = comparison.sides
    if not comparison.ruling or not _differ(sides, particulars.duty):
        return None
    by_level: dict[str, list[str]] = {level: [] for level in (*_LEVELS, _NO_RULE)}
    for side in sides:
        by_level[_level(side)].append(side.part.title)
    levels = [level.format(_listed(titles)) for level, titles in by_level.items() if titles]
    alike = ", but the duties are not the same" if len(levels) == 1 else ""
    told = tuple((side, _by_strength(said)) for side, said in _told(sides, particulars.duty))
    return Difference(f"It is {'; '.join(levels)}{alike}.", told)


def _level(side: Side) -> str:
    """Return how binding the strictest provision of a side is."""
    duties = {excerpt.target.duty for excerpt in side.excerpts}
    return next((level for level, strict in _LEVELS.items() if strict & duties), _NO_RULE)


def _by_strength(said: Sequence[Said]) -> tuple[Said, ...]:
    return tuple(sorted(said, key=lambda one: DUTY_WORDS.index(one.words)))


def _given(sides: Sequence[Side], respect: _Respect, tell: Teller) -> Difference | None:
    """Return how sides differ in what they give in one respect."""
    if not _differ(sides, tell):
        return None
    given = {side.part.title: _values(side, tell) for side in sides}
    giving = _listed([title for title, values in given.items() if values])
    others = _listed([title for title, values in given.items() if not values])
    if len(set(filter(None, given.values()))) == 1:
        sentence = f"{respect.one} in {giving}, but not in {others}."
    else:
        sentence = f"{respect.several} in {giving}{f', and none in {others}' if others else ''}."
    return Difference(sentence, _told(sides, tell))


def _differ(sides: Sequence[Side], tell: Teller) -> bool:
    return len({_values(side, tell) for side in sides}) > 1


def _values(side: Side, tell: Teller) -> frozenset[str]:
    return frozenset(particular.value for excerpt in side.excerpts for particular in tell(excerpt))


def _told(sides: Sequence[Side], tell: Teller) -> tuple[tuple[Side, tuple[Said, ...]], ...]:
    told = ((side, _said(side, tell)) for side in sides)
    return tuple((side, said) for side, said in told if said)


def _said(side: Side, tell: Teller) -> tuple[Said, ...]:
    """Return what a side says in one respect, each thing once; a point that says what its clause says adds nothing."""
    by_words = defaultdict[str, list[Target]](list)
    for excerpt in side.excerpts:
        for particular in tell(excerpt):
            by = by_words[particular.words]
            if excerpt.target.parent not in by and excerpt.target not in by:
                by.append(excerpt.target)
    return tuple(Said(words, tuple(by)) for words, by in by_words.items())


def _listed(titles: Sequence[str]) -> str:
    return f"{', '.join(titles[:-1])} and {titles[-1]}" if len(titles) > 1 else "".join(titles)
