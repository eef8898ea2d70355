"""Telling what changed: line by line, in words that every report of changes shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from policywright.linking.citation import short_citation
from policywright.linking.gathering.changed_paths import ChangedPaths, PathChange, ToldPath
from policywright.linking.gathering.changes import Altered, Change, Edition, Grade, Respect
from policywright.linking.gathering.word_difference import abridged, word_difference
from policywright.linking.linked import Target
from policywright.model.handbook import Words

SAME = "Nothing changed."
GRADES: Mapping[Grade, str] = {
    "duty": "duty",
    "figure": "number, age or period",
    "actors": "who acts",
    "scope": "for whom or when",
    "wording": "wording, place or number only",
}
_KINDS: Mapping[Respect, str] = {
    "figure": "a figure changed",
    "duty": "duty changed",
    "actors": "who acts changed",
    "scope": "for whom or when changed",
    "wording": "reworded",
    "place": "moved",
    "number": "renumbered",
}


@dataclass(frozen=True)
class Telling:
    """How a report tells of changes: in the handbook's own `words`, and with its marks for what is not its own.

    `plain` makes any words of the handbook stand as they are, `address` an address, and `signs` mark words that were
    kept, removed or added.
    """

    words: Words
    plain: Callable[[str], str]
    address: Callable[[str], str]
    signs: Mapping[str, str]

    def named(self, target: Target) -> str:
        """Return the address and the title of a document."""
        return f"{self.address(target.address)}, {self.plain(target.title)}"

    def what(self, change: Change) -> str:
        """Return what came of one thing: its address, what it is called, and what changed."""
        target = change.target
        heir = f", see {self.address(change.heir.address)}" if change.heir else ""
        called = f" ({self.plain(short_citation(target, self.words))})" if target.number else ""
        return f"{self.address(target.address)}{called}: {self.kind(change)}{heir}"

    def kind(self, change: Change) -> str:
        """Return what kind of change it is."""
        return _KINDS[change.respect] if change.kind == "altered" else change.kind

    def altered(self, change: Change) -> Iterator[str]:
        """Yield how it read before and since."""
        return self.differences(change.altered) if change.kind == "altered" else self._whole(change.altered)

    def differences(self, altered: Iterable[Altered]) -> Iterator[str]:
        """Yield each thing that reads otherwise, with the words that went and came."""
        return (f"{self.plain(one.label)}: {self._difference(one)}" for one in altered)

    def _whole(self, altered: Iterable[Altered]) -> Iterator[str]:
        """Yield the words of what came or went, which stand on one of the two sides."""
        return (f"{self.plain(one.label)}: {self.plain(one.before or one.after)}" for one in altered)

    def _difference(self, altered: Altered) -> str:
        pieces = abridged(word_difference(altered.before, altered.after))
        return "".join(self.signs[piece.kind].format(self.plain(piece.words)) for piece in pieces)

    def renumbered(self, edition: Edition) -> Iterator[str]:
        """Yield what has nothing but another number, in one line."""
        found = [self._renumbered(change) for change in edition.changes if change.is_of_number]
        if found:
            yield f"Only the number changed: {', '.join(found)}."

    def _renumbered(self, change: Change) -> str:
        before = change.before.number if change.before else ""
        return f"{self.plain(short_citation(change.target, self.words))} was {before or 'without one'}"

    def paths(self, found: ChangedPaths) -> Iterator[str]:
        """Yield each path that came, went or leads elsewhere, and how many are only asked for otherwise.

        What belongs to the line before begins with two spaces.
        """
        if found.untold:
            yield "Its paths cannot be told one by one: there are too many, or they ask other questions altogether."
        for change in found.of_kind("redirected", "new", "gone"):
            yield from self._path(change)
        match sum(len(change.after) for change in found.of_kind("asked otherwise")):
            case 0:
                pass
            case 1:
                yield "One path asks other questions and leads where it led."
            case count:
                yield f"{count} paths ask other questions and lead where they led."

    def _path(self, change: PathChange) -> Iterator[str]:
        match change.before, change.after:
            case (), after:
                yield from (f"New: {self._way(told)}" for told in after)
            case before, ():
                yield from (f"Gone: {self._way(told)}" for told in before)
            case (was,), (now,):
                ends = (self.plain(told.title) for told in (was, now))
                yield "Went to “{}”, now goes to “{}”: {}".format(*ends, self._steps(now))
            case before, after:
                yield "Changed:"
                yield from (f"  was {self._way(told)}" for told in before)
                yield from (f"  now {self._way(told)}" for told in after)

    def _way(self, told: ToldPath) -> str:
        return f"{self._steps(told)} → {self.plain(told.title)}"

    def _steps(self, told: ToldPath) -> str:
        return ", ".join(f"“{self.plain(step.ask)}” {self.plain(step.say)}" for step in told.steps)


def graded(edition: Edition) -> Iterator[str]:
    """Yield each grade of the changes of a document, the gravest first, with how many there are."""
    for grade, changes in edition.by_grade.items():
        yield f"{GRADES[grade]} ({len(changes)})"
    if edition.paths:
        yield "where answers lead"
