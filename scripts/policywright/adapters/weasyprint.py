"""Writes PDFs through WeasyPrint: what has changed only, side by side."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from policywright.adapters.pdf_cache import PdfCache
from policywright.render.page import PrintDocument

Progress = Callable[[int, int, str], None]
"""Told how many PDFs are done, of how many, and which was the last."""


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
    """Make PDFs, the longest first so that no process waits for it at the end, and yield the name of each when done."""
    jobs = [_Job(document, shelf) for document in sorted(documents, key=lambda document: -len(document.html))]
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers <= 1:
        yield from map(_typeset, jobs)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        for future in as_completed([pool.submit(_typeset, job) for job in jobs]):
            yield future.result()


@dataclass(frozen=True, slots=True)
class _Job:
    document: PrintDocument
    shelf: PdfCache


def _typeset(job: _Job) -> str:
    """Make one PDF and keep it; runs in a process of its own where there are several."""
    # Loading WeasyPrint takes half a second, which a run that has nothing to make need not wait for.
    from policywright.adapters.typesetting import typeset  # noqa: PLC0415

    job.shelf.make(job.document, typeset)
    return job.document.name


def _publish(document: PrintDocument, folder: Path, shelf: PdfCache, *, fresh: bool) -> Printed:
    file = folder / f"{document.name}.pdf"
    kept = shelf.hand_out(document.name, file)
    warnings = (*kept.warnings, *_too_long(document, kept.page_count))
    return Printed(document.name, document.title, file, kept.page_count, fresh, warnings)


def _too_long(document: PrintDocument, page_count: int) -> Iterator[str]:
    if document.most_pages and page_count > document.most_pages:
        yield f"it has {page_count} pages, and must not have more than {document.most_pages}"
