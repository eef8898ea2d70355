"""A decision table, laid out for the site and for paper: in stretches that are narrow enough to be read anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from policywright.model.table import Condition, Impossible, Table, TableRule, Value

MOST_COLUMNS = 2
"""How many conditions stand in columns, beside the column of outcomes; those before them head the stretches."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a rule says of a condition: the values for which it holds, or that it holds for `all`."""

    condition: Condition
    values: tuple[Value, ...]
    all: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A rule, or what cannot be, within a stretch.

    `chosen` gives the identifiers of the values for which it holds, by condition, as JSON. `first` says that the rule
    stands nowhere before, so that links to it lead here.
    """

    entry: TableRule | Impossible
    cells: tuple[Cell, ...]
    chosen: str
    first: bool

    @property
    def is_rule(self) -> bool:
        """Whether it leads to an outcome."""
        return isinstance(self.entry, TableRule)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What holds where the first conditions have certain values; its name is unique in the table."""

    name: str
    values: tuple[Value, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A table in stretches, one for each combination of the conditions that head them; the others are `columns`."""

    heading: tuple[Condition, ...]
    columns: tuple[Condition, ...]
    stretches: tuple[Stretch, ...]


def laid_out(table: Table) -> LaidOut:
    """Lay out a table; names that it does not know are passed over."""
    leading = max(1, len(table.conditions) - MOST_COLUMNS)
    conditions = tuple(table.conditions.values())
    return LaidOut(conditions[:leading], conditions[leading:], tuple(_stretches(table, leading)))


def _stretches(table: Table, leading: int) -> Iterator[Stretch]:
    names = tuple(table.conditions)[:leading]
    met = set[int]()
    for values in product(*(table.conditions[name].values for name in names)):
        at = {name: value.id for name, value in zip(names, values, strict=True)}
        rows = []
        for entry in table.entries:
            if _holds_at(entry, at):
                rows.append(_row(table, entry, leading, first=id(entry) not in met))
                met.add(id(entry))
        yield Stretch("_".join(at.values()), values, tuple(rows))


def _holds_at(entry: TableRule | Impossible, at: Mapping[str, str]) -> bool:
    return all(value in entry.when_.get(name, (value,)) for name, value in at.items())


def _row(table: Table, entry: TableRule | Impossible, leading: int, *, first: bool) -> Row:
    cells = tuple(_cell(condition, entry.when_.get(name, ())) for name, condition in table.conditions.items())
    return Row(entry, cells[leading:], json.dumps(entry.when_), first)


def _cell(condition: Condition, names: tuple[str, ...]) -> Cell:
    values = tuple(value for value in condition.values if value.id in names)
    return Cell(condition, values, all=len(values) in {0, len(condition.values)})
