"""Forms and letters for Word, each in the few elements that `WordDocument` tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from policywright.linking import LinkedHandbook
from policywright.linking.linked import Target
from policywright.model.document import Document
from policywright.model.form import AnyField, Form, FormSection
from policywright.model.letter import Blank, Letter
from policywright.render.page import WordDocument
from policywright.render.print_edition import Editions
from policywright.render.templates import Setting, fill

_SHORT_ANSWERS = frozenset({"name", "text", "number", "date", "phone", "email", "long-text"})
_MOST_COLUMNS = 5


def documents(linked: LinkedHandbook) -> tuple[WordDocument, ...]:
    """Return every form and every letter, in their order in the handbook."""
    editions = Editions(linked)
    found = (_document(linked, document, editions) for document in linked.handbook.documents)
    return tuple(document for document in found if document)


def alone(linked: LinkedHandbook, document: Document) -> WordDocument | None:
    """Return one form or letter; nothing else is made for Word."""
    return _document(linked, document, Editions(linked))


def _document(linked: LinkedHandbook, document: Document, editions: Editions) -> WordDocument | None:
    if not isinstance(document, Form | Letter):
        return None
    edition = editions.alone(document)
    body = Setting(linked, WordMedium(), document).fill(
        f"word/{document.kind_key}.html",
        document=document,
        title=edition.title,
        pieces=pieces,
        in_rows=in_rows,
        on_paper=True,
        ours=_language_mark(linked, document),
    )
    return WordDocument(
        name=document.id,
        part=document.part,
        title=edition.title,
        body=f"<body>{body}</body>",
        language=edition.language,
        paper=edition.paper,
        publisher=edition.properties.publisher,
        subject=edition.properties.subject,
        kind=document.kind_key,
        version=document.version or "",
        foot=" · ".join(filter(None, (edition.short_title, edition.foot))),
        date=edition.date,
    )


def _language_mark(linked: LinkedHandbook, document: Document) -> Markup:
    """Return the mark of the words that are ours, where the document is in another language than the handbook."""
    ours = linked.handbook.settings.language
    return Markup(' lang="{}"').format(ours) if ours != document.language else Markup()


@dataclass(frozen=True, slots=True)
class Piece:
    """Questions of a form that are asked as one: a table of those that want a yes or a no, or a single one."""

    fields: tuple[AnyField, ...]

    @property
    def is_table(self) -> bool:
        """Say whether there are several."""
        return len(self.fields) > 1


def pieces(section: FormSection) -> Iterator[Piece]:
    """Yield the questions of a section in order, those together that stand in one table."""
    for together, fields in groupby(section.fields, _is_for_a_table):
        found = tuple(fields)
        yield from (Piece(found),) if together else (Piece((field,)) for field in found)


def _is_for_a_table(field: AnyField) -> bool:
    return field.type == "yes-no" and field.show_if is None


def in_rows(section: FormSection) -> bool:
    """Tell a section whose turns are the rows of a table: few questions, with answers that one writes."""
    few = len(section.fields) <= _MOST_COLUMNS
    return few and all(field.type in _SHORT_ANSWERS and field.show_if is None for field in section.fields)


class WordMedium:
    """Word as a medium: what is cited is named and not linked to, since nobody can tell where the file is opened."""

    def anchor(self, target: Target) -> str:
        """Return the target's own anchor, by which what is filled in is known."""
        return target.anchor

    def old_anchors(self, target: Target) -> tuple[str, ...]:  # noqa: ARG002
        """Return nothing, since nobody's old link leads into a file."""
        return ()

    def href(self, target: Target) -> None:
        """Return nothing."""

    def previews(self, target: Target) -> bool:  # noqa: ARG002  the same for every target
        """Show nothing in place."""
        return False

    def expands_acronyms(self) -> bool:
        """Tell each acronym in full once, since the file goes where the glossary is not."""
        return True

    def after(self, target: Target) -> Markup:  # noqa: ARG002  the same for every target
        """Return nothing: there are no links to follow."""
        return Markup()

    def blank(self, label: str, asked: Blank | None) -> Markup:
        """Return what is filled in at a blank of a letter; outside of its letter, the name of the blank."""
        return Markup("[{}]").format(label) if asked is None else fill("word/blank.html", label=label, blank=asked)
