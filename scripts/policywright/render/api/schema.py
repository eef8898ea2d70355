"""JSON Schemas of the data, made of the model and of what `Contents` makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema

from policywright.model.checklist import Item
from policywright.model.decision import Outcome, Question
from policywright.model.document import Document
from policywright.model.form import Field, Statement
from policywright.model.letter import Blank, Paragraph
from policywright.model.node import Node
from policywright.model.policy import Provision, Section
from policywright.model.publication import SourceProvision
from policywright.model.registers import Entry
from policywright.model.story import Story
from policywright.model.table import Condition, TableRule
from policywright.model.vocabulary import ProseMark, RefersTo
from policywright.model.walk import annotations_of
from policywright.render.api.naming import UNPUBLISHED, key, markdown_key

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

CITABLE = (
    Document, Section, Provision, Question, Outcome, Story, Condition, TableRule, Field, Statement, Item, Blank,
    Paragraph, Entry, SourceProvision,
)  # fmt: skip
"""What has an address of its own, if it has a name."""

_HEAD: Schema = {
    "$schema": {"type": "string", "description": "The JSON Schema of this file."},
    "format": {"type": "integer", "description": "The version of the format."},
}
_ADDRESSES: Schema = {"type": "array", "items": {"type": "string"}}
_WORKED_OUT: Schema = {
    "address": {"type": "string", "description": "What names it for good, such as `photographs#consent-first`."},
    "page": {"type": "string", "description": "Where it stands on the site, relative to this file."},
    "number": {"type": "string", "description": "The number that a reader sees, such as 6.2(a)."},
    "refers_to": {**_ADDRESSES, "description": "The addresses of what its prose refers to."},
    "referred_to_by": {**_ADDRESSES, "description": "The addresses of what refers to it, in prose or otherwise."},
    "decided_in": {**_ADDRESSES, "description": "The addresses of what uses it in decisions and tables."},
}


def document_schema(kind: type[Document]) -> Schema:
    """Return the schema of the file that holds a document of a kind."""
    schema = node_schema(kind)
    name = kind.kind_key
    schema["properties"]["type"] = {"const": name, "description": "The kind of document."}
    schema["properties"]["id"] = schema["properties"].pop(name)
    schema["required"] = ["type", "id", *(one for one in schema["required"] if one != name)]
    return schema


def node_schema(kind: type[Node]) -> Schema:
    """Return the schema of the file that holds something of the model, a register for instance."""
    made = kind.model_json_schema(by_alias=False, mode="serialization", schema_generator=_Untitled)
    kinds = {one.__name__: one for one in _kinds(Node)}
    published = _published(kind, made)
    return {
        "$schema": DIALECT,
        **published,
        "properties": {**_HEAD, **published["properties"]},
        "required": [*_HEAD, *published["required"]],
        "$defs": {
            name: _published(kinds[name], definition)
            for name, definition in made.get("$defs", {}).items()
            if name != "Waiver"
        },
    }


def plain_schema(kind: type[BaseModel]) -> Schema:
    """Return the schema of a file whose shape stands in `index.py`."""
    made = kind.model_json_schema(by_alias=True, schema_generator=_Untitled)
    return {"$schema": DIALECT, **_without_null(made)}


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that are made of field names, since they say nothing."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002  as pydantic declares it
        return False


def _kinds(base: type[Node]) -> Iterator[type[Node]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _published(kind: type[Node], made: Schema) -> Schema:
    """Return the schema of a node's data, given pydantic's schema of the node."""
    fields = {name: field for name, field in kind.model_fields.items() if name not in UNPUBLISHED}
    properties: Schema = {}
    for name, field in fields.items():
        properties |= _properties(name, field, _without_null(made["properties"][name]))
    required = [key(name) for name, field in fields.items() if field.is_required() or field.default not in (None, ())]
    if issubclass(kind, CITABLE):
        properties |= _WORKED_OUT
        required = [*_always_worked_out(kind), *required]
    return {
        "description": made.get("description", ""),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _always_worked_out(kind: type[Node]) -> tuple[str, ...]:
    """Return what everything of a kind has besides what is written; where it may lack a name, it lacks an address."""
    name = kind.model_fields.get("id")
    return ("address", "page") if name is None or name.is_required() else ()


def _properties(name: str, field: FieldInfo, schema: Schema) -> Schema:
    """Return what stands for a field: its value and, for prose, the same as it was written."""
    marks = tuple(annotations_of(field.rebuild_annotation()))
    if any(isinstance(mark, RefersTo) for mark in marks):
        schema = {**schema, "description": f"{schema['description']} As an address."}
    if not any(isinstance(mark, ProseMark) for mark in marks):
        return {key(name): schema}
    written = {"description": f"The words of `{key(name)}` in Markdown, where they hold more than plain text."}
    return {key(name): schema, markdown_key(name): {**schema, **written}}


def _without_null(schema: Any) -> Any:  # noqa: ANN401  JSON of any shape
    """Return a schema, or a part of one, for data from which everything empty is left out."""
    match schema:
        case list():
            return [_without_null(part) for part in schema]
        case {"anyOf": [dict(only), {"type": "null"}], **others}:
            return _without_null({**only, **others})
        case dict():
            return {
                name: _without_null(part) for name, part in schema.items() if name not in ("default", "discriminator")
            }
        case _:
            return schema
