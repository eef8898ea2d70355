"""JSON Schemas of what editors write, with which their text editors complete, explain and underline."""

from __future__ import annotations

import re
from collections.abc import Collection
from json import dumps
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema

from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.references import CITABLE
from policywright.model.adopter import Adopter
from policywright.model.handbook import DOCUMENT_KINDS, Settings
from policywright.model.node import Node
from policywright.model.publication import Source
from policywright.model.registers import REGISTERS
from policywright.model.vocabulary import DATE_PATTERN, REFERS_TO

DIALECT = "https://json-schema.org/draft/2020-12/schema"

NAMES = "names.json"
"""The schema with the names that a handbook has given; the others, which refer to it, are the same everywhere."""

_HINTS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Write small letters, digits and single hyphens, as in personal-use.",
    DATE_PATTERN: "Write a date as year-month-day, such as 2026-09-01.",
    r"^[0-9]+(\.[0-9]+)*$": "Write figures with full stops between them, such as 2026.1.",
    r"^[^\n]*$": "Write it on one line.",
    r"^[a-z]{2,3}(-[A-Z]{2})?$": "Write a language code, such as en-GB or cy-GB.",
}
"""What editors say in place of a pattern that few can read."""


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


def names(linked: LinkedHandbook) -> dict[str, Any]:
    """Return the schema of the names that a handbook has given, with what each one is called.

    Editors offer them and refuse none: `#clause` leads to a clause of the same file, and a new name is known only once
    the schema is written again.
    """
    asked = sorted(set(re.findall(rf'(?<="{re.escape(NAMES)}#/\$defs/)[^"]+', dumps(schemas()))))
    lists = {name: _names(linked, _SEVERAL.get(name, frozenset({name}))) for name in asked}
    return {"$schema": DIALECT, "$comment": "Written by policywright schema; do not edit.", "$defs": lists}


def _names(linked: LinkedHandbook, wanted: frozenset[str]) -> dict[str, Any]:
    found = sorted((_as_written(one), one.title) for one in linked.targets.values() if one.kind in wanted)
    listed = {"enum": [name for name, _ in found]} if found else {}
    return listed | ({"enumDescriptions": [title for _, title in found]} if wanted <= _FEW else {})


def _as_written(target: Target) -> str:
    """Return how a field names a target: the entries of a register without the register's name."""
    return target.address.rpartition(":")[2]


def _list_of(kinds: Collection[str]) -> str:
    """Return the name of the list from which a field that may name some kinds is offered its names."""
    wanted = frozenset(kinds)
    return next((name for name, several in _SEVERAL.items() if wanted <= several | {name}), next(iter(wanted)))


_SEVERAL = {"document": frozenset({"document"}), "rule": frozenset({"clause", "point"}), "provision": CITABLE}
"""The lists that hold names of several kinds, from the shortest on."""
_FEW = frozenset({"document", "law", "part", "platform", "role", "term", "topic"})
"""The kinds whose titles are told; of the provisions they would change with every other sentence."""


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
    parts = {key: _edited(part) for key, part in schema.items() if key not in {"default", "properties", REFERS_TO}}
    if "properties" in schema:
        parts["properties"] = {name: _edited(part) for name, part in schema["properties"].items()}
    if REFERS_TO in schema:
        # What takes everything stands first, so that whoever judges a file need not look into the names.
        parts["anyOf"] = [{}, {"$ref": f"{NAMES}#/$defs/{_list_of(schema[REFERS_TO])}"}]
    if schema.get("pattern") in _HINTS:
        parts["patternErrorMessage"] = _HINTS[schema["pattern"]]
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
