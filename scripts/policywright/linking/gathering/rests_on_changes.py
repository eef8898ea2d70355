"""What rests on rules that changed between two states of a handbook, and whether anybody has looked at it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policywright.linking.fingerprints import fingerprint_of
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.reviews import Resting, resting
from policywright.linking.targets import Targets, find_targets
from policywright.model.handbook import Handbook
from policywright.model.registers import Review


@dataclass(frozen=True, eq=False)
class Dependant:
    """Something that rests on a changed rule, and who has compared it with the rule as it reads, if anybody."""

    what: Target
    looked: Review | None


@dataclass(frozen=True, eq=False)
class ChangedRule:
    """A rule that says something else than it did, with all that rests on it, in reading order.

    `earlier` says that it changed before the first of the two states.
    """

    rule: Target
    dependants: tuple[Dependant, ...]
    earlier: bool = False

    @property
    def suspect(self) -> tuple[Target, ...]:
        """What nobody has compared with the rule as it reads."""
        return tuple(one.what for one in self.dependants if one.looked is None)


def rests_on_changes(before: Handbook, after: LinkedHandbook) -> Iterator[ChangedRule]:
    """Yield each rule that reads otherwise than before and on which anything rests, in reading order.

    One that changed still earlier is among them while something that rests on it is suspect. What rests on a rule that
    is new was written with it.
    """
    changed = _changed(before, resting(after))
    by_rule = defaultdict[Target, list[Resting]](list)
    for one in resting(after):
        if one.rule.address in changed or one.is_suspect:
            by_rule[one.rule].append(one)
    for rule in filter(by_rule.__contains__, after.targets.values()):
        yield ChangedRule(rule, tuple(map(_dependant, by_rule[rule])), rule.address not in changed)


def _dependant(one: Resting) -> Dependant:
    return Dependant(one.what, one.review if one.review and not one.is_suspect else None)


def _changed(before: Handbook, known: Iterable[Resting]) -> frozenset[str]:
    """Return the addresses of the rules that were there before and said something else."""
    targets, variables = find_targets(before), {one.id: one.default or "" for one in before.settings.variables}
    rules = {one.rule: one.fingerprint for one in known}
    then = {rule: former for rule in rules if (former := _former(rule, targets))}
    return frozenset(rule.address for rule, former in then.items() if fingerprint_of(former, variables) != rules[rule])


def _former(rule: Target, targets: Targets) -> Target | None:
    """Return what a rule was, by its address or one that it had."""
    found = map(targets.find, (rule.address, *rule.aliases))
    return next(filter(None, found), None)
