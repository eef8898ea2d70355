"""Writes PDFs through WeasyPrint: what has changed only, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from policywright.adapters.binding import bind
from policywright.adapters.pdf_cache import PdfCache
from policywright.adapters.press import Press, workers
from policywright.adapters.processes import processors
from policywright.adapters.sections import Bound, Sections
from policywright.render.page import PrintDocument

Progress = Callable[[int, int, str], None]
"""Told how many PDFs are done, of how many, and which was the last."""


_FEW = 8
"""So many documents can have changed because somebody changed one, and waits for it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF that stands in its place.

    `fresh` says that it was made in this run; `warnings` say what did not come out as it should.
    """

    name: str
    title: str
    file: Path
    page_count: int
    fresh: bool
    warnings: tuple[str, ...] = ()


def write(
    documents: Sequence[PrintDocument], folder: Path, cache: Path, progress: Progress = lambda *_: None
) -> tuple[Printed, ...]:
    """Write the PDF of each document to a folder, `NAME.pdf`, and return them in the same order.

    Only those are made anew that differ from what `cache`, a folder of our own, holds. A PDF never stands in its place
    half written.
    """
    shelf = PdfCache(cache)
    folder.mkdir(parents=True, exist_ok=True)
    cache.mkdir(parents=True, exist_ok=True)
    shelf.forget_all_but(documents)
    stale = [document for document in documents if not shelf.holds(document)]
    for done, name in enumerate(_make(stale, shelf), start=1):
        progress(done, len(stale), name)
    made = {document.name for document in stale}
    return tuple(_publish(document, folder, shelf, fresh=document.name in made) for document in documents)


def _make(documents: Sequence[PrintDocument], shelf: PdfCache) -> Iterator[str]:
    """Make PDFs and yield the name of each when done.

    Where somebody may wait for one, the shortest comes first, and else the longest, which takes as long as many others.
    """
    processes = min(sum(len(Sections(document)) for document in documents), processors())
    # The staff ends first: when somebody stops it all, the clerks then have nothing to wait for.
    with ThreadPoolExecutor(max(processes, 1)) as clerks, workers(processes) as staff:
        in_turn = sorted(documents, key=lambda document: len(document.html), reverse=len(documents) > _FEW)
        made = [clerks.submit(_make_one, document, shelf, staff) for document in in_turn]
        try:
            for future in as_completed(made):
                yield future.result()
        finally:
            clerks.shutdown(wait=False, cancel_futures=True)


def _make_one(document: PrintDocument, shelf: PdfCache, staff: Executor) -> str:
    """Make one PDF and keep it. This waits most of the time, for those who lay out and join."""
    press = Press(shelf.sections, staff)

    def make(file: Path) -> tuple[Bound, list[str]]:
        return bind(document, press, file), press.used

    shelf.make(document, make)
    return document.name


def _publish(document: PrintDocument, folder: Path, shelf: PdfCache, *, fresh: bool) -> Printed:
    file = folder / f"{document.name}.pdf"
    kept = shelf.hand_out(document.name, file)
    warnings = (*kept.warnings, *_too_long(document, kept.page_count))
    return Printed(document.name, document.title, file, kept.page_count, fresh, warnings)


def _too_long(document: PrintDocument, page_count: int) -> Iterator[str]:
    if document.most_pages and page_count > document.most_pages:
        advice = f": {document.shorten}" if document.shorten else ""
        yield f"it has {page_count} pages, and must not have more than {document.most_pages}{advice}"
