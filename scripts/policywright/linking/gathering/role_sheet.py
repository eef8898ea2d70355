"""Role sheets: everything that applies to a role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import get_args

from policywright.linking.gathering.bearers import bearers, counts_as
from policywright.linking.gathering.by_part import Gathered, deadlines
from policywright.linking.gathering.excerpts import Excerpt, clauses, excerpts
from policywright.linking.gathering.role_work import Work, workers
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.policy import Clause, Policy, Provision
from policywright.model.registers import Role
from policywright.model.vocabulary import Duty


@dataclass(frozen=True, eq=False)
class Bound:
    """What binds a role in one policy, with one duty."""

    policy: Policy
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, eq=False)
class Sheet:
    """What applies to a role, also as a member of `groups`: what binds it by duty, strictest first, and its work.

    `deadlines` are the clauses and points that give it a time, by part of the handbook, the shortest first.
    """

    role: Target
    groups: tuple[str, ...]
    duties: Mapping[Duty, tuple[Bound, ...]]
    deadlines: tuple[Gathered, ...]
    work: Work

    @property
    def policies(self) -> tuple[Policy, ...]:
        """The policies that bind it, each once."""
        found = {bound.policy.id: bound.policy for policies in self.duties.values() for bound in policies}
        return tuple(found.values())

    @property
    def parts(self) -> frozenset[str]:
        """The parts of the handbook in which something applies to it, by their identifiers."""
        return frozenset(document.part for document in (*self.policies, *self.work.owns, *self.work.documents))


def sheets(linked: LinkedHandbook) -> Iterator[Sheet]:
    """Yield the sheet of each role that anything applies to, in the order of the register."""
    bonds = _bonds(linked)
    all_deadlines = tuple(deadlines(linked))
    work_of = workers(linked.handbook)
    for role in linked.handbook.entries(Role):
        names = counts_as(linked.handbook, role.id)
        bound = {duty: tuple(_bound(linked, duty, frozenset(names), bonds)) for duty in get_args(Duty)}
        duties = {duty: policies for duty, policies in bound.items() if policies}
        work = work_of(frozenset(names))
        if duties or not work.is_empty:
            yield Sheet(linked.target_of(role), names[1:], duties, tuple(_of(frozenset(names), all_deadlines)), work)


_Bonds = Mapping[tuple[Duty, str], Sequence[tuple[int, Policy, Clause]]]
"""The clauses that bind a role with a duty, themselves or by something in them, each with its place in the reading."""


def _bonds(linked: LinkedHandbook) -> _Bonds:
    parts = [part.id for part in linked.handbook.settings.parts]
    policies = (policy for policy in linked.handbook.of_kind(Policy) if policy.part in parts)
    in_order = sorted(policies, key=lambda policy: parts.index(policy.part))
    holding = ((policy, clause) for policy in in_order if policy.status != "withdrawn" for clause in clauses(policy))
    found = defaultdict[tuple[Duty, str], list[tuple[int, Policy, Clause]]](list)
    for place, (policy, clause) in enumerate(holding):
        for bond in set(_bonds_of(linked, clause)):
            found[bond].append((place, policy, clause))
    return found


def _bonds_of(linked: LinkedHandbook, provision: Provision) -> Iterator[tuple[Duty, str]]:
    target = linked.target_of(provision)
    if target.duty:
        yield from ((target.duty, name) for name in bearers(target))
    for point in provision.points:
        yield from _bonds_of(linked, point)


def _of(names: frozenset[str], gathered: Iterable[Gathered]) -> Iterator[Gathered]:
    """Yield what was gathered of what binds somebody who bears any of these names."""
    for entry in gathered:
        targets = tuple(target for target in entry.targets if not names.isdisjoint(bearers(target)))
        if targets:
            yield replace(entry, targets=targets)


def _bound(linked: LinkedHandbook, duty: Duty, names: frozenset[str], bonds: _Bonds) -> Iterator[Bound]:
    """Yield what binds somebody who bears any of these names, policy by policy."""

    def matters(target: Target) -> bool:
        return target.duty == duty and not names.isdisjoint(bearers(target))

    by_place = {place: (policy, clause) for name in names for place, policy, clause in bonds.get((duty, name), ())}
    in_order = (by_place[place] for place in sorted(by_place))
    for _, found in groupby(in_order, key=lambda one: one[0].id):
        policies, binding = zip(*found, strict=True)
        if matching := tuple(excerpts(linked, binding, matters)):
            yield Bound(policies[0], matching)
