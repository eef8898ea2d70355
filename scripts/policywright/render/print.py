"""What is printed: the whole handbook as one document, and each of its documents by itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from policywright.linking import LinkedHandbook, plain_text
from policywright.linking.plain_text import PlainText
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.handbook import Part, Settings
from policywright.model.letter import Letter
from policywright.model.policy import Policy
from policywright.model.registers import Entry as RegisterEntry
from policywright.model.registers import Law, Platform, Role, Term
from policywright.render import print_contents
from policywright.render.page import PrintDocument
from policywright.render.print_contents import Entry
from policywright.render.print_medium import PrintMedium
from policywright.render.templates import Setting

HANDBOOK = "handbook"
"""The name of the PDF of the whole handbook; each document's own bears its identifier."""

_KINDS_IN_ORDER: tuple[type[Document], ...] = (Policy, Decision, Checklist, Form, Letter)
_STATUS_AT_FOOT = {
    "draft": "Draft, not in force",
    "model": "Model, for others to adopt",
    "in-force": "",
    "withdrawn": "Withdrawn",
}
_REGISTERS: tuple[tuple[type[RegisterEntry], str], ...] = (
    (Term, "Glossary"),
    (Role, "Roles"),
    (Law, "Laws"),
    (Platform, "Platforms"),
)


@dataclass(frozen=True, slots=True)
class Edition:
    """What is the same on each page of a printed document, and what its file says about it."""

    title: str
    short_title: str
    publisher: str
    language: str
    paper: str
    foot: str
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class BoundPart:
    """A part of the handbook with its documents, ready to be bound."""

    part: Part
    documents: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class BoundRegister:
    """A register at the end of the handbook, its entries in the order of their names."""

    kind: str
    title: str
    entries: tuple[RegisterEntry, ...]

    @property
    def anchor(self) -> str:
        """Its place; no document's identifier has a colon."""
        return f"register:{self.kind}"


def documents(linked: LinkedHandbook) -> tuple[PrintDocument, ...]:
    """Return everything that is printed: the handbook first, then its documents in their order."""
    press = _Press(linked)
    return (press.handbook(), *map(press.alone, linked.handbook.documents))


@dataclass(frozen=True)
class _Press:
    linked: LinkedHandbook

    def alone(self, document: Document) -> PrintDocument:
        """Return a document by itself; what it cites elsewhere is named, without a page."""
        edition = self._edition_of(document)
        contents = tuple(print_contents.of_document(self.linked, document, deepest=2))
        html = Setting(self.linked, PrintMedium(document), document).fill(
            "print/alone.html", edition=edition, contents=contents, **_values(document)
        )
        return _print_document(document.id, edition, html)

    def handbook(self) -> PrintDocument:
        """Return all documents in one, part by part, and the registers after them."""
        edition, parts, registers = self._edition(), self._parts(), self._registers()
        html = Setting(self.linked, PrintMedium()).fill(
            "print/handbook.html",
            edition=edition,
            contents=tuple(self._contents(registers)),
            parts=parts,
            registers=registers,
        )
        return _print_document(HANDBOOK, edition, html)

    @property
    def _settings(self) -> Settings:
        return self.linked.handbook.settings

    @cached_property
    def _wording(self) -> PlainText:
        return plain_text(self.linked.handbook)

    def _edition(self) -> Edition:
        settings, words = self._settings, self._wording
        title, publisher = words.of(settings.title), words.of(settings.publisher)
        approved = (document.approved for document in self.linked.handbook.documents if document.approved)
        return Edition(
            title=title,
            short_title=title,
            publisher=publisher,
            language=settings.language,
            paper=settings.print.paper,
            foot=self._foot(title),
            subject=words.of(settings.summary or ""),
            date=max(approved, default=None),
        )

    def _edition_of(self, document: Document) -> Edition:
        words = self._wording
        return replace(
            self._edition(),
            title=words.of(document.title),
            short_title=words.of(document.short_title or document.title),
            language=document.language,
            foot=self._foot("", document),
            subject=words.of(document.summary or ""),
            keywords=tuple(self._topics(document)),
            date=document.approved,
        )

    def _foot(self, book: str, document: Document | None = None) -> str:
        """Return what stands at the foot of each page, in a line or two: the book, the version, whether it holds."""
        said = [book]
        if document:
            said += [f"Version {document.version}" if document.version else "", _STATUS_AT_FOOT[document.status]]
        uncontrolled = "A printed copy is not kept up to date" if self._settings.print.uncontrolled else ""
        return "\n".join(filter(None, (" · ".join(filter(None, said)), uncontrolled)))

    def _topics(self, document: Document) -> Iterator[str]:
        for topic in document.topics:
            target = self.linked.targets.get(f"topic:{topic}")
            if target:
                yield target.title

    def _parts(self) -> tuple[BoundPart, ...]:
        return tuple(
            BoundPart(part, tuple(map(self._bound, self._documents_of(part)))) for part in self._settings.parts
        )

    def _documents_of(self, part: Part) -> list[Document]:
        documents = (document for document in self.linked.handbook.documents if document.part == part.id)
        return sorted(documents, key=lambda document: _KINDS_IN_ORDER.index(type(document)))

    def _bound(self, document: Document) -> Markup:
        edition = self._edition_of(document)
        edition = replace(edition, foot=self._foot(self._edition().title, document))
        return Setting(self.linked, PrintMedium(), document).fill(
            "print/document.html", edition=edition, **_values(document)
        )

    def _registers(self) -> tuple[BoundRegister, ...]:
        handbook = self.linked.handbook
        registers = (
            BoundRegister(
                kind.__name__.lower(),
                title,
                tuple(sorted(handbook.entries(kind), key=lambda entry: self.linked.target_of(entry).title.casefold())),
            )
            for kind, title in _REGISTERS
        )
        return tuple(register for register in registers if register.entries)

    def _contents(self, registers: tuple[BoundRegister, ...]) -> Iterator[Entry]:
        medium = PrintMedium()
        for part in self._settings.parts:
            target = self.linked.target_of(part)
            yield Entry(0, "", target.title, medium.anchor(target))
            for document in self._documents_of(part):
                target = self.linked.target_of(document)
                yield Entry(1, "", target.title, medium.anchor(target))
                for entry in print_contents.of_document(self.linked, document, deepest=1):
                    yield replace(entry, depth=2)
        for register in registers:
            yield Entry(0, "", register.title, register.anchor)


def _values(document: Document) -> dict[str, object]:
    return {
        "document": document,
        "kind": document.kind_key,
        "scope": f"{document.id}.",
        "on_paper": True,
        # Where a rule binds everybody to whom the policy applies, its front page has said so.
        "understood_actors": document.applies_to if isinstance(document, Policy) else None,
    }


def _print_document(name: str, edition: Edition, html: Markup) -> PrintDocument:
    return PrintDocument(
        name, edition.title, str(html), edition.language, edition.publisher, edition.subject, edition.keywords
    )
