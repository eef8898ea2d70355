"""What the files say that tell what there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_text import PlainText, plain_text
from policywright.model.document import Document
from policywright.model.handbook import Part
from policywright.render.api.index import DocumentEntry, Index, PartEntry, ReferenceEntry, References
from policywright.render.api.naming import FORMAT, key
from policywright.render.api.paths import INDEX, REFERENCES, document_path, register_path, schema_path
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
        references=_to(REFERENCES),
    )


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


def _references(linked: LinkedHandbook) -> Iterator[ReferenceEntry]:
    for one in linked.references:
        if one.source and one.target:
            yield ReferenceEntry(from_=one.source.address, to=one.target.address, by=key(one.kind), words=one.words)


def _plain(words: PlainText, prose: str | None) -> str | None:
    return words.of(prose) if prose else None


def _to(path: str) -> str:
    return link(INDEX, Place(path))
