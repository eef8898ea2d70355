"""Printing, beside WeasyPrint alone on the same HTML.

The other's page numbers and leaders come from CSS, as anybody would write them, and nothing of ours takes part. Both
begin with the HTML, and each run is a process of its own: what is told is what it and all that it starts take. "Cold"
has nothing to go by; all else has what a build before it left.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.bench import MEBIBYTE
from bench.cost import Cost, cost, middle, python
from bench.figures import Figure
from bench.handbooks import Handbook
from bench.one_pdf import in_plain_css
from policywright import pipeline
from policywright.adapters import surroundings
from policywright.render.page import PrintDocument

_ALONE = "WeasyPrint alone"


@dataclass(frozen=True)
class Press:
    """A folder in which a book of about so many pages is made and printed in each way, each so often."""

    folder: Path
    pages: int
    runs: int

    def figures(self) -> Iterator[Figure]:
        """Yield what each way takes, WeasyPrint alone first."""
        self._prepare()
        alone = self._plain()
        yield self._figure(_ALONE, alone.cpu)
        yield self._figure(f"{_ALONE}, memory", alone.together / MEBIBYTE, "MiB")
        cold = [self._ours("book as it is", processors) for processors in (1, 2)]
        yield from self._beside("print, cold", cold, alone)
        yield self._figure("print, cold, memory on 2 processors", cold[1].together / MEBIBYTE, "MiB")
        yield self._figure("print, cold, memory of the largest process", cold[0].largest / MEBIBYTE, "MiB")
        edited = [self._ours("book edited", processors, after="book as it is") for processors in (1, 2)]
        yield from self._beside("print, one clause edited", edited, alone)
        yield from self._after("print, ten clauses more", "book longer", "book as it is", alone)
        yield from self._after("print, nothing changed", "book as it is", "book as it is", alone)
        one = self._ours("policy edited", 1, after="policy as it is")
        yield self._figure("print, the edited policy by itself", one.cpu)
        yield self._figure("print, the edited policy by itself, on the clock", one.wall, "s")

    def _after(self, what: str, document: str, before: str, alone: Cost) -> Iterator[Figure]:
        took = self._ours(document, 1, after=before)
        yield self._figure(f"{what}, beside {_ALONE}", took.cpu / alone.cpu, of=_ALONE)

    def _beside(self, what: str, ours: list[Cost], alone: Cost) -> Iterator[Figure]:
        """Yield what a way takes on one processor, and on the clock on two."""
        yield self._figure(what, ours[0].cpu)
        yield self._figure(f"{what}, beside {_ALONE}", ours[0].cpu / alone.cpu, of=_ALONE)
        yield self._figure(f"{what}, on the clock, 2 processors", ours[1].wall / alone.wall, of=_ALONE)

    def _figure(self, what: str, value: float, unit: str = "CPU s", of: str = "") -> Figure:
        return Figure(what, f"{self.pages:,} pages", value, unit, of)

    def _prepare(self) -> None:
        """Write the HTML of the book and of the policy that is edited, in each version."""
        book = Handbook.of_pages(self.pages)
        versions = {"as it is": book, "edited": replace(book, edited=True), "longer": replace(book, longer=True)}
        for name, version in versions.items():
            version.write(self.folder / name)
            for what, document in _printed(self.folder / name, version).items():
                self._file(f"{what} {name}").write_bytes(pickle.dumps(document))
                if (what, name) == ("book", "as it is"):
                    (self.folder / "plain.html").write_text(in_plain_css(document.html), encoding="utf-8")

    def _file(self, document: str) -> Path:
        return self.folder / f"{document}.pickle"

    def _plain(self) -> Cost:
        command = python("bench.one_pdf", "plain", self.folder / "plain.html", self.folder / "plain.pdf")
        return middle(lambda: cost(command, 1), self.runs)

    def _ours(self, document: str, processors: int, *, after: str = "") -> Cost:
        """Print a document, after a build that printed another one."""
        return middle(lambda: self._once(document, processors, after), self.runs)

    def _once(self, document: str, processors: int, after: str) -> Cost:
        cache, folder = self.folder / "cache", self.folder / "pdf"
        for left in (cache, folder):
            shutil.rmtree(left, ignore_errors=True)
        if after:
            shutil.copytree(self._left_by(after), cache)
        return cost(python("bench.one_pdf", "ours", self._file(document), cache, folder), processors)

    def _left_by(self, document: str) -> Path:
        """Return what the build of a document leaves for the next one."""
        cache = self.folder / f"{document} cache"
        if not cache.is_dir():
            cost(python("bench.one_pdf", "ours", self._file(document), cache, self.folder / "other"), 2)
        return cache


def _printed(folder: Path, book: Handbook) -> dict[str, PrintDocument]:
    """Return the whole handbook in a folder, and the policy of it that is changed, by itself."""
    examined = pipeline.examine(folder, surroundings.circumstances(folder))
    documents = {document.name: document for document in pipeline.print_documents(examined)}
    return {"book": documents["handbook"], "policy": documents[book.changed_policy]}
