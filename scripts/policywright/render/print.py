"""What is printed: the whole handbook as one document, and each of its documents by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from policywright.linking import LinkedHandbook
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.handbook import Part
from policywright.model.letter import Letter
from policywright.model.policy import Policy
from policywright.model.registers import Entry as RegisterEntry
from policywright.model.registers import Law, Platform, Role, Term
from policywright.model.table import Table
from policywright.render import print_contents
from policywright.render.page import PrintDocument
from policywright.render.print_edition import Editions
from policywright.render.print_medium import PrintMedium
from policywright.render.stretches import stretches
from policywright.render.templates import Setting

HANDBOOK = "handbook"
"""The name of the PDF of the whole handbook; each document's own bears its identifier."""

_KINDS_IN_ORDER: tuple[type[Document], ...] = (Policy, Decision, Table, Checklist, Form, Letter)
_FILLED_IN = (Checklist, Form, Letter)
_REGISTERS: tuple[tuple[type[RegisterEntry], str], ...] = (
    (Term, "Glossary"),
    (Role, "Roles"),
    (Law, "Laws"),
    (Platform, "Platforms"),
)


@dataclass(frozen=True, slots=True)
class BoundPart:
    """A part of the handbook, its documents, and the HTML of each."""

    part: Part
    documents: tuple[Document, ...]
    bodies: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class BoundRegister:
    """A register at the end of the handbook, its entries in the order of their names.

    `kind` names the template of an entry.
    """

    kind: str
    title: str
    entries: tuple[RegisterEntry, ...]

    @property
    def anchor(self) -> str:
        """Its place; no document's identifier has a colon."""
        return f"register:{self.kind}"


def documents(linked: LinkedHandbook) -> tuple[PrintDocument, ...]:
    """Return everything that is printed: the handbook first, then its documents in their order."""
    editions = Editions(linked)
    alone = (_alone(linked, editions, document) for document in linked.handbook.documents)
    return (_handbook(linked, editions), *alone)


def _alone(linked: LinkedHandbook, editions: Editions, document: Document) -> PrintDocument:
    """Return a document by itself; what it cites elsewhere is named, without a page."""
    edition = editions.alone(document)
    contents = tuple(print_contents.of_document(linked, document, deepest=2))
    html = Setting(linked, PrintMedium(document), document).fill(
        "print/alone.html", edition=edition, contents=contents, **_values(document)
    )
    return PrintDocument(document.id, edition.title, str(html), fillable=isinstance(document, _FILLED_IN))


def _handbook(linked: LinkedHandbook, editions: Editions) -> PrintDocument:
    """Return all documents in one, part by part, and the registers after them."""
    parts, registers = tuple(_parts(linked, editions)), tuple(_registers(linked))
    contents = [entry for bound in parts for entry in print_contents.of_part(linked, bound.part, bound.documents)]
    contents += [print_contents.Entry(0, "", register.title, register.anchor) for register in registers]
    html = Setting(linked, PrintMedium()).fill(
        "print/handbook.html", edition=editions.whole, contents=contents, parts=parts, registers=registers
    )
    return PrintDocument(HANDBOOK, editions.whole.title, str(html))


def _parts(linked: LinkedHandbook, editions: Editions) -> Iterator[BoundPart]:
    """Yield the parts that hold anything, in the order of the settings."""
    for part in linked.handbook.settings.parts:
        found = [document for document in linked.handbook.documents if document.part == part.id]
        found.sort(key=lambda document: _KINDS_IN_ORDER.index(type(document)))
        if found:
            yield BoundPart(part, tuple(found), tuple(_body(linked, editions, document) for document in found))


def _body(linked: LinkedHandbook, editions: Editions, document: Document) -> Markup:
    return Setting(linked, PrintMedium(), document).fill(
        "print/document.html", edition=editions.bound(document), **_values(document)
    )


def _registers(linked: LinkedHandbook) -> Iterator[BoundRegister]:
    """Yield the registers that hold anything."""
    for kind, title in _REGISTERS:
        entries = sorted(linked.handbook.entries(kind), key=lambda entry: linked.target_of(entry).title.casefold())
        if entries:
            yield BoundRegister(kind.__name__.lower(), title, tuple(entries))


def _values(document: Document) -> dict[str, object]:
    return {
        "document": document,
        "kind": document.kind_key,
        "scope": f"{document.id}.",
        "on_paper": True,
        "stretches": tuple(stretches(document)) if isinstance(document, Table) else (),
        # Where a rule binds everybody to whom the policy applies, its front page has said so.
        "understood_actors": document.applies_to if isinstance(document, Policy) else None,
    }
