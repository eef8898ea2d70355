"""Change-marked editions: documents as they are, with what they lost and gained since an earlier state."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from policywright.linking import LinkedHandbook
from policywright.linking.gathering.as_it_was import as_it_was, heirs
from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.gathering.changes import Change, Edition, Grade
from policywright.linking.gathering.word_difference import abridged, word_difference
from policywright.linking.linked import Target
from policywright.model.document import Document
from policywright.model.policy import Policy
from policywright.render import print_names
from policywright.render.marking import marked
from policywright.render.page import Handout, PrintDocument
from policywright.render.print_body import particulars
from policywright.render.print_edition import Edition as PrintEdition
from policywright.render.print_edition import Editions
from policywright.render.print_medium import PrintMedium
from policywright.render.templates import Setting

GRADES: Mapping[Grade, str] = {
    "duty": "Duties",
    "figure": "Numbers, ages and periods",
    "actors": "Who acts",
    "scope": "For whom, and when",
    "wording": "Wording, order and numbering only",
}
"""What each grade of a change is called, the gravest first."""


@dataclass(frozen=True, slots=True)
class State:
    """A state of a handbook or of a document that is compared: what it is called, its commit, and its day."""

    name: str
    commit: str = ""
    date: datetime.date | None = None


_SUBJECT = "Words that went are struck, and words that came are underlined"

# On paper the words that are said aloud take up no room, so they name a sign that nobody sees.
_ALOUD = re.compile('<span class="aloud">(.*?)</span>')
_NAMED = r'<span class="aloud" aria-label="\1">&#8288;</span>'

States = tuple[State, State]
"""The state before, and the one since."""


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document with its changes: those of each grade, and its HTML with words struck and added."""

    edition: Edition
    body: Markup


@dataclass(frozen=True)
class MarkedMedium(PrintMedium):
    """Paper that holds two versions of documents: what was is found where it is, and no page is cited."""

    heirs: Mapping[Target, Target] | None = None

    def anchor(self, target: Target) -> str:
        """Return the `id` of what a target has become, or of itself."""
        return super().anchor((self.heirs or {}).get(target, target))

    def after(self, target: Target) -> Markup:  # noqa: ARG002
        """Return nothing: pages of this edition are not those that anybody else has."""
        return Markup()


def change_edition(linked: LinkedHandbook, found: HandbookChanges, states: States, name: str) -> Handout:
    """Return the change-marked edition of what changed between two states of a handbook; `linked` is the last."""
    editions = Editions(linked)
    documents = tuple(_marked(editions, as_it_was(editions.linked, found.editions), found.editions))
    return _edition(editions, found, states, documents, name)


def since_before(editions: Editions, changes: Sequence[Edition]) -> Iterator[PrintDocument]:
    """Yield the change-marked edition of each document whose version before can be read and reads otherwise."""
    known = [edition for edition in changes if edition.is_marked]
    for marked_document in _marked(editions, as_it_was(editions.linked, known), known) if known else ():
        edition = marked_document.edition
        name = print_names.of_changes(edition.document.address)
        found = HandbookChanges(editions=(edition,))
        yield _edition(editions, found, _states(editions, edition), (marked_document,), name).printed


def _states(editions: Editions, edition: Edition) -> States:
    """Return the two versions of a document that are compared, each of which says so if it is a draft."""
    former, document = edition.former, edition.document.document
    commit = editions.commits.get(edition.document.location.file, "")
    return (
        State(_version(edition.before, former), edition.former_commit, _approved(former) if former else None),
        State(_version(edition.version, document), commit, edition.date),
    )


def _version(version: str, document: Document | None) -> str:
    return f"Version {version}, draft" if document and document.status == "draft" else f"Version {version}"


def _approved(document: Document) -> datetime.date | None:
    """Return when a version was approved, by its own account."""
    history = document.history if isinstance(document, Policy) else ()
    dates = (revision.date for revision in history if revision.version == document.version)
    return next(dates, document.approved)


def said_on_paper(html: Markup) -> str:
    """Return HTML for print in which the words that are only said aloud take up no room."""
    return _ALOUD.sub(_NAMED, str(html))


def _edition(
    editions: Editions, found: HandbookChanges, states: States, documents: Sequence[MarkedDocument], name: str
) -> Handout:
    alone = documents[0].edition if len(documents) == 1 and not (found.added or found.removed) else None
    edition = _entitled(editions, states, alone)
    values = {
        "edition": edition,
        "found": found,
        "documents": documents,
        "states": states,
        "grades": GRADES,
        "alone": alone,
        "word_difference": word_difference,
        "abridged": abridged,
        "anchor_of": PrintMedium().anchor,
    }
    setting = Setting(editions.linked, MarkedMedium(frozenset(one.edition.document.address for one in documents)))
    html = said_on_paper(setting.fill("print/changes.html", **values))
    holds = [one.edition.document.document for one in documents if one.edition.document.document]
    sources = editions.sources.of(holds)
    printed = PrintDocument(name, edition.file_title, html, properties=edition.properties, sources=sources)
    return Handout(printed, str(setting.fill("print/changes-page.html", **values)))


def _entitled(editions: Editions, states: States, alone: Edition | None) -> PrintEdition:
    """Return what is said on every page: what changed, and between which states; what is a draft says so."""
    document = alone.document.document if alone else None
    edition = editions.alone(document) if document else editions.whole
    was_draft = alone and alone.former and alone.former.status == "draft" and not edition.mark
    before, after = (state.name for state in states)
    return replace(
        edition,
        title=f"What changed in {edition.title}{' since its draft' if was_draft else ''}",
        short_title=f"What changed: {edition.short_title}",
        foot=f"{before} to {after[0].lower()}{after[1:]} · words struck and added",
        properties=replace(edition.properties, subject=_SUBJECT),
    )


def _marked(editions: Editions, then: LinkedHandbook, changed: Sequence[Edition]) -> Iterator[MarkedDocument]:
    """Yield each document with its words struck and added; `then` holds them as they were."""
    now = editions.linked
    for edition in changed:
        document, former = edition.document.document, edition.former
        if document is None or former is None:
            continue
        holds = frozenset({document.id, former.id})
        medium = MarkedMedium(holds, heirs(edition, now, then))
        look = editions.alone(document)
        before = _body(then, former, medium, look, document.id)
        since = _body(now, document, medium, look, document.id)
        yield MarkedDocument(edition, marked(before, since, _notes(edition, medium)))


def _body(linked: LinkedHandbook, document: Document, medium: PrintMedium, edition: PrintEdition, name: str) -> Markup:
    """Return the HTML of a document by itself, without its chart, under the identifier that it bears today."""
    values = particulars(linked, document) | {"charts": (), "scope": f"{name}."}
    return Setting(linked, medium, document).fill("print/document.html", edition=edition, **values)


def _notes(edition: Edition, medium: PrintMedium) -> dict[str, list[str]]:
    """Return what is told in words, by the place that it is told of: numbers, places, successors."""
    told = ((medium.anchor(change.target), list(_told(change))) for change in edition.changes)
    return {anchor: notes for anchor, notes in told if notes}


def _told(change: Change) -> Iterator[str]:
    if change.heir:
        yield f"Taken into {change.heir.number or change.heir.title}."
    for one in change.altered if change.kind == "altered" else ():
        if one.respect == "place":
            yield f"Moved here from {one.before}."
        elif one.respect == "number":
            yield f"Its number was {one.before}." if one.before else "It had no number."
