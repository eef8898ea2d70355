"""What the files say that tell what there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.plain_text import PlainText, plain_text
from policywright.model.document import Document
from policywright.model.handbook import Part
from policywright.model.policy import Point, Provision
from policywright.render.api.index import (
    ClauseEntry,
    Clauses,
    DocumentEntry,
    Index,
    PartEntry,
    ReferenceEntry,
    References,
)
from policywright.render.api.naming import FORMAT, key
from policywright.render.api.paths import CLAUSES, INDEX, REFERENCES, document_path, register_path, schema_path
from policywright.render.places import Place, link, place


def index(linked: LinkedHandbook, address: str, registers: Iterable[str]) -> Index:
    """Return what a program reads first; `registers` are the kinds of those that are published."""
    settings, words = linked.handbook.settings, plain_text(linked.handbook)
    return Index(
        schema_=_to(schema_path("handbook")),
        format=FORMAT,
        id=settings.handbook,
        title=words.of(settings.title),
        publisher=words.of(settings.publisher),
        summary=_plain(words, settings.summary),
        language=settings.language,
        address=address or None,
        page=_to("index.html"),
        parts=tuple(_part(linked, words, part) for part in settings.parts),
        documents=tuple(_document(linked, words, document) for document in linked.handbook.documents),
        registers={kind: _to(register_path(kind)) for kind in registers},
        clauses=_to(CLAUSES),
        references=_to(REFERENCES),
    )


def clauses(linked: LinkedHandbook) -> Clauses:
    """Return every clause and point in one list."""
    words, schema = plain_text(linked.handbook), link(CLAUSES, Place(schema_path("clauses")))
    found = (
        _clause(target, target.node, words) for target in linked.targets.values() if isinstance(target.node, Provision)
    )
    return Clauses(schema_=schema, format=FORMAT, clauses=tuple(found))


def references(linked: LinkedHandbook) -> References:
    """Return every reference from something that can be cited to something else."""
    schema = link(REFERENCES, Place(schema_path("references")))
    return References(schema_=schema, format=FORMAT, references=tuple(_references(linked)))


def _part(linked: LinkedHandbook, words: PlainText, part: Part) -> PartEntry:
    target = linked.target_of(part)
    return PartEntry(id=part.id, title=target.title, summary=_plain(words, part.summary), page=_to(place(target).path))


def _document(linked: LinkedHandbook, words: PlainText, document: Document) -> DocumentEntry:
    target = linked.target_of(document)
    return DocumentEntry(
        id=document.id,
        type=document.kind_key,
        title=target.title,
        summary=_plain(words, document.summary),
        part=f"part:{document.part}",
        owner=f"role:{document.owner}" if document.owner else None,
        status=document.status,
        version=document.version,
        review_by=document.review_by,
        page=_to(place(target).path),
        data=_to(document_path(document.id)),
    )


def _clause(target: Target, provision: Provision, words: PlainText) -> ClauseEntry:
    return ClauseEntry(
        address=target.address,
        kind="point" if isinstance(provision, Point) else "clause",
        document=target.address.partition("#")[0],
        number=target.number,
        title=target.title,
        duty=target.duty,
        actors=tuple(f"role:{actor}" for actor in target.actors),
        text=words.of(provision.text),
        withdrawn=target.withdrawn,
        page=link(CLAUSES, place(target)),
    )


def _references(linked: LinkedHandbook) -> Iterator[ReferenceEntry]:
    for one in linked.references:
        if one.source and one.target:
            yield ReferenceEntry(from_=one.source.address, to=one.target.address, by=key(one.kind), words=one.words)


def _plain(words: PlainText, prose: str | None) -> str | None:
    return words.of(prose) if prose else None


def _to(path: str) -> str:
    return link(INDEX, Place(path))
