"""Changes by role: what changed for those whom a role takes in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from policywright.linking.gathering.bearers import bearers, counts_as
from policywright.linking.gathering.changed_paths import ChangedPaths
from policywright.linking.gathering.changes import Change, Changes, Edition
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.checklist import Checklist, Item
from policywright.model.decision import Outcome, Question
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.model.policy import Policy, Provision, Section
from policywright.model.registers import Role


@dataclass(frozen=True, eq=False)
class ChangedForRole:
    """The documents in which something changed for a role, or for a group that it belongs to, and no other changes."""

    role: Target
    editions: tuple[Edition, ...]

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(len(edition.by_weight) + len(edition.paths.changes) for edition in self.editions)


def changes_by_role(linked: LinkedHandbook, changes: Changes) -> Iterator[ChangedForRole]:
    """Yield what changed for each role, in the order of the register; a number alone changes nothing for anybody."""
    concerned = [(edition, _concerned(edition)) for edition in changes.editions.values() if edition.is_changed]
    for role in linked.handbook.entries(Role):
        names = frozenset(counts_as(linked.handbook, role.id))
        found = (_for(edition, names, roles) for edition, roles in concerned)
        yield ChangedForRole(linked.target_of(role), tuple(edition for edition in found if edition.is_changed))


def _for(edition: Edition, names: frozenset[str], concerned: Mapping[Change, frozenset[str]]) -> Edition:
    """Return an edition with nothing but what concerns somebody who bears any of these names."""
    changed = tuple(change for change in edition.changes if names & concerned[change])
    elsewhere = edition.paths.of_kind("redirected", "new", "gone")
    paths = ChangedPaths(edition.paths.kept, tuple(change for change in elsewhere if names & change.actors))
    return replace(edition, changes=changed, paths=paths)


def _concerned(edition: Edition) -> Mapping[Change, frozenset[str]]:
    """Return whom each change concerns; what came or went as a whole concerns everybody whom anything in it does."""
    by_target = {change.target: change for change in edition.changes}
    wholes = {change: _whole(change, by_target) for change in edition.changes}
    roles = defaultdict[Change, frozenset[str]](frozenset)
    for change, whole in wholes.items():
        roles[whole] |= _roles(change)
    return {change: roles[whole] for change, whole in wholes.items()}


def _whole(change: Change, by_target: Mapping[Target, Change]) -> Change:
    """Return the change of the outermost thing with which something came or went."""
    parent = change.target.parent
    around = by_target.get(parent) if change.within and parent else None
    return _whole(around, by_target) if around else change


def _roles(change: Change) -> frozenset[str]:
    if change.is_of_number:
        return frozenset()
    asked = (_asked(target) for target in (change.before, change.after) if target)
    return (_meant(change.before) ^ _meant(change.after)).union(*asked)


def _asked(target: Target) -> frozenset[str]:
    """Return the roles of which something asks anything, or forbids or allows it."""
    match target.node, target.document:
        case Provision(), _:
            return frozenset(bearers(target) if target.duty else ())
        case Item(by=by), Checklist(for_=everybody):
            return _known(by or everybody)
        case ((Question(before=actions) | Outcome(do=actions)), _):
            return _known(*(action.by for action in actions))
        case _, Form(who_fills=filler, returns_to=receiver):
            return _known(filler, receiver)
        case _, Letter(sender=sender):
            return _known(sender)
    return frozenset()


def _known(*roles: str | None) -> frozenset[str]:
    return frozenset(filter(None, roles))


def _meant(target: Target | None) -> frozenset[str]:
    """Return the roles for which a policy or a section is as a whole."""
    node = target.node if target else None
    return frozenset(node.applies_to if isinstance(node, Policy | Section) else ())
