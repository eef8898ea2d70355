"""How well the search answers what staff ask, beside others on the handbook that this program comes with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.search.judging import score
from tests.search.measure import build, contest
from tests.search.questions import questions

from bench.figures import Figure


def figures(_runs: int, folder: Path) -> Iterator[Figure]:
    """Yield for each search how many questions are answered within three results; the same each time."""
    asked = questions()
    for contestant, answered in contest(folder, build(folder), asked):
        share = score(answered).at_3
        what = "questions answered within three results"
        name = what if contestant.finds_clauses else f"{what}, {contestant.name}"
        yield Figure(name, f"{len(asked)} questions", share, "of 1")
