"""The data: what editors wrote, with what linking worked out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.linking.plain_text import PlainText
from policywright.model.document import Document
from policywright.model.node import Node
from policywright.model.policy import Provision
from policywright.model.walk import Written, prose, typed_references
from policywright.render.api.naming import UNPUBLISHED, key, markdown_key
from policywright.render.places import link, place

Data = dict[str, Any]
Told = Mapping[tuple[str, int | None], str]

_NOTHING: tuple[object, ...] = (None, "", (), {})


class Contents:
    """Turns what editors wrote into plain data, under the names of the model's fields; what is empty is left out.

    Prose becomes plain text, and stands a second time as it was written where that differs. What names another thing
    becomes that thing's address. What can be cited gets its address, its page, its number and who refers to it, and
    a provision the duty and the actors that it has in effect. `path` is the file's that will hold the data; its links
    lead on from there.
    """

    def __init__(self, linked: LinkedHandbook, plain_text: PlainText) -> None:
        self._linked = linked
        self._plain_text = plain_text

    def document(self, document: Document, path: str) -> Data:
        """Return a whole document, its kind and its identifier first."""
        data = self.of(document, path)
        return {"type": document.kind_key, "id": data.pop(document.kind_key), **data}

    def of(self, node: Node, path: str) -> Data:
        """Return a node and everything below it."""
        target = self._linked.by_node.get(id(node))
        data = dict(self._worked_out(target, path)) if target else {}
        data |= {name: value for name, value in self._written(node, path) if name not in data}
        return {name: value for name, value in data.items() if value not in (None, "", [], {})}

    def _worked_out(self, target: Target, path: str) -> Iterator[tuple[str, object]]:
        """Yield what nobody wrote at a target, but linking found."""
        yield "address", target.address
        yield "page", link(path, place(target))
        yield "number", target.number
        if isinstance(target.node, Provision):
            yield "duty", target.duty
            yield "actors", [f"role:{actor}" for actor in target.actors]
        yield "refers_to", _distinct(one.target for one in self._linked.prose_references(target))
        yield "referred_to_by", _distinct(one.source for one in self._linked.referrers(target) if one.source != target)
        yield "decided_in", _distinct(place for use in self._linked.uses_of(target) for place in use.places)

    def _written(self, node: Node, path: str) -> Iterator[tuple[str, object]]:
        """Yield what an editor wrote at a node, field by field."""
        written = [one for one, _ in prose(node)]
        told = {(one.field, one.item): self._plain_text.of(one.text) for one in written}
        marked = {one.field for one in written if one.text.replace("\n", " ") != told[one.field, one.item]}
        told |= {(one.field, one.item): self._address(one) for one, _ in typed_references(node)}
        for field in type(node).model_fields:
            value = getattr(node, field)
            if value in _NOTHING or field in UNPUBLISHED:
                continue
            yield key(field), self._value(value, field, told, path)
            if field in marked:
                yield markdown_key(field), list(value) if isinstance(value, tuple) else value

    def _value(self, value: object, field: str, told: Told, path: str) -> object:
        """Return what stands behind a field as plain data; `told` holds its texts by field and place in the list."""
        match value:
            case Node():
                return self.of(value, path)
            case tuple():
                return [told.get((field, place)) or self._value(one, "", {}, path) for place, one in enumerate(value)]
            case dict():
                return {name: self._value(one, "", {}, path) for name, one in value.items()}
            case datetime.date():
                return value.isoformat()
            case _:
                return told.get((field, None), value)

    def _address(self, written: Written) -> str:
        """Return the address of what a field names, or what is written there where it leads nowhere."""
        marks = self._linked.marks_in(written.node, written.field, written.item)
        found = (mark.target for mark in marks if isinstance(mark, Reference) and mark.target)
        return next((target.address for target in found), written.text)


def _distinct(targets: Iterable[Target | None]) -> list[str]:
    """Return the addresses of targets, each once."""
    return list(dict.fromkeys(target.address for target in targets if target))
