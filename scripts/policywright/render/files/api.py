"""The handbook as JSON for other programs, each kind of file with its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import get_args

from pydantic_core import to_json

from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_text import PlainText
from policywright.model.document import Document
from policywright.model.handbook import DOCUMENT_KINDS
from policywright.model.node import Node
from policywright.model.registers import FOR_EDITORS, Register
from policywright.render.api import overview
from policywright.render.api.contents import Contents, Data
from policywright.render.api.index import Clauses, Index, Published, References, Sources
from policywright.render.api.naming import FORMAT
from policywright.render.api.paths import CLAUSES, INDEX, REFERENCES, document_path, register_path, schema_path
from policywright.render.api.schema import Schema, document_schema, node_schema, plain_schema
from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile
from policywright.render.places import Place, link

REGISTERS: Mapping[str, type[Node]] = {
    str(get_args(kind.model_fields["register_"].annotation)[0]): kind
    for kind in (*get_args(Register), Sources)
    if kind not in FOR_EDITORS
}
"""The kinds of registers that are published, by name."""


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:  # noqa: ARG001  the same for every kind
    """Yield the data and their schemas."""
    linked, words = composer.linked, composer.plain_text
    yield _json(INDEX, _dumped(overview.index(linked, composer.address, REGISTERS)))
    yield _json(CLAUSES, _dumped(overview.clauses(linked)))
    yield _json(REFERENCES, _dumped(overview.references(linked)))
    for document in linked.handbook.documents:
        text = composer.maker.text(linked, document, "data", partial(_document, words))
        yield SiteFile(document_path(document.id), text.encode())
    contents = Contents(linked, words)
    for name, entries in _registers(linked).items():
        path = register_path(name)
        entry_data = [contents.of(entry, path) for entry in entries]
        yield _json(path, _head(path, name) | {"register": name, "entries": entry_data})
    for name, schema in schemas().items():
        yield _json(schema_path(name), schema)


def _document(words: PlainText, linked: LinkedHandbook, document: Document) -> str:
    path = document_path(document.id)
    return _text(_head(path, document.kind_key) | Contents(linked, words).document(document, path))


@cache
def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of file, by its name."""
    return {
        "handbook": plain_schema(Index),
        "clauses": plain_schema(Clauses),
        "references": plain_schema(References),
        **{kind.kind_key: document_schema(kind) for kind in DOCUMENT_KINDS},
        **{name: node_schema(kind) for name, kind in REGISTERS.items()},
    }


def _registers(linked: LinkedHandbook) -> dict[str, list[Node]]:
    """Return the entries of each kind of register; several files may hold one kind."""
    found: dict[str, list[Node]] = {name: [] for name in REGISTERS}
    for register in linked.handbook.registers:
        if register.register_ in found:
            found[register.register_] += register.entries
    return found | {"sources": list(linked.handbook.sources)}


def _head(path: str, kind: str) -> Data:
    return {"$schema": link(path, Place(schema_path(kind))), "format": FORMAT}


def _dumped(shape: Published) -> Data:
    return shape.model_dump(mode="json", by_alias=True, exclude_none=True)


def _json(path: str, data: Data) -> SiteFile:
    return SiteFile(path, _text(data).encode())


def _text(data: Data) -> str:
    return to_json(data, indent=1).decode() + "\n"
