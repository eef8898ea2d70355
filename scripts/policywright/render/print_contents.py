"""The contents of a printed document: what it holds, in order, with the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from policywright.linking.linked import LinkedHandbook
from policywright.model.document import Document
from policywright.model.policy import Policy, Section
from policywright.render.print_medium import PrintMedium, page_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: how deep it stands, its number, its words and its place."""

    depth: int
    number: str
    title: str
    anchor: str

    @property
    def page(self) -> Markup:
        """The number of its page."""
        return page_of(self.anchor)


def of_document(linked: LinkedHandbook, document: Document, deepest: int) -> Iterator[Entry]:
    """Yield a document's sections and annexes, down to a depth that counts from 1; other kinds have none."""
    if isinstance(document, Policy):
        yield from _of_sections(linked, (*document.sections, *document.annexes), 1, deepest)


def _of_sections(linked: LinkedHandbook, sections: Sequence[Section], depth: int, deepest: int) -> Iterator[Entry]:
    for section in sections if depth <= deepest else ():
        target = linked.target_of(section)
        # The number of an annex is words, which would not fit the column of numbers.
        number, title = (
            ("", f"{target.number}. {target.title}") if target.kind == "annex" else (target.number, target.title)
        )
        yield Entry(depth, number, title, PrintMedium().anchor(target))
        yield from _of_sections(linked, section.sections, depth + 1, deepest)
