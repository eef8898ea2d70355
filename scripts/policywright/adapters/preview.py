"""The preview of a handbook while it is being written: each page is made when somebody looks at it."""

from __future__ import annotations

import gc
import mimetypes
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cached_property, partial
from multiprocessing import active_children
from pathlib import Path
from threading import Condition, RLock

from policywright import pipeline
from policywright.adapters import git, mkdocs, processes, word
from policywright.adapters.assets import assets
from policywright.adapters.built import PDFS
from policywright.adapters.preview_printer import PreviewPrinter
from policywright.adapters.surroundings import circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking import Linker
from policywright.pipeline import Examined
from policywright.render.page import Page, PrintDocument
from policywright.render.standalone import Frame, missing, standalone
from policywright.source import Reader

Tell = Callable[[Examined], None]
"""Told of the handbook whenever it has been checked."""

Failed = Callable[[Exception], None]
"""Told of a fault of the program itself, which does not end the preview."""

HTML = "text/html"
"""What a page is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets: its bytes, what they are, such as `text/html`, and whether there is anything at all."""

    content: bytes
    kind: str
    found: bool = True


class Preview:
    """The handbook in a folder as a website, always as its files stand.

    `edition` is another number after each change that a reader could see. It begins with the clock, so that a page of a
    preview that was stopped notices the next one. `tell` is called after each round of checks, and `failed` with a
    fault of the program itself.
    """

    def __init__(self, folder: Path, tell: Tell, failed: Failed) -> None:
        self.edition = int(time.time() * 1000)
        self._folder = folder
        self._tell = tell
        self._failed = failed
        self._open = True
        self._known = Reader(), Linker()
        self._changed = Condition()
        self._checker = _Checker(folder)
        self._printer = PreviewPrinter()
        self._take(pipeline.read(folder, *self._known))
        self._frame = self._draft.frame
        # Most of what was read stays. To look for what nobody holds any more took a second of a page's time in places.
        gc.freeze()

    def close(self) -> None:
        """Stop checking, and tell nothing more."""
        with self._changed:
            self._open = False
        self._printer.close()
        self._checker.close()

    def follow(self) -> None:
        """Take in what has changed in the folder: show it at once, and have it checked.

        What the checks found before in files that are as they were stands until they have found it again.
        """
        read = pipeline.read(self._folder, *self._known)
        before, texts = self._read, self._read.texts
        if _written(read) != _written(before):
            found = set(self._draft.examined.diagnostics).difference(before.diagnostics)
            self._take(
                read, (one for one in found if read.texts.get(one.location.file) == texts.get(one.location.file))
            )

    def wait(self, seen: int, seconds: float) -> int:
        """Return the edition as soon as it is another than the one that was seen, or else when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.edition != seen, seconds)
            return self.edition

    def answer(self, path: str) -> Answer:
        """Return what stands at a path of the site, such as `schools/phones.html`, or `schools/` for its first page."""
        draft = self._draft
        path = f"{path}index.html" if path.endswith("/") or not path else path
        if path.endswith(".html"):
            html = draft.html(path, self._frame)
            return Answer((html or standalone(missing(path), self._frame)).encode(), HTML, found=html is not None)
        on_paper = draft.on_paper(path)
        content = self._printer.pdf(on_paper) if on_paper else draft.file(path)
        return Answer(content or b"", mimetypes.guess_type(path)[0] or "text/plain", found=content is not None)

    def _take(self, read: Examined, known: Iterable[Diagnostic] = ()) -> None:
        """Show a handbook that was read, with what is known to be wrong with it, and have it checked."""
        draft = _Draft(self._folder, replace(read, diagnostics=_in_order((*read.diagnostics, *known))))
        with self._changed:
            self._read = read
            self._replace(draft, news=True)
        self._checker.check(partial(self._have_checked, read))

    def _have_checked(self, read: Examined, checked: Future[tuple[Diagnostic, ...]]) -> None:
        """Show what was found wrong with a handbook, unless it has been written on since."""
        try:
            found = checked.result()
            if read is self._read:
                self._finish(read, pipeline.compare(replace(read, diagnostics=found), git.past(self._folder)))
        except Exception as fault:  # noqa: BLE001  whatever happens, the preview goes on
            if self._open:
                self._failed(fault)

    def _finish(self, read: Examined, examined: Examined) -> None:
        """Show a handbook that was checked; a page that is open loads again only if that is news."""
        draft = _Draft(self._folder, examined)
        frame = draft.frame
        with self._changed:
            if self._open and read is self._read:
                self._frame = frame
                self._replace(draft, news=examined.diagnostics != self._draft.examined.diagnostics)
                self._tell(examined)

    def _replace(self, draft: _Draft, *, news: bool) -> None:
        """Show another state of the handbook; whoever calls holds the lock."""
        self._draft = draft
        self.edition += news
        self._changed.notify_all()


class _Checker:
    """Checks a handbook in a process of its own, so that pages are shown meanwhile; of what waits, the last alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = processes.pool(1)
        self._waiting: Future[tuple[Diagnostic, ...]] | None = None

    def check(self, done: Callable[[Future[tuple[Diagnostic, ...]]], None]) -> None:
        """Check the folder as it stands when its turn has come; `done` is given what is found, in order."""
        if self._waiting:
            self._waiting.cancel()
        try:
            self._waiting = self._process.submit(_found, self._folder)
        except BrokenProcessPool:
            self._process = processes.pool(1)
            self._waiting = self._process.submit(_found, self._folder)
        self._waiting.add_done_callback(lambda checked: None if checked.cancelled() else done(checked))

    def close(self) -> None:
        """Check nothing more, and wait for nothing that is under way."""
        self._process.shutdown(wait=False, cancel_futures=True)
        for worker in active_children():
            worker.kill()


