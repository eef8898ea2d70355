"""Findings that need not be told, since they follow from a fault that reading the files has told already.

Such a fault leaves something out of the handbook. So the thing that it belonged to seems to lack a key; names that
stand in what was lost seem to lead nowhere, or to be used nowhere; what stands in for it is not to be judged; and
where the very name of a thing was lost, what refers to the thing leads nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from policywright.checks.check import Check
from policywright.checks.unread import holds, is_lost_within
from policywright.diagnostics import Diagnostic, Location
from policywright.linking.linked import LinkedHandbook
from policywright.linking.references import file_of
from policywright.model.handbook import Lost

_SIGNS = re.compile(r"^(?:\[\[|\{\{|\[\^)(?P<inner>[^|]*?)(?:\|.*)?(?:\]\]|\}\}|\])$", re.DOTALL)
_DIGITS = re.compile(r"\d+")

A_SLIP = 0.85
"""How like another name one is that was only mistyped, by the share of letters that the two have in common."""


def unexplained(
    linked: LinkedHandbook, found: Sequence[Diagnostic], checks: Iterable[type[Check]], earlier: frozenset[str] | None
) -> list[Diagnostic]:
    """Return the findings that do not follow from what was lost when the files were read.

    `earlier` holds the addresses of the last edition, as far as there is one.
    """
    losses = linked.handbook.lost
    if not losses:
        return list(found)
    former = {part for address in earlier or () for part in _parts(address)}
    left = [one for one in _findings(linked, found, checks) if not any(map(one.is_explained_by, losses))]
    for lost in losses:
        astray = _led_astray(linked, lost, left, former) if lost.name else ()
        left = [one for one in left if one not in astray]
    return [one.diagnostic for one in left]


@dataclass(frozen=True, slots=True)
class _Finding:
    """A finding, the check that made it, the name that it points at, part by part, and the files in which it is sought.

    Files are called as addresses begin: by the identifier of the document, by the kind of register, or `handbook`.
    """

    diagnostic: Diagnostic
    check: type[Check]
    names: tuple[str, ...]
    files: frozenset[str]

    def is_explained_by(self, lost: Lost) -> bool:
        place = self.diagnostic.location
        points_at_stand_in = (place.line, place.column) == (place.end_line, place.end_column)
        if points_at_stand_in and not lost.text and is_lost_within(lost, place):
            return True
        may_be_waived = "accept" in lost.keys and holds(lost.text, self.check.name)
        if is_lost_within(lost, place) and (may_be_waived or not lost.keys.isdisjoint(self.check.misses)):
            return True
        sought = self.check.seeks == "handbook" or (self.check.seeks == "file" and place.file == lost.within.file)
        return bool(sought and self.names) and holds(lost.text, self.names[-1])


def _findings(linked: LinkedHandbook, found: Iterable[Diagnostic], checks: Iterable[type[Check]]) -> Iterator[_Finding]:
    by_name = {check.name: check for check in checks}
    homes = {one.location: file_of(one.address) for one in linked.references if not one.target}
    homes |= {one.location: "handbook" for one in linked.variables if not one.known}
    for diagnostic in found:
        check, place = by_name[diagnostic.name], diagnostic.location
        own = PurePosixPath(place.file).stem if check.seeks == "file" or place not in homes else ""
        files = frozenset({own, homes.get(place, own)}) if check.seeks else frozenset[str]()
        yield _Finding(diagnostic, check, _parts(_pointed_at(linked, place)), files)


def _led_astray(linked: LinkedHandbook, lost: Lost, found: list[_Finding], former: Container[str]) -> list[_Finding]:
    """Return what seeks the thing whose name was lost.

    Of the names that lead nowhere that is one that led somewhere in the last edition, or else the one most unlike
    others. A slip in a name that is there is none of them.
    """
    home = PurePosixPath(lost.within.file).stem
    targets = [target.address for target in linked.targets.values() if target.location.file == lost.within.file]
    known = {home, *(part for address in targets for part in _parts(address))}
    known |= {variable.id for variable in linked.handbook.settings.variables if home == "handbook"}
    seeking = defaultdict[str, list[_Finding]](list)
    for one in found:
        for name in set(one.names).difference(known) if home in one.files else ():
            seeking[name].append(one)
    ranks = {name: (name not in former, _likeness(name, known)) for name in seeking}
    likely = min(ranks, key=lambda name: ranks[name], default="")
    return seeking[likely] if likely and ranks[likely] < (True, A_SLIP) else []


def _likeness(name: str, known: Iterable[str]) -> float:
    """Return how like any known name one is, from 0 to 1; names that differ in a year or number are of two things."""
    alike = (other for other in known if _DIGITS.findall(other) == _DIGITS.findall(name))
    return max((SequenceMatcher(None, name, other).ratio() for other in alike), default=0)


def _parts(address: str) -> tuple[str, ...]:
    """Return the parts of an address: `document` and `clause` of `document#clause`."""
    return tuple(part.strip() for part in re.split("[#/:]", address) if part.strip())


def _pointed_at(linked: LinkedHandbook, place: Location) -> str:
    """Return the words at a place, without the signs of a reference, a variable or a footnote's call."""
    source = linked.handbook.texts.get(place.file)
    if source is None or place.line != place.end_line:
        return ""
    words = source.line(place.line)[place.column - 1 : place.end_column - 1].strip("\"'")
    signs = _SIGNS.match(words)
    return signs["inner"] if signs else words
