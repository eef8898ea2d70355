"""JSON Schemas of what editors write, with which their text editors complete, explain and underline."""

from __future__ import annotations

from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema

from policywright.model.adopter import Adopter
from policywright.model.handbook import DOCUMENT_KINDS, Settings
from policywright.model.node import Node
from policywright.model.publication import Source
from policywright.model.registers import REGISTERS
from policywright.model.vocabulary import DATE_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return a schema for each kind of file, by the name of the file that it goes into: `policy.json`.

    They judge a file as a text editor reads it, for which `version: 2026.1` is a number and `say: true` is no text.
    """
    registers = {str(get_args(kind.model_fields["register_"].annotation)[0]): kind for kind in REGISTERS}
    documents = {kind.kind_key: kind for kind in DOCUMENT_KINDS}
    kinds: dict[str, type[Node]] = {
        "handbook": Settings,
        **documents,
        "adopter": Adopter,
        "source": Source,
        **registers,
    }
    return {f"{name}.json": {"$schema": DIALECT, **_schema(kind)} for name, kind in kinds.items()}


def _schema(kind: type[Node]) -> dict[str, Any]:
    made = _edited(kind.model_json_schema(schema_generator=_Untitled))
    return dict(made) if isinstance(made, dict) else {}


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that are made of field names, since they say nothing."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002  as pydantic declares it
        return False


def _edited(schema: object) -> object:
    """Return a schema, or a part of one, as an editor of YAML needs it."""
    if isinstance(schema, list):
        return [_edited(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: _edited(part) for key, part in schema.items() if key not in {"default", "properties"}}
    if "properties" in schema:
        parts["properties"] = {name: _edited(part) for name, part in schema["properties"].items()}
    match parts:
        case {"anyOf": [dict(only), {"type": "null"}]}:
            del parts["anyOf"]
            return {**only, **parts}
        case {"type": "string", "pattern": pattern} if pattern == DATE_PATTERN:
            return parts
        case {"type": "string"} if not {"enum", "const"} & parts.keys():
            parts["type"] = ["string", "number"]
        case {"type": "integer"}:
            parts["type"] = ["integer", "string"]
            parts["pattern"] = "^[0-9]+$"
    return parts
