"""Changes: what each document says otherwise than its previous version did, clause by clause."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from policywright.linking.gathering.changed_paths import NO_PATHS, ChangedPaths
from policywright.linking.linked import Target
from policywright.model.document import Document
from policywright.model.past import WhyUnknown
from policywright.model.policy import Revision
from policywright.model.vocabulary import Duty

Respect = Literal["figure", "duty", "actors", "scope", "wording", "place", "number"]
"""In what something changed: an age, time or amount, how binding it is, who acts, for whom or when it holds, its words,
its place, its number.

What matters most stands first, once it is settled whether a duty grew.
"""

Grade = Literal["duty", "figure", "actors", "scope", "wording"]
"""How much a change asks of those who approve it, most first; the last is wording, place or number alone."""


@dataclass(frozen=True, slots=True)
class Altered:
    """One thing that a target says otherwise, as plain text; empty where nothing was said of it, or nothing is."""

    respect: Respect
    label: str
    before: str
    after: str


@dataclass(frozen=True, eq=False)
class Change:
    """Something that can be cited and was added (no `before`), removed (no `after`) or altered.

    `within` says that what stands around it came or went with it, and tells it too. `heir` is what took in something
    that was removed.
    """

    before: Target | None
    after: Target | None
    altered: tuple[Altered, ...] = ()
    within: bool = False
    heir: Target | None = None

    @property
    def target(self) -> Target:
        """What changed, as it is now if it is still there."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  a change of nothing is none
        return found

    @property
    def kind(self) -> Literal["added", "removed", "altered"]:
        """Whether it came, went, or says something else."""
        if self.before is None:
            return "added"
        return "altered" if self.after else "removed"

    @property
    def respect(self) -> Respect:
        """In what it was altered that matters most."""
        return min((one.respect for one in self.altered), key=_BY_WEIGHT.index)

    @property
    def grade(self) -> Grade:
        """The gravest respect in which it changes anything; a rule that comes or goes is a duty that does."""
        binds = _strength(self.before) != _strength(self.after)
        found = {_GRADES.get(one.respect, "wording") for one in self.altered} | ({"duty"} if binds else set())
        return next(grade for grade in get_args(Grade) if grade in found or grade == "wording")

    @property
    def is_of_number(self) -> bool:
        """Whether nothing but its number changed."""
        return self.kind == "altered" and self.respect == "number"

    @property
    def weight(self) -> tuple[int, ...]:
        """How little it matters to those whom it binds: what binds them anew comes first, a number alone last."""
        before, after = _strength(self.before), _strength(self.after)
        if after > max(before, _PERMITTED):
            return (0 if self.before is None else 1, -after)
        if self.kind != "altered":
            return (3 if before else 4,)
        return (2 + _BY_WEIGHT.index(self.respect),)


@dataclass(frozen=True, eq=False)
class Edition:
    """The present `version` of a document, and what changed in it since the version `before`, in reading order.

    Where there was none before, either it is the first, or `unknown` says why nobody knows. `revision` is what its
    editors say of it; `date` is when it came, if anybody has said or git knows. `paths` are those of a decision or a
    table. `former` is the document as it was, where that can be read, and `former_commit` the last one that holds it,
    if git knows. `older` tell what changed up to now since each of the versions before that one, newest first.
    """

    document: Target
    part: str
    version: str
    before: str = ""
    date: datetime.date | None = None
    revision: Revision | None = None
    unknown: WhyUnknown | None = None
    changes: tuple[Change, ...] = ()
    paths: ChangedPaths = NO_PATHS
    former: Document | None = None
    former_commit: str = ""
    older: tuple[Edition, ...] = ()

    @property
    def grade(self) -> Grade | None:
        """The gravest grade of its changes; a way through a decision that leads elsewhere is one of scope."""
        found = {change.grade for change in self.changes} | ({"scope"} if self.paths else set())
        return next((grade for grade in get_args(Grade) if grade in found), None)

    @property
    def by_grade(self) -> Mapping[Grade, tuple[Change, ...]]:
        """Each change once, with what came or went with it, by its grade, the gravest first; in reading order."""
        whole = [change for change in self.changes if not change.within]
        found = {grade: tuple(one for one in whole if self._grade(one) == grade) for grade in get_args(Grade)}
        return {grade: changes for grade, changes in found.items() if changes}

    def _grade(self, change: Change) -> Grade:
        """Return the gravest grade of a change and of what came or went within it."""
        return min((change.grade, *map(self._grade, self.within(change))), key=get_args(Grade).index)

    @property
    def is_changed(self) -> bool:
        """Whether anything in it reads or leads otherwise than before."""
        return bool(self.changes or self.paths)

    @property
    def is_marked(self) -> bool:
        """Whether the words that went and came can be shown where they stand."""
        return self.is_changed and self.former is not None

    @property
    def is_first(self) -> bool:
        """Whether there was no version before."""
        return not self.before and not self.unknown

    def within(self, change: Change) -> tuple[Change, ...]:
        """Return what came or went directly within something that did."""
        return tuple(one for one in self.changes if one.within and one.target.parent is change.target)

    @property
    def by_weight(self) -> tuple[Change, ...]:
        """Each change once, with what came or went with it: first what binds anew, last what has only a new number."""
        return tuple(sorted((change for change in self.changes if not change.within), key=lambda one: one.weight))


@dataclass(frozen=True)
class Changes:
    """What changed in every document since its previous version: `editions` by identifier, in reading order."""

    editions: Mapping[str, Edition] = field(default_factory=dict)

    def of(self, target: Target) -> Change | None:
        """Return the change of something that is still there, if it changed."""
        return self._by_node.get(id(target.node))

    def edition_of(self, document: Document) -> Edition | None:
        """Return the present version of a document, if anything is known of those before."""
        return self.editions.get(document.id)

    @cached_property
    def _by_node(self) -> Mapping[int, Change]:
        changes = (change for edition in self.editions.values() for change in edition.changes)
        return {id(change.after.node): change for change in changes if change.after}


NOTHING_KNOWN = Changes()
"""What is known where nobody looked into the past."""

_GRADES: Mapping[Respect, Grade] = {"duty": "duty", "figure": "figure", "actors": "actors", "scope": "scope"}
_STRENGTHS: Mapping[Duty | None, int] = {None: 0, "may": 1, "should": 2, "should-not": 2, "must": 3, "must-not": 3}
_PERMITTED = _STRENGTHS["may"]
_BY_WEIGHT = get_args(Respect)


def _strength(target: Target | None) -> int:
    return _STRENGTHS[target.duty] if target and not target.withdrawn else 0
