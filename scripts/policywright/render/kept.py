"""Pages of documents that are kept: made again only when something has changed that their document's pages rest on.

What they rest on is noted while they are made: the pages of a document see the rest of the handbook under watch alone.
So they come out as they are kept as long as each document that they looked at has the same essence, and the ground has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import cached_property, partial
from typing import Any, Protocol

from markupsafe import Markup

from policywright.diagnostics import Location
from policywright.linking.essence import GROUND, essences, plain
from policywright.linking.gathering.changes import Change, Changes, Edition
from policywright.linking.gathering.comparison import Comparison
from policywright.linking.gathering.concerned import Concerned
from policywright.linking.linked import Target
from policywright.linking.watched import Seen, WatchedLinks
from policywright.model.document import Document
from policywright.render.composer import Composer, Kind
from policywright.render.page import Page

Plain = dict[str, Any]
"""Data as JSON has it: the essence of each thing that the pages of a document rest on, by its name, and the pages."""

_AS_IT_IS = ("path", "kind", "title", "description", "nav", "chapter", "listed")
"""What of a page is plain data already."""

PagesOf = Callable[[Composer, Kind], Iterator[Page]]
"""Yields the pages of one document."""


class Shelf(Protocol):
    """Where the pages of documents are kept, as plain data, by the identifier of their document."""

    def found(self, name: str) -> Plain | None:
        """Return what is kept under a name, whole and put there by just this program; None where there is none."""

    def keep(self, name: str, kept: Plain) -> None:
        """Keep something in place of what is kept under its name."""


class Keeping(Composer):
    """A composer that recalls the pages of documents from a shelf, and keeps there those that it has to make."""

    def __init__(self, whole: Composer, shelf: Shelf) -> None:
        vars(self).update(vars(whole))
        self._shelf = shelf

    def of_each(self, kind: type[Kind], pages_of: PagesOf[Kind]) -> Iterator[Page]:
        """Yield the pages of each document of one kind."""
        for document in self.handbook.of_kind(kind):
            kept = self._shelf.found(document.id)
            holds = kept is not None and kept["rests_on"] == self._essences_of(kept["rests_on"])
            yield from map(_page, kept["pages"]) if kept and holds else self._made(document, pages_of)

    def _essences_of(self, names: Iterable[str]) -> Mapping[str, str]:
        """Return the essence of each thing by its name, empty where there is no such document."""
        return {name: self._essences.get(name, "") for name in names}

    def _made(self, document: Kind, pages_of: PagesOf[Kind]) -> Iterator[Page]:
        """Yield pages that are kept once the last of them is filled in, here and not by another process."""
        seen = Seen()
        seen.document(document)
        listed = tuple(pages_of(Watched(self, seen), document))
        contents: dict[str, Markup] = {}

        def make(page: Page) -> Markup:
            contents[page.path] = page.content
            if len(contents) == len(listed):
                rests_on = self._essences_of({GROUND, *seen.names})
                self._shelf.keep(document.id, {"rests_on": rests_on, "pages": [*map(_plain_page, listed)]})
            return contents[page.path]

        return (replace(page, make=partial(make, page)) for page in listed)

    @cached_property
    def _essences(self) -> Mapping[str, str]:
        ground = self.pdfs, sorted(self.adopters), self.address, sorted(self.names)
        return essences(self.linked, ground, self._besides)

    def _besides(self, target: Target) -> object:
        """Return what is gathered from the whole handbook, from the past or from other files and told of a target."""
        concerned = self.concerned.of(target)
        if target.kind != "document" or target.document is None:
            return concerned
        edition = self.changes.edition_of(target.document)
        return concerned, plain(edition), self.word.get(target.document.id)


def _plain_page(page: Page) -> Plain:
    source = page.source and asdict(page.source)
    return {name: getattr(page, name) for name in _AS_IT_IS} | {"source": source, "content": page.content}


def _page(kept: Plain) -> Page:
    """Return a page as it was rendered."""
    told = {name: kept[name] for name in _AS_IT_IS} | {"nav": tuple(kept["nav"])}
    return Page(**told, source=kept["source"] and Location(**kept["source"]), make=Markup).holding(kept["content"])


class Watched(Composer):
    """A composer whose pages look at nothing of the handbook unseen, nor at what is gathered from it."""

    def __init__(self, whole: Composer, seen: Seen) -> None:
        changes = _WatchedChanges(whole.changes, seen)
        super().__init__(
            WatchedLinks(whole.linked, seen), whole.rules, (), changes, pdfs=whole.pdfs, word=whole.word,
            address=whole.address, adopters=whole.adopters,
        )  # fmt: skip
        self.concerned = _WatchedConcerned(whole, seen)
        # Both are among the ground.
        self.names = whole.names
        self.plain_text = whole.plain_text


class _WatchedConcerned(Concerned):
    def __init__(self, whole: Composer, seen: Seen) -> None:
        self._whole = whole
        self._seen = seen

    def of(self, target: Target) -> tuple[str, ...]:
        self._seen.target(target)
        return self._whole.concerned.of(target)

    def by(self, comparison: Comparison) -> tuple[str, ...]:
        self._seen.everything()
        return self._whole.concerned.by(comparison)


class _WatchedChanges(Changes):
    whole: Changes
    seen: Seen

    def __init__(self, whole: Changes, seen: Seen) -> None:
        vars(self).update(whole=whole, seen=seen)

    @property
    def editions(self) -> Any:  # noqa: ANN401  it stands for a field, which nobody writes either
        self.seen.everything()
        return self.whole.editions

    def of(self, target: Target) -> Change | None:
        self.seen.target(target)
        return self.whole.of(target)

    def edition_of(self, document: Document) -> Edition | None:
        self.seen.document(document)
        return self.whole.edition_of(document)
