"""Agreements: the rules that several sides of a comparison give in the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policywright.linking.gathering.comparison import Comparison, Side
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.plain_text import plain_text
from policywright.model.marks import marks
from policywright.model.policy import Provision

_BETWEEN_WORDS = re.compile(r"\W+")


@dataclass(frozen=True, eq=False)
class Agreement:
    """What several sides rule in the same words: how it begins, as plain text, and where each of them says it."""

    opening: str
    sides: tuple[tuple[Side, tuple[Target, ...]], ...]


def agreements(linked: LinkedHandbook, comparison: Comparison) -> Iterator[Agreement]:
    """Yield what several sides rule in the same words, in the order in which the first of them says it.

    The names of organisations and the numbers of other rules may differ, since each has its own.
    """
    wording = plain_text(linked.handbook)
    for places in _by_words(comparison).values():
        if len(places) > 1:
            first = next(iter(places.values()))[0].node
            if isinstance(first, Provision):
                yield Agreement(wording.opening(first.text), tuple((side, tuple(at)) for side, at in places.items()))


def _by_words(comparison: Comparison) -> Mapping[str, Mapping[Side, list[Target]]]:
    found = defaultdict[str, defaultdict[Side, list[Target]]](lambda: defaultdict(list))
    for side in comparison.sides:
        for ruling in side.speaking:
            for excerpt in ruling.excerpts:
                found[_words(excerpt.provision)][side].append(excerpt.target)
    return found


def _words(provision: Provision) -> str:
    """Return the words of a provision with all its points, without what names other things."""
    texts = (provision.text, *map(_words, provision.points), provision.continues or "")
    return " ".join(" ".join(_BETWEEN_WORDS.split(_without_marks(text).casefold())) for text in texts).strip()


def _without_marks(prose: str) -> str:
    pieces, done = [], 0
    for mark in marks(prose):
        pieces.append(prose[done : mark.start])
        done = mark.end
    return "".join((*pieces, prose[done:]))
