"""Making what is made of single documents: their pages, and what else tells of one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from policywright.linking.linked import LinkedHandbook
from policywright.model.document import Document
from policywright.render.page import Page

if TYPE_CHECKING:
    from policywright.render.composer import Composer

Kind = TypeVar("Kind", bound=Document)
PagesOf = Callable[["Composer", Kind], Iterator[Page]]
"""Yields the pages of one document."""

TextOf = Callable[[LinkedHandbook, Document], str]
"""Returns a text that is made of one document, such as its data."""


class Maker:
    """Makes everything each time it is asked for."""

    def pages(self, composer: Composer, document: Kind, pages_of: PagesOf[Kind]) -> Iterator[Page]:
        """Yield the pages of a document."""
        return pages_of(composer, document)

    def text(self, linked: LinkedHandbook, document: Document, what: str, text_of: TextOf) -> str:  # noqa: ARG002
        """Return a text that is made of a document; `what` tells it from others that are made of the same."""
        return text_of(linked, document)


MAKER = Maker()
