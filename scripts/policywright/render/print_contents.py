"""The contents of a printed document: what it holds, in order, with the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from policywright.linking import LinkedHandbook
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.model.node import Node
from policywright.model.policy import Policy, Section
from policywright.model.table import Table
from policywright.render.print_medium import PrintMedium, page_of

KINDS: dict[type[Document], str] = {
    Policy: "Policies",
    Decision: "Decisions",
    Table: "Decision tables",
    Checklist: "Checklists",
    Form: "Forms",
    Letter: "Letters",
}
"""The kinds of documents in the order in which a book holds them, and what stands above each in the contents."""

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its number, its words, its place, and the lines below it.

    `anchor` is empty where the line is the heading of those below it and has no place itself. `language` is that of
    the document that it leads to, where it leads to one.
    """

    title: str
    anchor: str = ""
    number: str = ""
    language: str = ""
    inner: tuple[Entry, ...] = ()

    @property
    def page(self) -> Markup:
        """The number of its page."""
        return page_of(self.anchor)


def headed(linked: LinkedHandbook, node: Node, inner: tuple[Entry, ...] = ()) -> Entry:
    """Return the line of a part, a document, a section or an annex, with the lines below it."""
    target = linked.target_of(node)
    number, title = target.number, target.title
    if target.kind == "annex":
        # The number of an annex is words, which would not fit the column of numbers.
        number, title = "", f"{target.number.replace(' ', _NO_BREAK_SPACE)}. {target.title}"
    language = target.document.language if target.document else ""
    return Entry(title, PrintMedium().anchor(target), number, language, inner)


def of_document(linked: LinkedHandbook, document: Document, levels: int) -> tuple[Entry, ...]:
    """Return the lines of a policy's sections and annexes, so many levels of them; no other kind has any."""
    if not isinstance(document, Policy):
        return ()
    return _of_sections(linked, (*document.sections, *document.annexes), levels)


def of_documents(linked: LinkedHandbook, documents: Sequence[Document], levels: int) -> Iterator[Entry]:
    """Yield the lines of documents, each with as many levels of its own lines as asked for."""
    for document in documents:
        yield headed(linked, document, of_document(linked, document, levels))


def by_kind(linked: LinkedHandbook, documents: Sequence[Document], levels: int) -> Iterator[Entry]:
    """Yield a heading for each kind that some documents are of, with their lines below it."""
    for kind, title in KINDS.items():
        lines = tuple(of_documents(linked, [one for one in documents if isinstance(one, kind)], levels))
        if lines:
            yield Entry(title, inner=lines)


def _of_sections(linked: LinkedHandbook, sections: Sequence[Section], levels: int) -> tuple[Entry, ...]:
    if not levels:
        return ()
    return tuple(headed(linked, one, _of_sections(linked, one.sections, levels - 1)) for one in sections)
