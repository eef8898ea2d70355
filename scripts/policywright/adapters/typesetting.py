"""One document set in type by WeasyPrint, in the process that calls it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from itertools import count
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint import HTML
from weasyprint.document import Document, Page
from weasyprint.urls import URLFetcher, URLFetcherResponse

from policywright.adapters.fillable import make_fillable
from policywright.adapters.finishing import finish_file, finished
from policywright.adapters.page_numbers import awaited, numbered
from policywright.adapters.pdf_cache import Typeset
from policywright.adapters.pdf_ua import faults
from policywright.adapters.printable import printable, unprintable
from policywright.adapters.tagging import tagged
from policywright.render.page import PrintDocument

# Two passes are usual. Where numbers chase each other, each gets the same width from here on, so that the next layout
# no longer depends on them and the one after is the last.
_FREE_PASSES = 3
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


def typeset(document: PrintDocument, expected: Mapping[str, int], file: Path) -> Typeset:
    """Set a document in type and write its PDF.

    The numbers of pages are put into the text, and the text is laid out again until they agree with where things
    then stand; `expected` is where they stood last time, and spares a pass where nothing has moved.
    """
    with as_file(files("policywright.templates")) as templates, _listening() as heard:
        pages = expected
        for turn in count():
            heard.clear()
            laid_out = _laid_out(document, pages, templates, settle=turn >= _FREE_PASSES)
            found = _pages(laid_out)
            if numbered(document.html, found) == numbered(document.html, pages):
                break
            pages = found
        with tagged(laid_out):
            laid_out.write_pdf(file, finisher=make_fillable, pdf_variant="pdf/ua-1")
    finish_file(file, document)
    warnings = (*dict.fromkeys(heard), *_lacking(document.html, found), *faults(file))
    return Typeset(len(laid_out.pages), found, warnings)


def typeset_copies(document: PrintDocument, starts: Sequence[str]) -> tuple[bytes, tuple[bytes, ...]]:
    """Set a document in type that is made of copies; return its PDF, and the PDF of each copy.

    `starts` are the anchors where the copies begin, each on a page of its own. Empty pages between them are in the
    whole alone.
    """
    with as_file(files("policywright.templates")) as templates, _listening():
        laid_out = _laid_out(document, {}, templates, settle=False)
        begin = _pages(laid_out)
        ends = [*(begin[anchor] - 1 for anchor in starts[1:]), len(laid_out.pages)]
        ranges = zip((begin[anchor] - 1 for anchor in starts), ends, strict=True)
        copies = [laid_out.copy(_written_on(laid_out.pages[first:end])) for first, end in ranges]
        return _written(laid_out, document), tuple(_written(copy, document) for copy in copies)


def _written_on(pages: Sequence[Page]) -> list[Page]:
    """Return the pages that were not left empty so that the next one is the front of a sheet."""
    return [page for page in pages if not page._page_box.page_type.blank]  # noqa: SLF001  the only place that tells


def _written(laid_out: Document, document: PrintDocument) -> bytes:
    with tagged(laid_out):
        return finished(laid_out.write_pdf(finisher=make_fillable, pdf_variant="pdf/ua-1"), document)


def _lacking(html: str, pages: Mapping[str, int]) -> Iterator[str]:
    """Yield what could not be printed as it was written."""
    for anchor in awaited(html):
        if anchor not in pages:
            yield f"no page holds “{anchor}”"
    for character in unprintable(html):
        yield f"print has no letter for “{character}”, so its name stands there instead"


def _laid_out(document: PrintDocument, pages: Mapping[str, int], templates: Path, *, settle: bool) -> Document:
    html = numbered(printable(document.html), pages, settle=settle)
    page = HTML(string=html, base_url=f"{templates.as_uri()}/", url_fetcher=PackageFetcher(templates))
    return page.render(pdf_forms=document.fillable)


def _pages(laid_out: Document) -> dict[str, int]:
    """Return the page on which each anchor stands first, counted from 1 at the cover, as viewers count."""
    pages: dict[str, int] = {}
    for number, page in enumerate(laid_out.pages, start=1):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages


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
