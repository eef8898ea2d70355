"""The preview of a handbook while it is being written: each page is made when somebody looks at it."""

from __future__ import annotations

import mimetypes
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from threading import Condition, RLock

from policywright import pipeline
from policywright.adapters import mkdocs, word
from policywright.adapters.assets import assets
from policywright.adapters.surroundings import circumstances
from policywright.diagnostics import Diagnostic
from policywright.pipeline import Examined
from policywright.render.page import Page
from policywright.render.standalone import Frame, missing, standalone
from policywright.source import Reader

Tell = Callable[[Examined], None]
"""Told of the handbook whenever it has been checked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets: its bytes, what they are, such as `text/html`, and whether there is anything at all."""

    content: bytes
    kind: str
    found: bool = True


class Preview:
    """The handbook in a folder as a website, always as its files stand.

    `edition` is another number after each change that a reader could see. It begins with the clock, so that a page of a
    preview that was stopped notices the next one.
    """

    def __init__(self, folder: Path, tell: Tell) -> None:
        self.edition = int(time.time() * 1000)
        self._folder = folder
        self._tell = tell
        self._reader = Reader()
        self._changed = Condition()
        self._read = pipeline.read(folder, self._reader)
        self._draft = _Draft(folder, self._read)
        self._check()

    def follow(self) -> None:
        """Take in what has changed in the folder: show it at once, and then what the checks find wrong with it."""
        read = pipeline.read(self._folder, self._reader)
        if _written(read) == _written(self._read):
            return
        found = set(self._draft.examined.diagnostics).difference(self._read.diagnostics)
        still = (one for one in found if read.texts.get(one.location.file) == self._read.texts.get(one.location.file))
        self._read = read
        self._show(replace(read, diagnostics=_in_order((*read.diagnostics, *still))))
        self._check()

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
            return Answer(
                (html or standalone(missing(path), self._frame)).encode(), "text/html", found=html is not None
            )
        content = draft.file(path)
        return Answer(content or b"", mimetypes.guess_type(path)[0] or "text/plain", found=content is not None)

    def _check(self) -> None:
        """Check the handbook, which takes longer than a look at a page, and show what is found if that is news."""
        checked = pipeline.check(self._read, circumstances(self._folder))
        if checked.diagnostics == self._draft.examined.diagnostics:
            self._draft = _Draft(self._folder, checked)
        else:
            self._show(checked)
        self._frame = self._draft.frame
        self._tell(checked)

    def _show(self, examined: Examined) -> None:
        with self._changed:
            self._draft = _Draft(self._folder, examined)
            self.edition += 1
            self._changed.notify_all()


def _written(examined: Examined) -> tuple[object, ...]:
    """Return what was read of a handbook, and what of it could not be."""
    handbook = examined.linked.handbook
    return handbook.texts, handbook.pictures, examined.diagnostics


def _in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
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
