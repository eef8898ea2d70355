"""Comparison: how each part of the handbook rules on a topic, and where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from policywright.linking.gathering.excerpts import Excerpt, clauses, excerpts, flat
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.policy import Clause, Policy, Provision, Silence
from policywright.model.registers import Topic


@dataclass(frozen=True, eq=False)
class Ruling:
    """What one policy says on a topic, which may be nothing; `silence` is where it says openly that it has no rule."""

    policy: Policy
    excerpts: tuple[Excerpt, ...]
    silence: Silence | None


@dataclass(frozen=True, eq=False)
class Side:
    """What one part of the handbook says on a topic, policy by policy."""

    part: Target
    rulings: tuple[Ruling, ...]

    @cached_property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """Each clause and point on the topic, those within others too."""
        return tuple(excerpt for ruling in self.rulings for excerpt in flat(ruling.excerpts))

    @property
    def owners(self) -> tuple[str, ...]:
        """The roles that answer for its policies, each once."""
        return tuple(dict.fromkeys(ruling.policy.owner for ruling in self.rulings if ruling.policy.owner))

    @property
    def speaking(self) -> tuple[Ruling, ...]:
        """The policies that have something on the topic."""
        return tuple(ruling for ruling in self.rulings if ruling.excerpts)

    @property
    def openly_silent(self) -> tuple[Ruling, ...]:
        """The policies that say openly that they have no rule."""
        return tuple(ruling for ruling in self.rulings if ruling.silence and not ruling.excerpts)


@dataclass(frozen=True, eq=False)
class Comparison:
    """How the parts of the handbook that have policies rule on one topic, side by side."""

    topic: Target
    question: str
    sides: tuple[Side, ...]

    @property
    def ruling(self) -> tuple[Side, ...]:
        """The sides that have something on the topic."""
        return tuple(side for side in self.sides if side.excerpts)

    @property
    def silent(self) -> tuple[Side, ...]:
        """The sides that have no rule on it."""
        return tuple(side for side in self.sides if not side.excerpts)


def comparisons(linked: LinkedHandbook) -> Iterator[Comparison]:
    """Yield a comparison for each topic with a question, in the order of the register, without what is withdrawn."""
    policies = [policy for policy in linked.handbook.of_kind(Policy) if policy.status != "withdrawn"]
    found = _clauses_by_topic(policies)
    for topic in linked.handbook.entries(Topic):
        if topic.question:
            rulings = [_ruling(linked, topic.id, policy, found[policy.id, topic.id]) for policy in policies]
            yield Comparison(linked.target_of(topic), topic.question, tuple(_sides(linked, rulings)))


def is_about(target: Target, topic: str) -> bool:
    """Tell whether a clause or point is about a topic; a point that names no topic goes with what stands above it."""
    place: Target | None = target
    while place and isinstance(place.node, Provision):
        if place.node.topics:
            return topic in place.node.topics
        place = place.parent
    return False


def _clauses_by_topic(policies: Iterable[Policy]) -> Mapping[tuple[str, str], Sequence[Clause]]:
    """Return the clauses in which something is about a topic, by policy and topic."""
    found = defaultdict[tuple[str, str], list[Clause]](list)
    for policy in policies:
        for clause in clauses(policy):
            for topic in _topics(clause):
                found[policy.id, topic].append(clause)
    return found


def _topics(provision: Provision) -> frozenset[str]:
    return frozenset(provision.topics).union(*map(_topics, provision.points))


def _ruling(linked: LinkedHandbook, topic: str, policy: Policy, found: Iterable[Clause]) -> Ruling:
    silence = next((silence for silence in policy.silent_on if silence.topic == topic), None)
    return Ruling(policy, tuple(excerpts(linked, found, lambda target: is_about(target, topic))), silence)


def _sides(linked: LinkedHandbook, rulings: Iterable[Ruling]) -> Iterator[Side]:
    """Yield the rulings by part, in the order of the parts; a part without policies is no side."""
    by_part = defaultdict[str, list[Ruling]](list)
    for ruling in rulings:
        by_part[ruling.policy.part].append(ruling)
    for part in linked.handbook.settings.parts:
        if part.id in by_part:
            yield Side(linked.target_of(part), tuple(by_part[part.id]))
