"""The essence of each document: a short text that is another as soon as anything is that a page can learn of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b

from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.linking.plain_text import plain_text
from policywright.linking.watched import EVERYTHING
from policywright.model.document import Document
from policywright.model.node import Node

GROUND = ""
"""The name of what every page rests on, whatever documents it looks at."""


def essences(linked: LinkedHandbook, besides: Callable[[Document], object] = lambda _: None) -> Mapping[str, str]:
    """Return the essence of each document by its identifier, that of `GROUND`, and that of `EVERYTHING`.

    A document's is made of its file, of what it cites and who cites it, and of who uses it. What else linking tells of
    its parts, such as their numbers and titles, follows from the file and the ground. `besides` returns what more is
    told of a document, made of values that read alike when they are alike. It does not hold for an adopter's handbook,
    whose documents are made of several files.
    """
    found = defaultdict[str, list[object]](list)
    for document in linked.handbook.documents:
        found[document.id] += (_file(document), besides(document))
    for reference in linked.references:
        for name in _documents(reference.source, reference.target, *reference.candidates):
            found[name].append(_reference(reference))
    for address, uses in linked.uses.items():
        told = [(use.decision.address, [place.address for place in use.places]) for use in uses]
        found[address.partition("#")[0]].append((address, told))
    found[GROUND].append(_ground(linked))
    parts = {name: digest(told) for name, told in found.items()}
    return {**parts, EVERYTHING: digest(list(parts.items()))}


def digest(told: object) -> str:
    """Return a short text that is another for whatever reads otherwise."""
    return blake2b(repr(told).encode(errors="surrogatepass"), digest_size=20).hexdigest()


def plain(value: object) -> object:
    """Return a computed value as one that reads alike when it is alike, with the text of every node that it holds."""
    match value:
        case Target():
            return _target(value), _text(value.node)
        case Node():
            return _text(value)
        case Mapping():
            return [(name, plain(one)) for name, one in value.items()]
        case tuple():
            return [plain(one) for one in value]
        case frozenset():
            return sorted(map(repr, value))
        case _:
            parts = fields(value) if is_dataclass(value) else ()
            return [plain(getattr(value, part.name)) for part in parts] or value


def _ground(linked: LinkedHandbook) -> object:
    handbook = linked.handbook
    tops = [_file(top) for top in (*handbook.tops, *handbook.adopters) if not isinstance(top, Document)]
    wording = plain_text(handbook)
    lost = [(one.within, sorted(one.keys), one.text, one.name) for one in handbook.lost]
    pictures = sorted(handbook.pictures.items())
    return tops, wording.variables, wording.names, pictures, sorted(handbook.unread), lost


def _file(top: Node) -> object:
    return top.origin.source.file, top.origin.source.text


def _text(node: Node) -> object:
    """Return a node that may be one of former days, and where it stood."""
    return node.origin.source.file, node.origin.span, node.model_dump_json()


def _target(target: Target) -> object:
    told = target.kind, target.address, target.title, target.anchor, target.number, target.label
    return *told, target.duty, target.actors, target.withdrawn, target.aliases


def _reference(reference: Reference) -> object:
    ends = (reference.source, reference.target, *reference.candidates)
    written = reference.written.field, reference.written.item, reference.start, reference.end, reference.words
    flags = reference.by_alias, reference.unread
    return reference.kind, reference.address, written, [end.address if end else "" for end in ends], flags


def _documents(*targets: Target | None) -> set[str]:
    return {target.document.id for target in targets if target is not None and target.document is not None}