_READER, _LINKER = Reader(), Linker()
"""What the process of the checks has read and linked before."""


def _found(folder: Path) -> tuple[Diagnostic, ...]:
    return pipeline.check(pipeline.read(folder, _READER, _LINKER), circumstances(folder, reader=_READER)).diagnostics


def _written(examined: Examined) -> tuple[object, ...]:
    """Return what was read of a handbook, and what of it could not be."""
    handbook = examined.linked.handbook
    return handbook.texts, handbook.pictures, examined.diagnostics


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))


class _Draft:
    """The site of a handbook as it stood at one time; of its pages and files there are those that were asked for."""

    def __init__(self, folder: Path, examined: Examined) -> None:
        self.examined = examined
        self._folder = folder
        self._alone = RLock()  # browsers ask for several things at a time
        self._found: dict[str, Page] = {}
        self._more = self._pages()

    @property
    def frame(self) -> Frame:
        """What stands around each page."""
        with self._alone:
            language = self.examined.linked.handbook.settings.language
            return Frame.of(self._all_pages, language, preview=True)

    def html(self, path: str, frame: Frame) -> str | None:
        """Return a page in its frame, or None where there is none."""
        with self._alone:
            page = self._page(path)
            return standalone(page, frame) if page else None

    def file(self, path: str) -> bytes | None:
        """Return a file that stands beside the pages, or None where there is none."""
        with self._alone:
            if path in _ASSETS:
                return _ASSETS[path]
            published = mkdocs.published(self._folder, path)
            return published.read_bytes() if published else self._files.get(path)

    def on_paper(self, path: str) -> PrintDocument | None:
        """Return what the PDF at a path is made of, such as `pdf/phones.pdf`; None where there is none."""
        folder, _, file = path.partition("/")
        if folder != PDFS:
            return None
        name = file.removesuffix(".pdf")
        documents = self.examined.linked.handbook.documents
        with self._alone:
            one = next((document for document in documents if document.id == name), None)
            return pipeline.print_document(self.examined, one) if one else self._gathered_on_paper.get(name)

    def _page(self, path: str) -> Page | None:
        """Return a page, and remember those that were found on the way to it."""
        while path not in self._found and (page := next(self._more, None)):
            self._found[page.path] = page
        return self._found.get(path)

    @property
    def _all_pages(self) -> tuple[Page, ...]:
        self._page("")
        return tuple(self._found.values())

    def _pages(self) -> Iterator[Page]:
        """Yield all pages, those that were written by hand before the first group, or in the place of ours."""
        html = partial(mkdocs.handwritten_html, self._folder, self.examined.linked)
        written = {page.path: page for page in pipeline.handwritten(self.examined, html)}
        waiting = dict(written)
        for page in pipeline.preview(self.examined, _Sizes(self.examined)):
            if len(page.nav) > 1:
                yield from waiting.values()
                waiting.clear()
            if page.path in waiting:
                yield replace(waiting.pop(page.path), nav=page.nav)
            elif page.path not in written:
                yield page
        yield from waiting.values()

    @cached_property
    def _gathered_on_paper(self) -> Mapping[str, PrintDocument]:
        """Everything that is printed, by name; a document by itself is there much sooner."""
        return {document.name: document for document in pipeline.print_documents(self.examined)}

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        documents = word.site_files(pipeline.word_documents(self.examined))
        files = (*pipeline.site_files(self.examined, self._all_pages), *documents)
        return {file.path: file.content for file in files}


class _Sizes(Mapping[str, int]):
    """How many bytes each Word document has, by its name; each is made when somebody wants to know."""

    def __init__(self, examined: Examined) -> None:
        self._examined = examined
        self._documents = {document.id: document for document in examined.linked.handbook.documents}

    def __getitem__(self, name: str) -> int:
        document = pipeline.word_document(self._examined, self._documents[name])
        if document is None:
            raise KeyError(name)
        return len(word.write(document))

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


_ASSETS = dict(assets())
