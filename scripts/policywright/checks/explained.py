"""Findings that need not be told, since they follow from a fault that reading the files has told already.

Such a fault leaves something out of the handbook. So the thing that it belonged to seems to lack a key; names that
stand in what was lost seem to lead nowhere, or to be used nowhere; what stands in for it is not to be judged; and
where the very name of a thing was lost, what refers to the thing leads nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from policywright.checks.check import Check
from policywright.checks.naming import identifier
from policywright.checks.unread import holds, is_lost_within
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.handbook import Lost

_SIGNS = re.compile(r"^(?:\[\[|\{\{|\[\^)(?P<inner>[^|]*?)(?:\|.*)?(?:\]\]|\}\}|\])$", re.DOTALL)


def unexplained(
    linked: LinkedHandbook, found: Sequence[Diagnostic], checks: Iterable[type[Check]], earlier: frozenset[str] | None
) -> list[Diagnostic]:
    """Return the findings that do not follow from what was lost when the files were read.

    `earlier` holds the addresses of the last edition, as far as there is one.
    """
    former = {_last(address) for address in earlier or ()}
    by_name = {check.name: check for check in checks}
    left = [_Finding(one, by_name[one.name], _sought(linked, one)) for one in found]
    for lost in linked.handbook.lost:
        left = [one for one in left if not one.is_explained_by(lost)]
    for lost in linked.handbook.lost:
        if lost.name:
            astray = _led_astray(linked, lost, left, former)
            left = [one for one in left if one not in astray]
    return [one.diagnostic for one in left]


@dataclass(frozen=True, slots=True)
class _Finding:
    """A finding, the check that made it, and the name that it is about, as far as it points at one."""

    diagnostic: Diagnostic
    check: type[Check]
    sought: str

    @property
    def name(self) -> str:
        """The last part of the name: `clause` of `[[document#clause]]`."""
        return _last(self.sought)

    def is_explained_by(self, lost: Lost) -> bool:
        place = self.diagnostic.location
        points_at_stand_in = (place.line, place.column) == (place.end_line, place.end_column)
        if points_at_stand_in and not lost.text and is_lost_within(lost, place):
            return True
        if not lost.keys.isdisjoint(self.check.misses) and is_lost_within(lost, place):
            return True
        return bool(self.check.seeks and self.name) and holds(lost.text, self.name)

    def looks_into(self, file: str, *, shared: bool) -> bool:
        """Say whether the name is sought in a file: in the one that it names, otherwise in its own or a shared one."""
        document, inner, _ = self.sought.partition("#")
        if inner and document:
            return document == PurePosixPath(file).stem
        anywhere = shared and not inner and self.check.seeks == "handbook"
        return anywhere or file == self.diagnostic.location.file


def _led_astray(linked: LinkedHandbook, lost: Lost, found: list[_Finding], former: Container[str]) -> list[_Finding]:
    """Return what seeks the thing whose name was lost.

    Of the names that lead nowhere that is one that led somewhere in the last edition, or else the one most unlike
    others: since a slip in a name that is there is like that name, it is told all the same.
    """
    file = lost.within.file
    handbook = linked.handbook
    shared = file in {node.location().file for node in (handbook.settings, *handbook.registers)}
    known = {identifier(target) for target in linked.targets.values() if target.location.file == file}
    seeking = defaultdict[str, list[_Finding]](list)
    for one in found:
        if one.check.seeks and one.name and one.name not in known and one.looks_into(file, shared=shared):
            seeking[one.name].append(one)
    if not seeking:
        return []
    return seeking[min(seeking, key=lambda name: (name not in former, _likeness(name, known)))]


def _last(address: str) -> str:
    return re.split("[#/:]", address)[-1].strip()


def _likeness(name: str, known: Iterable[str]) -> float:
    return max((SequenceMatcher(None, name, other).ratio() for other in known), default=0)


def _sought(linked: LinkedHandbook, finding: Diagnostic) -> str:
    """Return the words that a finding points at, without brackets and braces."""
    place = finding.location
    source = linked.handbook.texts.get(place.file)
    if source is None or place.line != place.end_line:
        return ""
    words = source.text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1].strip("\"'")
    signs = _SIGNS.match(words)
    return signs["inner"] if signs else words
