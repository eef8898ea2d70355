"""Measures what the program costs, beside others on the same work.

    make bench                                   handbooks of 10 and 100 policies, books of 100 pages: half an hour
    make bench TIMES=1                           the same, each thing once: eight minutes
    make bench ONLY="check site"                 a part of it
    make bench POLICIES=1000 PAGES="300 1000"    larger ones: a night

Each run is a process of its own, and told is the median of several. Seconds of the processor hardly depend on what else
the machine does; those on the clock do. What is measured goes into the table of `scripts/bench/results.md`; what was
measured before and is not measured again stays in it.
"""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path

import click

from bench import answers, building, pages, peers, searching
from bench.bench import Bench, LeftOutError
from bench.figures import HEAD, Figure, Table, in_terminal
from bench.handbooks import Handbook
from bench.printing import Press

_Measuring = Callable[[Path], Iterator[Figure]]
_OfAHandbook = Callable[[Bench], Iterator[Figure]]

OF_A_HANDBOOK: Mapping[str, _OfAHandbook] = {
    "check": building.check,
    "site": building.site,
    "preview": building.preview,
    "search": searching.figures,
    "material": peers.material,
    "zensical": peers.zensical,
    "hugo": peers.hugo,
}
"""What is measured on handbooks of several sizes, by name."""

PRINTING = "printing"
OF_OURS: Mapping[str, Callable[[int, Path], Iterator[Figure]]] = {"pages": pages.figures, "answers": answers.figures}
"""What is measured on the handbook that the program comes with."""

NAMES = (*OF_A_HANDBOOK, PRINTING, *OF_OURS)


def _names(_context: click.Context, _parameter: click.Parameter, value: str) -> list[str]:
    chosen = value.split() or [*NAMES]
    if unknown := set(chosen) - set(NAMES):
        raise click.BadParameter(f"{', '.join(sorted(unknown))}: choose among {', '.join(NAMES)}")
    return chosen


def _numbers(_context: click.Context, _parameter: click.Parameter, value: str) -> list[int]:
    return [*map(int, value.split())]


@click.command(help=__doc__)
@click.option("--only", default="", callback=_names, help=f"What to measure, of: {', '.join(NAMES)}.")
@click.option("--policies", default="10 100", show_default=True, callback=_numbers, help="The sizes of the handbooks.")
@click.option("--pages", "books", default="100", show_default=True, callback=_numbers, help="The sizes of the books.")
@click.option("--runs", default=5, show_default=True, help="How often each thing is measured.")
def main(only: list[str], policies: list[int], books: list[int], runs: int) -> None:
    """Measure, tell, and write the results."""
    table = Table.kept(_about())
    click.echo(in_terminal(HEAD))
    for measuring in _measurings(only, policies, books, runs):
        with tempfile.TemporaryDirectory() as scratch:
            for figure in measuring(Path(scratch)):
                click.echo(in_terminal(table.add(figure, runs)))
    click.echo("\n".join(("", *table.why())))


def _measurings(
    only: Collection[str], policies: Sequence[int], books: Sequence[int], runs: int
) -> Iterator[_Measuring]:
    """Yield each thing that is measured in a folder of its own."""
    if chosen := [measure for name, measure in OF_A_HANDBOOK.items() if name in only]:
        yield from (partial(_of_a_handbook, chosen, Handbook(size), runs) for size in policies)
    if PRINTING in only:
        yield from (partial(_of_a_book, size, runs) for size in books)
    yield from (partial(measure, runs) for name, measure in OF_OURS.items() if name in only)


def _of_a_handbook(chosen: Sequence[_OfAHandbook], handbook: Handbook, runs: int, folder: Path) -> Iterator[Figure]:
    bench = Bench(folder, handbook, runs)
    bench.prepare()
    for measure in chosen:
        try:
            yield from measure(bench)
        except LeftOutError as left_out:
            click.echo(left_out)


def _of_a_book(pages: int, runs: int, folder: Path) -> Iterator[Figure]:
    return Press(folder, pages, runs).figures()


def _about() -> str:
    beside = ("mkdocs", "mkdocs-material", "zensical", "weasyprint", "pyyaml")
    versions = ", ".join(f"{name} {version(name)}" for name in beside)
    return (
        "Medians of the runs that the last column tells, by `make bench`, each beside the budget in `budgets.toml`. "
        f"Python {platform.python_version()}, {versions}."
    )


if __name__ == "__main__":
    main()
