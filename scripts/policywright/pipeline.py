"""The way through the program: a handbook is read, linked, compared with its past, checked and rendered."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from policywright import checks, render, source
from policywright.checks.check import Circumstances
from policywright.examination import (
    RULES,
    SPREADSHEET_RULES,
    Answered,
    Between,
    Examined,
    addresses,
    adopted,
    answers,
    asked_of_adopters,
    between,
    check,
    compare,
    examine,
    lasting_addresses,
    mended,
    read,
    schemas,
    settled,
    taken_over,
    with_adopters,
)
from policywright.linking.gathering.approval import approval
from policywright.linking.gathering.changes import Changes
from policywright.linking.local_changes import Footing
from policywright.linking.settling import Update
from policywright.model.document import Document
from policywright.model.handwritten import HandwrittenPage
from policywright.model.letter import Letter
from policywright.model.spreadsheet import Answers
from policywright.render import MAKER, Handout, Keeping, Maker, Shelf, States
from policywright.render.page import NO_WORD, Page, PrintDocument, SiteFile, WordDocument

__all__ = [
    "RULES",
    "SPREADSHEET_RULES",
    "Answered",
    "Between",
    "Examined",
    "addresses",
    "adopted",
    "answers",
    "approval_pack",
    "asked_of_adopters",
    "between",
    "change_edition",
    "check",
    "compare",
    "examine",
    "handwritten",
    "lasting_addresses",
    "letters",
    "maker",
    "mended",
    "preview",
    "print_document",
    "print_documents",
    "read",
    "schemas",
    "settled",
    "site",
    "site_files",
    "taken_over",
    "update_page",
    "with_adopters",
    "word_document",
    "word_documents",
]


def update_page(update: Update, left: Sequence[Footing]) -> str:
    """Return what an adopter is left to decide as a page that needs no other file."""
    return render.update_page(update, left)


def change_edition(found: Between, states: States, name: str) -> Handout:
    """Return all that changed with words struck and added where they stand, under the name of its files."""
    return render.change_edition(found.linked, found.changes, states, name)


def approval_pack(found: Between, states: States, today: datetime.date, name: str) -> Handout:
    """Return what those get who approve all that changed, under the name of its files; `today` is for the checks."""
    since = Changes({edition.document.address: edition for edition in found.changes.editions})
    findings = checks.run(found.linked, Circumstances(today, lasting_addresses(found.before), changes=since))
    pack = approval(found.before, found.linked, found.changes, findings, found.only)
    return render.approval_pack(found.linked, pack, states, name)


def maker(examined: Examined, shelf: Shelf | None) -> Maker:
    """Return what makes the pages and the data of documents, and knows by the shelf what need not be made again."""
    # An adopter's documents are made of several files, which nobody knows of.
    if shelf is None or examined.linked.handbook.adoption:
        return MAKER
    return Keeping(examined.linked, examined.changes, shelf)


def site(  # noqa: PLR0913  one for each thing that the pages tell of, and one that makes them
    examined: Examined,
    *,
    preview: bool = False,
    pdfs: bool = False,
    word: Mapping[str, int] = NO_WORD,
    adopters: Collection[str] = (),
    maker: Maker = MAKER,
) -> tuple[Page, ...]:
    """Return the pages of the site; a preview shows what is wrong in its place.

    The `pdfs` and the `word` documents are linked to if any; `word` tells how many bytes each has, by its name. So
    are the handbooks of `adopters`. The `maker` makes the pages of documents.
    """
    told = (examined.linked, RULES, examined.diagnostics if preview else (), examined.changes)
    return tuple(render.site(*told, pdfs=pdfs, word=word, adopters=adopters, maker=maker))


def preview(examined: Examined, word: Mapping[str, int] = NO_WORD) -> Iterator[Page]:
    """Yield the pages of a preview, as far as anybody asks for them."""
    return render.site(examined.linked, RULES, examined.diagnostics, examined.changes, pdfs=True, word=word)


def handwritten(examined: Examined, html: Callable[[HandwrittenPage], str]) -> Iterator[Page]:
    """Yield the hand-written pages of a preview; `html` is what an engine makes of the Markdown of one."""
    return render.handwritten_pages(examined.linked, html)


def site_files(
    examined: Examined, pages: Sequence[Page], *, address: str = "", maker: Maker = MAKER
) -> tuple[SiteFile, ...]:
    """Return the files beside the pages of the site; `address` is where it is published, if anybody has said.

    The `maker` makes those of single documents.
    """
    return render.site_files(examined.linked, pages, examined.changes, address=address, maker=maker)


def word_documents(examined: Examined) -> tuple[WordDocument, ...]:
    """Return the forms and the letters for Word."""
    return render.word_documents(examined.linked)


def word_document(examined: Examined, document: Document) -> WordDocument | None:
    """Return one document for Word, if it is a form or a letter."""
    return render.word_document(examined.linked, document)


def print_document(examined: Examined, document: Document) -> PrintDocument:
    """Return one document for print."""
    return render.print_document(examined.linked, document)


def letters(examined: Examined, letter: Letter, rows: Sequence[Answers]) -> PrintDocument:
    """Return a letter for print for each row of answers, all in one document."""
    return render.filled_letters(examined.linked, letter, rows)


def print_documents(examined: Examined, *, address: str = "") -> tuple[PrintDocument, ...]:
    """Return the documents for print; `address` is where the site is published, if anybody has said."""
    # The files of a model hold notes to adopters, which none of them publishes.
    texts = {} if examined.linked.handbook.adoption else source.published(examined.linked.handbook)
    changed = examined.changes
    return render.print_documents(examined.linked, examined.commits, address=address, texts=texts, changes=changed)
