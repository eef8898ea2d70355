"""Books: several documents in one, with what helps to find one's way. The whole handbook is one, each part another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from policywright.linking import LinkedHandbook
from policywright.linking.gathering.role_sheet import Sheet
from policywright.linking.linked import Reference, TermUse
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.handbook import Part
from policywright.model.letter import Letter
from policywright.model.node import Node
from policywright.model.registers import Entry as RegisterEntry
from policywright.model.registers import Law, Platform, Role, Term
from policywright.model.table import Table
from policywright.model.walk import descendants
from policywright.render import print_contents, print_names
from policywright.render.page import PrintDocument
from policywright.render.print_body import particulars
from policywright.render.print_contents import KINDS, Entry
from policywright.render.print_duties import RoleDuties, duties
from policywright.render.print_edition import Edition, Editions
from policywright.render.print_index import IndexEntry, index
from policywright.render.print_medium import PrintMedium
from policywright.render.print_sources import Sources
from policywright.render.templates import Setting

_LISTED: tuple[type[Document], ...] = (Form, Letter, Checklist, Decision, Table)
_REGISTERS: tuple[tuple[type[RegisterEntry], str], ...] = (
    (Term, "Glossary"),
    (Role, "Roles"),
    (Law, "Laws"),
    (Platform, "Platforms"),
)


@dataclass(frozen=True, slots=True)
class BoundPart:
    """A part of the handbook, its documents, the HTML of each, and its contents."""

    part: Part
    documents: tuple[Document, ...]
    bodies: tuple[Markup, ...]
    contents: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class BoundRegister:
    """A register at the end of a book, its entries in the order of their names.

    `kind` names the template of an entry.
    """

    kind: str
    title: str
    entries: tuple[RegisterEntry, ...]

    @property
    def anchor(self) -> str:
        """Its place; no document's identifier has a colon."""
        return f"register:{self.kind}"


def books(linked: LinkedHandbook, editions: Editions, sheets: Sequence[Sheet]) -> Iterator[PrintDocument]:
    """Yield the whole handbook, then each part that holds anything; `sheets` are those of the roles."""
    parts = [part for part in linked.handbook.settings.parts if _documents_of(linked, part)]
    yield _Binding(linked, editions, sheets, editions.whole, parts, None).book(print_names.HANDBOOK)
    for part in parts:
        holds = frozenset({f"part:{part.id}", *_met(linked, _documents_of(linked, part))})
        yield _Binding(linked, editions, sheets, editions.part(part), [part], holds).book(print_names.of_part(part.id))


def _documents_of(linked: LinkedHandbook, part: Part) -> tuple[Document, ...]:
    """Return the documents of a part, kind by kind."""
    found = (document for document in linked.handbook.documents if document.part == part.id)
    return tuple(sorted(found, key=lambda document: list(KINDS).index(type(document))))


def _met(linked: LinkedHandbook, documents: Sequence[Document]) -> Iterator[str]:
    """Yield the addresses of documents, and of the entries of registers that are met in them."""
    yield from (document.id for document in documents)
    nodes = {id(node) for document in documents for node in descendants(document)}
    marks: tuple[Reference | TermUse, ...] = (*linked.references, *linked.terms)
    found = (mark.target for mark in marks if mark.target and id(mark.written.node) in nodes)
    yield from (target.address for target in found if target.document is None)


@dataclass(frozen=True, slots=True)
class _Aids:
    """What stands at the end of a book to find one's way: duties by role, lists of what is filled in, the index.

    Each list has a title, an anchor and its lines.
    """

    duties: tuple[RoleDuties, ...]
    lists: tuple[tuple[str, str, tuple[Entry, ...]], ...]
    index: list[tuple[str, list[IndexEntry]]]

    @property
    def contents(self) -> Iterator[Entry]:
        """The lines of the contents that lead to them."""
        if self.duties:
            yield Entry("Duties by role", "aid:duties")
        if self.lists:
            yield Entry("What there is to use", "aid:lists")
        if self.index:
            yield Entry("Index", "aid:index")


def _lists(linked: LinkedHandbook, documents: Sequence[Document]) -> Iterator[tuple[str, str, tuple[Entry, ...]]]:
    """Yield the lists of the documents that are not rules, kind by kind."""
    for kind in _LISTED:
        lines = tuple(print_contents.headed(linked, one) for one in documents if isinstance(one, kind))
        if lines:
            yield KINDS[kind], f"list:{kind.kind_key}", lines


@dataclass(frozen=True)
class _Binding:
    """Binds parts of the handbook into one book; `holds` is what is printed in it, or None where that is all."""

    linked: LinkedHandbook
    editions: Editions
    sheets: Sequence[Sheet]
    edition: Edition
    parts: Sequence[Part]
    holds: frozenset[str] | None

    def book(self, name: str) -> PrintDocument:
        bound, registers = tuple(map(self._bound, self.parts)), tuple(self._registers())
        held = [document for one in bound for document in one.documents]
        aids = _Aids(
            tuple(duties(self.sheets, {document.id for document in held})),
            tuple(_lists(self.linked, held)),
            index(self.linked, {document.id for document in held}),
        )
        html = Setting(self.linked, self._medium).fill(
            "print/handbook.html",
            edition=self.edition,
            about=self._about,
            whole=self.holds is None,
            contents=(*self._contents(bound, registers), *aids.contents),
            parts=bound,
            registers=registers,
            aids=aids,
        )
        return PrintDocument(
            name,
            self.edition.file_title,
            str(html),
            bound=True,
            properties=self.edition.properties,
            sources=self._sources.of_everything if self.holds is None else self._sources.of_part(held),
        )

    @property
    def _sources(self) -> Sources:
        return self.editions.sources

    @property
    def _medium(self) -> PrintMedium:
        return PrintMedium(self.holds)

    @property
    def _about(self) -> Node:
        """What gives the book its title and its summary."""
        return self.linked.handbook.settings if self.holds is None else self.parts[0]

    def _bound(self, part: Part) -> BoundPart:
        documents = _documents_of(self.linked, part)
        contents = tuple(print_contents.by_kind(self.linked, documents, levels=1))
        return BoundPart(part, documents, tuple(map(self._body, documents)), contents)

    def _body(self, document: Document) -> Markup:
        return Setting(self.linked, self._medium, document).fill(
            "print/document.html", edition=self.editions.bound(document), **particulars(self.linked, document)
        )

    def _registers(self) -> Iterator[BoundRegister]:
        """Yield the registers that hold anything."""
        for kind, title in _REGISTERS:
            entries = [entry for entry in self.linked.handbook.entries(kind) if self._holds(entry)]
            if entries:
                entries.sort(key=lambda entry: self.linked.target_of(entry).title.casefold())
                yield BoundRegister(kind.__name__.lower(), title, tuple(entries))

    def _holds(self, entry: RegisterEntry) -> bool:
        return self.holds is None or self.linked.target_of(entry).address in self.holds

    def _contents(self, bound: Sequence[BoundPart], registers: Sequence[BoundRegister]) -> Iterator[Entry]:
        """Yield the lines of the contents; in the whole handbook each part has more of its own."""
        for one in bound:
            if self.holds is None:
                lines = tuple(print_contents.by_kind(self.linked, one.documents, levels=0))
                yield print_contents.headed(self.linked, one.part, lines)
            else:
                yield from print_contents.by_kind(self.linked, one.documents, levels=1)
        yield from (Entry(register.title, register.anchor) for register in registers)
