"""The table of what was measured: each figure beside its budget."""

from pathlib import Path

import pytest

from bench import figures
from bench.figures import Budget, Figure, Table, budgets


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(figures, "RESULTS", tmp_path / "results.md")
    limits = {"check": Budget({"10 policies": 2}, "It reads twice."), "score": Budget({"a page": 95}, at_least=True)}
    return Table("About.", {}, limits)


def test_a_figure_over_its_budget_says_by_how_much_and_why(table: Table) -> None:
    assert table.add(Figure("check", "10 policies", 3), 5)[-3:-1] == ("≤ 2", "over by 50%")
    assert [*table.why()] == ["check: It reads twice."]


def test_a_figure_within_its_budget_needs_no_reason(table: Table) -> None:
    assert table.add(Figure("check", "10 policies", 2), 5)[-3:-1] == ("≤ 2", "kept")
    assert [*table.why()] == []


def test_where_more_is_better_a_figure_may_fall_short(table: Table) -> None:
    assert table.add(Figure("score", "a page", 76), 5)[-3:-1] == ("≥ 95", "short by 20%")
    assert [*table.why()] == ["score: nobody has said why."]


def test_a_budget_holds_on_what_it_names_alone(table: Table) -> None:
    assert table.add(Figure("check", "100 policies", 3), 5)[-3:-1] == ("", "")


def test_what_is_measured_again_replaces_what_was_and_the_rest_stays(table: Table) -> None:
    table.add(Figure("check", "100 policies", 3), 5)
    table.add(Figure("score", "a page", 96), 5)
    again = Table.kept("About.")
    again.add(Figure("check", "10 policies", 1), 1)
    again.add(Figure("check", "100 policies", 4), 1)
    rows = [line for line in figures.RESULTS.read_text(encoding="utf-8").splitlines() if line.endswith(("1 |", "5 |"))]
    assert [row.split(" | ")[:3] for row in rows] == [
        ["| check", "10 policies", "1.00"],
        ["| check", "100 policies", "4.00"],
        ["| score", "a page", "96.00"],
    ]


def test_every_budget_can_be_read() -> None:
    assert all(budget.limits for budget in budgets().values())
