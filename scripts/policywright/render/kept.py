"""What is made of single documents, kept: made again only when something has changed that it rests on.

What that is, is noted while it is made: it sees the rest of the handbook under watch alone. So it comes out as it is
kept as long as each document that was looked at has the same essence, and the ground has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import cached_property, partial
from typing import Any, Protocol

from markupsafe import Markup

from policywright.diagnostics import Location
from policywright.linking.essence import GROUND, digest, essences, plain
from policywright.linking.gathering.changes import Change, Changes, Edition
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.watched import Seen, WatchedLinks
from policywright.model.document import Document
from policywright.render.composer import Composer
from policywright.render.maker import Kind, Maker, PagesOf, TextOf
from policywright.render.page import Page

Plain = dict[str, Any]
"""Data as JSON has it: the essence of each thing that something rests on, by its name, and what was made."""

_AS_IT_IS = ("path", "kind", "title", "description", "nav", "chapter", "listed")
"""What of a page is plain data already."""

Besides = Callable[[str], object]
"""Tells what is known of a document, or of the ground, besides its essence."""


class Shelf(Protocol):
    """Where what is made of documents is kept, as plain data, under names that begin with that of the document."""

    def found(self, name: str) -> Plain | None:
        """Return what is kept under a name, whole and put there by just this program; None where there is none."""

    def keep(self, name: str, kept: Plain) -> None:
        """Keep something in place of what is kept under its name."""


def _nothing(_: str) -> object:
    return ""


class Keeping(Maker):
    """Recalls from a shelf what was made of documents, and keeps there what it has to make."""

    def __init__(self, linked: LinkedHandbook, changes: Changes, shelf: Shelf) -> None:
        self._linked = linked
        self._changes = changes
        self._shelf = shelf

    def pages(self, composer: Composer, document: Kind, pages_of: PagesOf[Kind]) -> Iterator[Page]:
        """Yield the pages of a document."""
        name, besides = f"{document.id}.pages", _besides(composer)
        kept = self._recalled(name, besides)
        return self._made(name, besides, composer, document, pages_of) if kept is None else map(_page, kept)

    def text(self, linked: LinkedHandbook, document: Document, what: str, text_of: TextOf) -> str:
        """Return a text that is made of a document; `what` tells it from others that are made of the same."""
        name = f"{document.id}.{what}"
        kept: str | None = self._recalled(name)
        if kept is None:
            seen = Seen()
            seen.document(document)
            kept = text_of(WatchedLinks(linked, seen), document)
            self._keep(name, seen, kept)
        return kept

    def _recalled(self, name: str, besides: Besides = _nothing) -> Any:  # noqa: ANN401  whatever was kept
        """Return what is kept under a name, if all is as it was that it rests on."""
        kept = self._shelf.found(name)
        holds = kept and kept["rests_on"] == self._essences_of(kept["rests_on"], besides)
        return kept["made"] if kept and holds else None

    def _keep(self, name: str, seen: Seen, made: object, besides: Besides = _nothing) -> None:
        self._shelf.keep(name, {"rests_on": self._essences_of({GROUND, *seen.names}, besides), "made": made})

    def _essences_of(self, names: Iterable[str], besides: Besides) -> Mapping[str, str]:
        """Return the essence of each thing by its name, empty where there is no such document."""
        return {name: f"{self._essences.get(name, '')}{besides(name)}" for name in names}

    def _made(
        self, name: str, besides: Besides, composer: Composer, document: Kind, pages_of: PagesOf[Kind]
    ) -> Iterator[Page]:
        """Yield pages that are kept once the last of them is filled in, here and not by another process."""
        seen = Seen()
        seen.document(document)
        listed = tuple(pages_of(Watched(composer, seen), document))
        contents: dict[str, Markup] = {}

        def make(page: Page) -> Markup:
            contents[page.path] = page.content
            if len(contents) == len(listed):
                self._keep(name, seen, [*map(_plain_page, listed)], besides)
            return contents[page.path]

        return (replace(page, make=partial(make, page)) for page in listed)

    @cached_property
    def _essences(self) -> Mapping[str, str]:
        return essences(self._linked, lambda document: plain(self._changes.edition_of(document)))


def _besides(composer: Composer) -> Besides:
    """Return what tells what pages say of other files, and of names."""
    ground = digest((composer.pdfs, sorted(composer.names)))
    return lambda name: ground if name == GROUND else composer.word.get(name, "")


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
        super().__init__(WatchedLinks(whole.linked, seen), whole.rules, (), changes, pdfs=whole.pdfs, word=whole.word)
        # Whom something concerns, its own document and the ground tell; the others are among the ground.
        self.concerned = whole.concerned
        self.names = whole.names
        self.plain_text = whole.plain_text


class _WatchedChanges(Changes):
    """Changes of which nobody sees all unseen; for a single one, one has looked at its document already."""

    whole: Changes
    seen: Seen

    def __init__(self, whole: Changes, seen: Seen) -> None:
        vars(self).update(whole=whole, seen=seen)

    @property
    def editions(self) -> Any:  # noqa: ANN401  it stands for a field, which nobody writes either
        self.seen.everything()
        return self.whole.editions

    def of(self, target: Target) -> Change | None:
        return self.whole.of(target)

    def edition_of(self, document: Document) -> Edition | None:
        return self.whole.edition_of(document)
