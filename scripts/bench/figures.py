"""Figures: what was measured, beside the budget that it should keep to, as a table that is kept."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
BUDGETS = _HERE / "budgets.toml"
RESULTS = _HERE / "results.md"

HEAD = ("measured", "on", "figure", "unit", "budget", "", "runs")
_VERDICT = HEAD.index("")
_MANY = 100


@dataclass(frozen=True)
class Figure:
    """A figure: what was measured, on what, such as `100 policies`, and how much of what it came to.

    `of` says what a ratio is a share of. A budget is found by `what` and `on`.
    """

    what: str
    on: str
    value: float
    unit: str = "CPU s"
    of: str = ""


@dataclass(frozen=True)
class Budget:
    """What a figure may come to at most, by what it is measured on; or at least, where more is better.

    `because` says why it is not kept, in the words of somebody who has looked.
    """

    limits: Mapping[str, float]
    because: str = ""
    at_least: bool = False

    def verdict(self, figure: Figure) -> tuple[str, str]:
        """Return the budget of a figure, and whether or by how much it is missed; empty where there is none."""
        limit = self.limits.get(figure.on)
        if limit is None:
            return "", ""
        sign, over = ("≥", figure.value < limit) if self.at_least else ("≤", figure.value > limit)
        missed = f"{'short' if self.at_least else 'over'} by {abs(figure.value / limit - 1):.0%}"
        return f"{sign} {limit:g}", missed if over else "kept"


NO_BUDGET = Budget({})

Row = tuple[str, ...]
"""A figure as the cells of a table: what, on what, figure, unit, budget, verdict, and the number of runs."""


def budgets() -> Mapping[str, Budget]:
    """Return the budgets by what is measured."""
    return {what: _budget(told) for what, told in tomllib.loads(BUDGETS.read_text(encoding="utf-8")).items()}


def _budget(told: dict[str, Any]) -> Budget:
    because, at_least = told.pop("because", ""), told.pop("at-least", False)
    return Budget(told, because, at_least)


def row(figure: Figure, budget: Budget, runs: int) -> Row:
    """Return a figure as a row, whose verdict says by how much it misses its budget."""
    value = f"{figure.value:,.0f}" if figure.value >= _MANY else f"{figure.value:.2f}"
    unit = f"times {figure.of}" if figure.of else figure.unit
    return (figure.what, figure.on, value, unit, *budget.verdict(figure), str(runs))


def in_terminal(cells: Row) -> str:
    """Return a row as a line of the terminal."""
    what, on, value, unit, limit, verdict, _ = cells
    return f"{what:52}{on:>14}{value:>10}  {unit:34}{limit:>8}  {verdict}".rstrip()


@dataclass
class Table:
    """The rows of `results.md`: what is measured again stands in place of what was before, like beside like.

    `about` says how they came about. The file is written with each row, for a run of hours may be broken off.
    """

    about: str
    rows: dict[tuple[str, str], Row]
    limits: Mapping[str, Budget]

    @classmethod
    def kept(cls, about: str) -> Table:
        """Return the table as it was written before."""
        return cls(about, {(cells[0], cells[1]): cells for cells in _written()}, budgets())

    def add(self, figure: Figure, runs: int) -> Row:
        """Add a figure, the median of so many runs, and return its row."""
        added = row(figure, self.limits.get(figure.what, NO_BUDGET), runs)
        self.rows[figure.what, figure.on] = added
        RESULTS.write_text("\n".join(self._lines()) + "\n", encoding="utf-8")
        return added

    def why(self) -> Iterator[str]:
        """Yield, for each thing that misses a budget, why it does."""
        missed = dict.fromkeys(cells[0] for cells in self._sorted() if cells[_VERDICT].endswith("%"))
        for what in missed:
            yield f"{what}: {self.limits[what].because or 'nobody has said why.'}"

    def _sorted(self) -> Sequence[Row]:
        order = {what: place for place, what in enumerate(dict.fromkeys(what for what, _ in self.rows))}
        return sorted(self.rows.values(), key=lambda cells: (order[cells[0]], _number(cells[1]), cells[1]))

    def _lines(self) -> Iterator[str]:
        yield from ("# What was measured", "", self.about, "")
        yield from (f"| {' | '.join(HEAD)} |", "| --- | ---: | ---: | --- | ---: | --- | ---: |")
        yield from (f"| {' | '.join(cells)} |" for cells in self._sorted())
        if reasons := [*self.why()]:
            yield from ("", "## Why some budgets are not kept", "", *(f"- {reason}" for reason in reasons))


def _written() -> Iterator[Row]:
    """Yield the rows that were written before."""
    lines = RESULTS.read_text(encoding="utf-8").splitlines() if RESULTS.is_file() else []
    for line in lines:
        cells = tuple(cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|"))
        if len(cells) == len(HEAD) and cells[-1].isdecimal():
            yield cells


def _number(on: str) -> int:
    first = on.split(maxsplit=1)[0].replace(",", "")
    return int(first) if first.isdecimal() else 0
