"""Fingerprints: a few letters that stay the same as long as something says the same, whatever else changes about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from policywright.linking.linked import Target
from policywright.model.handbook import DOCUMENT_KINDS
from policywright.model.marks import VariableMark, marks
from policywright.model.node import Node

LETTERS = 12
"""How many letters a fingerprint has."""

_BESIDES = frozenset({
    "id", "number", "formerly", "from_", "topics", "keywords", "related", "decides", "replaced_by",
    "adopter_note", "editors_note", "accept",
    "version", "approved", "approved_by", "authors", "owner", "review_by", "history", "front_matter", "replaces",
    *(kind.kind_key for kind in DOCUMENT_KINDS),
})  # fmt: skip
"""What is known about a thing and is no part of what it says: its name, its number, where it comes from."""

_NONE: Mapping[str, str] = MappingProxyType({})


def fingerprint_of(target: Target, variables: Mapping[str, str] = _NONE) -> str:
    """Return the fingerprint of a target: of its words, its heading, its duty and who bears it, with all below it.

    Duty and actors are the effective ones. A variable counts by the words that `variables` gives it, otherwise by its
    name. How the words are broken into lines makes no difference; nor do an identifier, a number, or where it stands.
    """
    said = [target.duty, *target.actors, _said(target.node, variables)]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:LETTERS]


def _said(value: object, variables: Mapping[str, str]) -> object:
    """Return a value as JSON can hold it. What is left at its default says nothing."""
    match value:
        case Node():
            return {
                name: _said(getattr(value, name), variables)
                for name, field in type(value).model_fields.items()
                if name not in _BESIDES and getattr(value, name) != field.default
            }
        case tuple():
            return [_said(item, variables) for item in value]
        case dict():
            return {name: _said(item, variables) for name, item in value.items()}
        case str():
            return " ".join(_filled(value, variables).split())
        case None | bool() | int():
            return value
    return str(value)


def _filled(text: str, variables: Mapping[str, str]) -> str:
    filled, position = "", 0
    for mark in marks(text):
        if isinstance(mark, VariableMark) and mark.name in variables:
            filled += text[position : mark.start] + variables[mark.name]
            position = mark.end
    return filled + text[position:]
