"""Measures what the program costs, beside others on the same work.

    make bench                         handbooks of 10 and 100 policies
    make bench POLICIES="10 100 1000"  and one of 1,000, which takes hours with Material as it comes

Each run is a process of its own, and told is the middle one of several. Seconds of the processor hardly depend on what
else the machine does; those on the clock do.
"""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click

from bench.figures import HEAD, RESULTS, Figure, budgets, in_markdown, in_terminal, row
from bench.measuring import Bench

_PEERS = "mkdocs", "mkdocs-material", "pyyaml"


@click.command(help=__doc__)
@click.option("--policies", default="10 100", show_default=True, help="How many policies the handbooks have.")
@click.option("--runs", default=5, show_default=True, help="How often each thing is measured.")
def main(policies: str, runs: int) -> None:
    """Measure, tell, and write the results."""
    limits = budgets()
    click.echo(in_terminal(HEAD))
    rows = []
    for figure in _figures([*map(int, policies.split())], runs):
        rows.append(row(figure, limits))
        click.echo(in_terminal(rows[-1]))
    peers = ", ".join(f"{name} {version(name)}" for name in _PEERS)
    about = f"Medians of {runs} runs by `make bench`, Python {platform.python_version()}, {peers}."
    RESULTS.write_text("\n".join(in_markdown(rows, about)) + "\n", encoding="utf-8")


def _figures(sizes: list[int], runs: int) -> Iterator[Figure]:
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            yield from Bench(Path(scratch), size, runs).figures()


if __name__ == "__main__":
    main()
