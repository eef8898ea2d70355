"""What is printed: the whole handbook and each part of it, each of its documents by itself, and sheets for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from policywright.linking import LinkedHandbook
from policywright.linking.gathering import role_sheet
from policywright.linking.gathering.changes import NOTHING_KNOWN, Changes
from policywright.model.checklist import Checklist
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.model.past import NO_COMMITS
from policywright.render import print_contents
from policywright.render.page import PrintDocument
from policywright.render.print_address import address_of
from policywright.render.print_body import particulars
from policywright.render.print_book import books
from policywright.render.print_changes import since_before
from policywright.render.print_edition import Editions
from policywright.render.print_medium import PrintMedium
from policywright.render.print_sheets import sheets
from policywright.render.templates import Setting

NO_TEXTS: Mapping[str, str] = MappingProxyType({})
"""The files that travel in PDFs, where none does."""

_FILLED_IN = (Checklist, Form, Letter)


def documents(
    linked: LinkedHandbook,
    commits: Mapping[str, str] = NO_COMMITS,
    *,
    address: str = "",
    texts: Mapping[str, str] = NO_TEXTS,
    changes: Changes = NOTHING_KNOWN,
) -> tuple[PrintDocument, ...]:
    """Return everything that is printed: the handbook, its parts, its documents, the sheets, and what changed.

    `commits` are those that last changed each file, by its name. `address` is where the site is published, such as
    `https://handbook.example.org/`; empty where nobody has said. `texts` are the files that may go out, by name;
    what is printed brings those along that it was made from. `changes` are what is otherwise than before.
    """
    editions = Editions(linked, commits, address, texts)
    return (*_documents(linked, editions), *since_before(editions, tuple(changes.editions.values())))


def alone(linked: LinkedHandbook, document: Document) -> PrintDocument:
    """Return a document by itself."""
    return _alone(linked, Editions(linked), document)


def _documents(linked: LinkedHandbook, editions: Editions) -> Iterator[PrintDocument]:
    roles = tuple(role_sheet.sheets(linked))
    yield from books(linked, editions, roles)
    for document in linked.handbook.documents:
        yield _alone(linked, editions, document)
    yield from sheets(linked, editions, roles)


def _alone(linked: LinkedHandbook, editions: Editions, document: Document) -> PrintDocument:
    """Return a document by itself; what it cites elsewhere is named, without a page."""
    edition = editions.alone(document)
    contents = print_contents.of_document(linked, document, levels=2)
    html = Setting(linked, PrintMedium(frozenset({document.id})), document).fill(
        "print/alone.html",
        edition=edition,
        contents=contents,
        address=address_of(editions.address, linked.target_of(document)),
        **particulars(linked, document),
    )
    return PrintDocument(
        document.id,
        edition.file_title,
        str(html),
        fillable=isinstance(document, _FILLED_IN),
        properties=edition.properties,
        sources=editions.sources.of((document,)),
    )
