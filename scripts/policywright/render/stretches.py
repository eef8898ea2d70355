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
    """What holds `where` the first conditions have certain values; its name is unique in the table.

    Of the other conditions those that make a difference here are its `columns`; there may be none.
    """

    name: str
    where: tuple[tuple[Condition, Value], ...]
    columns: tuple[Condition, ...]
    rows: tuple[Row, ...]


def stretches(table: Table) -> Iterator[Stretch]:
    """Yield the stretches of a table, in the order of its values; names that it does not know are passed over."""
    names = list(table.conditions)
    leading = names[: max(1, len(names) - MOST_COLUMNS)]
    met = set[int]()
    for values in product(*(table.conditions[name].values for name in leading)):
        at = {name: value.id for name, value in zip(leading, values, strict=True)}
        entries = [entry for entry in table.entries if _holds_at(entry, at)]
        columns = [
            name for name in names[len(leading) :] if any(not _cell(table, entry, name).all for entry in entries)
        ]
        rows = tuple(_row(table, entry, columns, first=id(entry) not in met) for entry in entries)
        met.update(map(id, entries))
        where = zip((table.conditions[name] for name in leading), values, strict=True)
        yield Stretch("_".join(at.values()), tuple(where), tuple(table.conditions[name] for name in columns), rows)


def _holds_at(entry: TableRule | Impossible, at: Mapping[str, str]) -> bool:
    return all(value in entry.when_.get(name, (value,)) for name, value in at.items())


def _row(table: Table, entry: TableRule | Impossible, columns: list[str], *, first: bool) -> Row:
    cells = tuple(_cell(table, entry, name) for name in columns)
    return Row(entry, cells, json.dumps(entry.when_), first)


def _cell(table: Table, entry: TableRule | Impossible, name: str) -> Cell:
    condition = table.conditions[name]
    values = tuple(value for value in condition.values if value.id in entry.when_.get(name, ()))
    return Cell(values, all=len(values) in {0, len(condition.values)})
