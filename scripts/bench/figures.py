"""Figures: what was measured, beside the budget that it should keep to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
BUDGETS = _HERE / "budgets.toml"
RESULTS = _HERE / "results.md"


@dataclass(frozen=True)
class Figure:
    """A figure: what was measured on a handbook of so many policies, and how much of what it came to.

    `of` says what a ratio is a share of. A budget is found by `what` and the number of policies.
    """

    what: str
    policies: int
    value: float
    unit: str = "CPU s"
    of: str = ""


def budgets() -> Mapping[str, Mapping[str, float]]:
    """Return the budgets by what is measured and, as in `at-100`, on how many policies."""
    return tomllib.loads(BUDGETS.read_text(encoding="utf-8"))


def row(figure: Figure, limits: Mapping[str, Mapping[str, float]]) -> tuple[str, ...]:
    """Return a figure as the cells of a table: the last one says by how much it is over its budget."""
    limit = limits.get(figure.what, {}).get(f"at-{figure.policies}")
    over = f"over by {figure.value / limit - 1:.0%}" if limit and figure.value > limit else "kept" if limit else ""
    unit = f"times {figure.of}" if figure.of else figure.unit
    return (figure.what, f"{figure.policies:,}", f"{figure.value:.2f}", unit, f"{limit:g}" if limit else "", over)


HEAD = ("measured", "policies", "figure", "unit", "budget", "")


def in_terminal(cells: tuple[str, ...]) -> str:
    """Return a row as a line of the terminal."""
    what, policies, value, unit, limit, verdict = cells
    return f"{what:46}{policies:>9}{value:>10}  {unit:34}{limit:>7}  {verdict}".rstrip()


def in_markdown(rows: Iterable[tuple[str, ...]], about: str) -> Iterator[str]:
    """Yield the lines of a page with all rows as a table."""
    yield from ("# What was measured", "", about, "")
    yield from ("| measured | policies | figure | unit | budget | |", "| --- | ---: | ---: | --- | ---: | --- |")
    yield from (f"| {' | '.join(cells)} |" for cells in rows)
