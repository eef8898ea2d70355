"""HTML set in type by WeasyPrint, in the process that calls it."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint import CSS, HTML
from weasyprint.document import Document, Page
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from policywright.adapters.awaited_numbers import awaited_numbers
from policywright.adapters.both_sides import both_sides
from policywright.adapters.fillable import make_fillable
from policywright.adapters.finishing import finished
from policywright.adapters.printable import printable
from policywright.adapters.running_heads import running_heads
from policywright.adapters.sections import Bookmark, Section, Typeset
from policywright.adapters.tagging import tagged
from policywright.adapters.trailing_spaces import trailing_spaces
from policywright.render.page import PrintDocument

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_POINTS_PER_PIXEL = 0.75
_LARGEST_DATA = 64 * 1024


class PackageFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
    """Fetches what lies in one folder, the package's templates, and small pictures written into the page itself.

    WeasyPrint's own fetcher would read any file and any address that a page names.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return what stands at an address, or refuse it with a ValueError, which WeasyPrint turns into a warning."""
        if url.startswith("data:"):
            if len(url) > _LARGEST_DATA:
                raise ValueError("what is written into the page is too large")
        elif not self._allows(url):
            raise ValueError("a printed page may use nothing but its own fonts and styles")
        return super().fetch(url, headers)

    def _allows(self, url: str) -> bool:
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        return parts.scheme == "file" and not parts.netloc and path.is_relative_to(self._folder)


def lay_out(section: Section, file: Path) -> Typeset:
    """Set a section in type and write its PDF to a file, where the numbers of pages are still to be set."""
    with (
        as_file(files("policywright.templates")) as templates,
        _listening() as heard,
        _collecting_no_rubbish(),
        both_sides() if section.either_side else nullcontext(),
    ):
        laid_out = _laid_out(section, templates)
        file.write_bytes(_written(laid_out, numbers_to_come=True))
    warnings = dict.fromkeys((*_style(section, templates).warnings, *heard))
    return Typeset(len(laid_out.pages), _pages(laid_out), tuple(_bookmarks(laid_out)), tuple(warnings))


@contextmanager
def _collecting_no_rubbish() -> Iterator[None]:
    """Leave unused objects alone for a while: looking for them among those in use takes a seventh of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def typeset_copies(document: PrintDocument, starts: Sequence[str]) -> tuple[bytes, tuple[bytes, ...]]:
    """Set a document in type that is made of copies; return its PDF, and the PDF of each copy.

    `starts` are the anchors where the copies begin, each on a page of its own. Empty pages between them are in the
    whole alone.
    """
    with as_file(files("policywright.templates")) as templates, _listening():
        laid_out = _laid_out(Section(printable(document.html), document.fillable), templates)
        begin = _pages(laid_out)
        ends = [*(begin[anchor] - 1 for anchor in starts[1:]), len(laid_out.pages)]
        ranges = zip((begin[anchor] - 1 for anchor in starts), ends, strict=True)
        copies = [laid_out.copy(_written_on(laid_out.pages[first:end])) for first, end in ranges]
        return finished(_written(laid_out), document), tuple(finished(_written(copy), document) for copy in copies)


def _written_on(pages: Sequence[Page]) -> list[Page]:
    """Return the pages that were not left empty so that the next one is the front of a sheet."""
    return [page for page in pages if not page._page_box.page_type.blank]  # noqa: SLF001  the only place that tells


def _written(laid_out: Document, *, numbers_to_come: bool = False) -> bytes:
    """Return the PDF of a document; `numbers_to_come` leaves the numbers of pages to be set later."""
    with tagged(laid_out), awaited_numbers(laid_out) if numbers_to_come else nullcontext():
        pdf: bytes = laid_out.write_pdf(finisher=make_fillable, pdf_variant="pdf/ua-1")
    return pdf


def _laid_out(section: Section, templates: Path) -> Document:
    style = _style(section, templates)
    html = _STYLE.sub("", section.html, count=1)
    page = HTML(string=html, base_url=f"{templates.as_uri()}/", url_fetcher=PackageFetcher(templates))
    with running_heads(), trailing_spaces():
        return page.render(stylesheets=[style.css], font_config=style.fonts, pdf_forms=section.fillable)


@dataclass(frozen=True, slots=True)
class _Style:
    """A style sheet that has been read, the fonts that it names, and what was wrong with it."""

    css: CSS
    fonts: FontConfiguration
    warnings: tuple[str, ...]


def _style(section: Section, templates: Path) -> _Style:
    found = _STYLE.search(section.html)
    return _read_style(found[1] if found else "", templates)


@lru_cache(maxsize=4)
def _read_style(css: str, templates: Path) -> _Style:
    """Read a style sheet. That takes as long as setting a page, and most sections have the same."""
    fonts, fetcher = FontConfiguration(), PackageFetcher(templates)
    with _listening() as heard:
        read = CSS(string=css, base_url=f"{templates.as_uri()}/", url_fetcher=fetcher, font_config=fonts)
    return _Style(read, fonts, tuple(heard))


def _pages(laid_out: Document) -> dict[str, int]:
    """Return the page on which each anchor stands first, counted from 1 at the cover, as viewers count."""
    pages: dict[str, int] = {}
    for number, page in enumerate(laid_out.pages, start=1):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages


def _bookmarks(laid_out: Document) -> Iterator[Bookmark]:
    for number, page in enumerate(laid_out.pages):
        for level, title, (left, top), _ in page.bookmarks:
            yield Bookmark(level, title, number, _POINTS_PER_PIXEL * left, _POINTS_PER_PIXEL * (page.height - top))


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what WeasyPrint warns of; it tells its own logger and nobody else."""
    heard: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield heard
    finally:
        logger.removeHandler(listener)
