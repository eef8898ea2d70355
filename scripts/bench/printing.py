"""Measures how books are printed, against WeasyPrint alone on the same HTML.

    make bench                          books of about 100 and 300 pages
    make bench SIZES="100 300 1000"     and one of 1,000, for which WeasyPrint alone takes a quarter of an hour

The other's page numbers and leaders come from CSS, as anybody would write them, and nothing of ours takes part. Both
begin with the HTML, and each run is a process of its own: what is told is what it and all that it starts take. "Cold"
has nothing to go by; all else has what a build before it left.
"""

from __future__ import annotations

import json
import pickle
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from bench.books import Book, versions
from bench.cost import Cost, cost
from bench.one_pdf import FILE, in_plain_css
from policywright import pipeline
from policywright.adapters import surroundings
from policywright.render.page import PrintDocument

_GOALS: Mapping[str, Mapping[int, float]] = {
    "cold": {100: 0.65, 300: 0.5, 1000: 0.35},
    "one clause edited": {100: 0.35, 300: 0.25, 1000: 0.2},
}
_MEBIBYTE = 1024 * 1024
_HEAD = f"{'pages':>5}  {'':34}{'CPU s':>8}{'ratio':>7}{'goal':>7}{'clock s':>9}{'ratio':>7}{'MiB':>7}{'largest':>9}"


@dataclass(frozen=True)
class Measured:
    """A run: what was made, on how many processors, how many pages came out, what it took, and what it should.

    `goal` is a share of what WeasyPrint alone takes of the processors, where one was set.
    """

    what: str
    processors: int
    pages: int
    took: Cost
    goal: float | None = None


@click.command(help=__doc__)
@click.option("--sizes", default="100 300", show_default=True, help="How many pages the books are to have, about.")
@click.option("--write", "target", type=FILE, help="A file to write all figures to, as JSON.")
def main(sizes: str, target: Path | None) -> None:
    """Make the books, print them in each way, and tell."""
    measured: list[Measured] = []
    click.echo(_HEAD)
    for size in map(int, sizes.split()):
        with tempfile.TemporaryDirectory() as scratch:
            alone, *ours = _each_told(_Bench(Path(scratch), size).runs())
            measured += (alone, *ours)
    if target:
        target.write_text(json.dumps([asdict(one) for one in measured], indent=1), encoding="utf-8")


def _each_told(runs: Iterator[Measured]) -> Iterator[Measured]:
    """Pass runs on, and tell each as soon as it is done; the first is that of WeasyPrint alone."""
    alone = next(runs)
    click.echo(_row(alone))
    yield alone
    for run in runs:
        click.echo(_row(run, alone.took))
        yield run


def _row(run: Measured, alone: Cost | None = None) -> str:
    took, goal = run.took, f"{run.goal:.2f}" if run.goal else ""
    what = f"{run.what}, {run.processors} processor{'s' if run.processors > 1 else ''}"
    cpu, wall = (f"{took.cpu / alone.cpu:.2f}", f"{took.wall / alone.wall:.2f}") if alone else ("", "")
    memory = f"{took.together / _MEBIBYTE:7.0f}{took.largest / _MEBIBYTE:9.0f}"
    return f"{run.pages:5}  {what:34}{took.cpu:8.1f}{cpu:>7}{goal:>7}{took.wall:9.1f}{wall:>7}{memory}"


class _Bench:
    """A folder in which a book of about so many pages is made and printed in each way."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder = folder
        self._size = size

    def runs(self) -> Iterator[Measured]:
        """Yield what each way takes, WeasyPrint alone first."""
        self._prepare()
        yield self._plain()
        for processors in (1, 2):
            yield self._ours("cold", "book as it is", processors)
        for processors in (1, 2):
            yield self._ours("one clause edited", "book edited", processors, after="book as it is")
        yield self._ours("ten clauses more", "book longer", 1, after="book as it is")
        yield self._ours("nothing changed", "book as it is", 1, after="book as it is")
        yield self._ours("the edited policy by itself", "policy edited", 1, after="policy as it is")

    def _prepare(self) -> None:
        """Write the HTML of the book and of the policy that is edited, in each version."""
        for name, book in versions(self._size).items():
            book.write(self._folder / name)
            for what, document in _printed(self._folder / name, book).items():
                self._file(f"{what} {name}").write_bytes(pickle.dumps(document))
                if (what, name) == ("book", "as it is"):
                    (self._folder / "plain.html").write_text(in_plain_css(document.html), encoding="utf-8")

    def _file(self, document: str) -> Path:
        return self._folder / f"{document}.pickle"

    def _plain(self) -> Measured:
        return self._run("WeasyPrint alone", 1, ("plain", self._folder / "plain.html", self._folder / "plain.pdf"))

    def _ours(self, what: str, document: str, processors: int, *, after: str = "") -> Measured:
        """Print a document, after a build that printed another one."""
        cache, folder = self._folder / "cache", self._folder / "pdf"
        for left in (cache, folder):
            shutil.rmtree(left, ignore_errors=True)
        if after:
            shutil.copytree(self._left_by(after), cache)
        goal = _GOALS.get(what, {}).get(self._size)
        return self._run(what, processors, ("ours", self._file(document), cache, folder), goal)

    def _left_by(self, document: str) -> Path:
        """Return what the build of a document leaves for the next one."""
        cache = self._folder / f"{document} cache"
        if not cache.is_dir():
            cost("bench.one_pdf", ["ours", *map(str, (self._file(document), cache, self._folder / "other"))], 2)
        return cache

    def _run(self, what: str, processors: int, arguments: Sequence[str | Path], goal: float | None = None) -> Measured:
        took = cost("bench.one_pdf", [*map(str, arguments)], processors)
        return Measured(what, processors, int(took.said), took, goal)


def _printed(folder: Path, book: Book) -> dict[str, PrintDocument]:
    """Return the whole handbook in a folder, and the policy of it that is changed, by itself."""
    examined = pipeline.examine(folder, surroundings.circumstances(folder))
    documents = {document.name: document for document in pipeline.print_documents(examined)}
    return {"book": documents["handbook"], "policy": documents[book.changed_policy]}


if __name__ == "__main__":
    main()
