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


Told = tuple[Side, tuple[Said, ...]]
"""A side, and what it says in one respect, which may be nothing."""


@dataclass(frozen=True, eq=False)
class Difference:
    """One respect in which sides differ: its name, a sentence that says how, and what each of the sides says.

    `unsaid` are the words for saying nothing.
    """

    respect: str
    sentence: str
    unsaid: str
    sides: tuple[Told, ...]

    @property
    def alike(self) -> Mapping[tuple[str, ...], tuple[Told, ...]]:
        """The sides by the words for what they say, so that what several say is said once; no words last."""
        found = defaultdict[tuple[str, ...], list[Told]](list)
        for side, told in self.sides:
            found[tuple(said.words for said in told)].append((side, told))
        return {words: tuple(found[words]) for words in sorted(found, key=lambda words: not words)}


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

    name: str
    one: str
    several: str
    tell: Callable[[Particulars, Excerpt], Iterator[Particular]]


_RESPECTS = (
    _Respect("Ages", "An age is given", "Different ages are given", Particulars.ages),
    _Respect("Times", "A time is given", "Different times are given", Particulars.times),
    _Respect(
        "How long things are kept",
        "A time for keeping something is given",
        "Different times for keeping things are given",
        Particulars.keeping,
    ),
    _Respect("Numbers", "A number is given", "Different numbers are given", Particulars.amounts),
    _Respect("Who acts", "A particular role is named", "Different roles are named", Particulars.actors),
)
_LEVELS: Mapping[str, set[str | None]] = {
    "binding": {"must", "must-not"},
    "only advice": {"should", "should-not"},
    "a matter of choice": {"may"},
    "mentioned without a duty": {None},
}
_NO_RULE = "there is no rule"


def _strength(comparison: Comparison, particulars: Particulars) -> Difference | None:
    """Return how sides differ in what they command, forbid, advise and allow."""
    sides = comparison.sides
    if not comparison.ruling or not _differ(sides, particulars.duty):
        return None
    by_level: dict[str, list[str]] = {level: [] for level in (*_LEVELS, _NO_RULE)}
    for side in sides:
        by_level[_level(side)].append(side.part.title)
    levels = {level: titles for level, titles in by_level.items() if titles}
    if len(levels) == 1:
        sentence = f"It is {next(iter(levels))} everywhere, but the duties are not the same."
    else:
        sentence = f"It is {'; '.join(f'{level} in {_listed(titles)}' for level, titles in levels.items())}."
    told = tuple((side, _by_strength(_said(side, particulars.duty))) for side in sides)
    return Difference("How binding it is", sentence, "No rule", told)


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
    sentence = _sentence(respect, {side.part.title: _values(side, tell) for side in sides})
    return Difference(respect.name, sentence, "Not said", tuple((side, _said(side, tell)) for side in sides))


def _sentence(respect: _Respect, given: Mapping[str, frozenset[str]]) -> str:
    """Return how sides differ, told by what each gives, by its title."""
    giving = [title for title, values in given.items() if values]
    others = [title for title, values in given.items() if not values]
    if len(set(filter(None, given.values()))) > 1:
        return f"{respect.several}{f' in {_listed(giving)}, and none in {_listed(others)}' if others else ''}."
    if len(others) > 1:
        return f"{respect.one} only in {_listed(giving)}."
    return f"{respect.one} in {_listed(giving)}, but not in {_listed(others)}."


def _differ(sides: Sequence[Side], tell: Teller) -> bool:
    return len({_values(side, tell) for side in sides}) > 1


def _values(side: Side, tell: Teller) -> frozenset[str]:
    return frozenset(particular.value for excerpt in side.excerpts for particular in tell(excerpt))


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
