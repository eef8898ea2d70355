"""Combinations: what the rules of a table say for each way in which its conditions can come together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, permutations, product
from math import prod

from policywright.model.table import Impossible, Table, TableRule

MOST_COMBINATIONS = 1000
"""How many combinations a table may have and still be worked out; nobody would read a larger one."""

_MOST_ORDERS = 24
"""In how many orders of the conditions groups are looked for: every order of four conditions."""

Combination = tuple[str, ...]
"""The identifier of one value of each condition, in the order of the conditions."""

Group = tuple[tuple[str, ...], ...]
"""Combinations told together: for each condition some of its values, which come together in every way."""


@dataclass(frozen=True, slots=True)
class Case:
    """A combination, with the rules that hold for it and the entries that say that it cannot be."""

    combination: Combination
    rules: tuple[TableRule, ...]
    impossible: tuple[Impossible, ...]

    @property
    def is_gap(self) -> bool:
        """Whether it can be, and no rule says what to do."""
        return not (self.rules or self.impossible)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The identifiers of the outcomes that its rules lead to, each once; none where it cannot be."""
        return () if self.impossible else tuple(dict.fromkeys(rule.go for rule in self.rules))


def count(table: Table) -> int:
    """Return how many combinations a table has."""
    return prod(len(condition.values) for condition in table.conditions.values())


def holds_together(table: Table) -> bool:
    """Say whether the cases of a table can be told: its values have names of their own, and its rules know them."""
    named = [[value.id for value in condition.values] for condition in table.conditions.values()]
    known = all(
        name in table.conditions and {value.id for value in table.conditions[name].values}.issuperset(values)
        for entry in table.entries
        for name, values in entry.when_.items()
    )
    return known and all(len(set(names)) == len(names) for names in named) and count(table) <= MOST_COMBINATIONS


def cases(table: Table) -> Iterator[Case]:
    """Yield every case of a table, in the order of its values; the table must hold together."""
    names = tuple(table.conditions)
    for combination in product(*_values(table)):
        chosen = dict(zip(names, combination, strict=True))
        yield Case(
            combination,
            tuple(rule for rule in table.rules if covers(rule, chosen)),
            tuple(entry for entry in table.impossible if covers(entry, chosen)),
        )


def covers(entry: TableRule | Impossible, chosen: Mapping[str, str]) -> bool:
    """Say whether an entry means a combination, given as the chosen value of each condition."""
    return all(chosen[name] in values for name, values in entry.when_.items())


def groups(table: Table, combinations: Iterable[Combination]) -> tuple[Group, ...]:
    """Return combinations in few groups, of which each combination is in one.

    Groups that differ in one condition alone become one, until none do; of several orders of doing so, that which
    leaves the fewest is taken.
    """
    singles: list[Group] = [tuple((value,) for value in combination) for combination in combinations]
    orders = islice(permutations(range(len(table.conditions))), _MOST_ORDERS)
    fewest = min((_merged(singles, order) for order in orders), key=len)
    values = _values(table)
    return tuple(
        tuple(tuple(sorted(part, key=known.index)) for part, known in zip(group, values, strict=True))
        for group in fewest
    )


def _values(table: Table) -> list[tuple[str, ...]]:
    return [tuple(value.id for value in condition.values) for condition in table.conditions.values()]


def _merged(found: list[Group], order: tuple[int, ...]) -> list[Group]:
    before = len(found) + 1
    while len(found) < before:
        before = len(found)
        for place in order:
            found = _merged_at(found, place)
    return found


def _merged_at(found: list[Group], place: int) -> list[Group]:
    """Join the groups that are alike in every condition but one."""
    alike = defaultdict[tuple[Group, Group], list[str]](list)
    for group in found:
        alike[group[:place], group[place + 1 :]] += group[place]
    # Sorted, so that groups with the same values are alike whatever the order in which these were met.
    return [(*before, tuple(sorted(values)), *after) for (before, after), values in alike.items()]
