"""The contents of a printed document: what it holds, in order, with the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from policywright.linking import LinkedHandbook
from policywright.model.document import Document
from policywright.model.node import Node
from policywright.model.policy import Policy, Section
from policywright.render.print_medium import PrintMedium, page_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: how deep it stands, its number, its words and its place.

    `language` is that of the document that it leads to, where it leads to one.
    """

    depth: int
    number: str
    title: str
    anchor: str
    language: str = ""

    @property
    def page(self) -> Markup:
        """The number of its page."""
        return page_of(self.anchor)


def headed(linked: LinkedHandbook, node: Node, depth: int) -> Entry:
    """Return the line of a part, a document, a section or an annex."""
    target = linked.target_of(node)
    number, title = target.number, target.title
    if target.kind == "annex":
        # The number of an annex is words, which would not fit the column of numbers.
        number, title = "", f"{target.number}. {target.title}"
    language = target.document.language if target.document else ""
    return Entry(depth, number, title, PrintMedium().anchor(target), language)


def of_document(linked: LinkedHandbook, document: Document, deepest: int) -> Iterator[Entry]:
    """Yield the lines of a policy's sections and annexes, to a depth that counts from 1; no other kind has any."""
    if isinstance(document, Policy):
        yield from _of_sections(linked, (*document.sections, *document.annexes), 1, deepest)


def of_documents(linked: LinkedHandbook, documents: Sequence[Document], deepest: int) -> Iterator[Entry]:
    """Yield the lines of the documents of a part, each with as many levels of its own lines as asked for."""
    for document in documents:
        yield headed(linked, document, 1)
        for entry in of_document(linked, document, deepest):
            yield replace(entry, depth=entry.depth + 1)


def _of_sections(linked: LinkedHandbook, sections: Sequence[Section], depth: int, deepest: int) -> Iterator[Entry]:
    for section in sections if depth <= deepest else ():
        yield headed(linked, section, depth)
        yield from _of_sections(linked, section.sections, depth + 1, deepest)
