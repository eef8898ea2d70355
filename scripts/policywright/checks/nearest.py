"""The targets that somebody probably meant who wrote an address that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from policywright.checks.naming import identifier
from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.linking.references import is_of_kind
from policywright.model.document import Document
from policywright.model.registers import NAMESPACES, Platform, Role, Term


def nearest(linked: LinkedHandbook, reference: Reference) -> list[Target]:
    """Return up to three targets whose identifiers or names are near to what a reference says, the nearest first."""
    bearing = [target for target in reference.candidates if is_of_kind(target, reference.wanted)]
    if bearing:
        return bearing
    written = reference.address.rpartition("#")[2].rpartition(":")[2].casefold()
    plain = [target for target in _plainly_meant(linked, reference) if is_of_kind(target, reference.wanted)]
    if plain:
        return plain
    return _called_like(written, _eligible(linked, reference)) or _called_like(written, _neighbours(linked, reference))


def _plainly_meant(linked: LinkedHandbook, reference: Reference) -> Iterator[Target]:
    """Yield what has the number that is written, and what a slash or a full stop in place of the `#` leads to."""
    document, inner, number = reference.address.partition("#")
    if inner and number[:1].isdigit():
        numbered = (target for target in linked.targets.values() if target.number == number)
        yield from (target for target in numbered if target.address.startswith(f"{document}#"))
    joined = linked.targets.get(re.sub("[/.]", "#", reference.address, count=1))
    if joined and not inner:
        yield joined


def _called_like(written: str, targets: Iterable[Target]) -> list[Target]:
    names = dict[str, Target]()
    for target in targets:
        for name in _names(target):
            names.setdefault(name, target)
    near = get_close_matches(written, names, n=6, cutoff=0.6)
    return list({names[name].address: names[name] for name in near}.values())[:3]


def _neighbours(linked: LinkedHandbook, reference: Reference) -> Iterator[Target]:
    """Yield what the same document holds, which may be meant where the `#` was forgotten."""
    home = reference.source.document if reference.source else None
    if home and reference.kind == "text" and not re.search("[#:]", reference.address):
        yield from (target for target in linked.targets.values() if target.document is home)


def _eligible(linked: LinkedHandbook, reference: Reference) -> list[Target]:
    """Return what may stand there: of the document or publication that is named, or if there is none, of all."""
    wanted = _kinds(reference)
    fitting = [target for target in linked.targets.values() if is_of_kind(target, wanted)]
    document, inner, _ = reference.address.partition("#")
    within = [target for target in fitting if target.address.startswith(f"{document}#")] if inner else []
    return within or fitting


def _kinds(reference: Reference) -> tuple[str, ...]:
    """Return the kinds of target that a reference can mean, by the way it is written and the field it stands in."""
    namespace, colon, _ = reference.address.partition(":")
    if "#" in reference.address:
        return reference.wanted or ("provision",)
    if colon:
        return (namespace,) if namespace in {*NAMESPACES, "part"} else tuple(NAMESPACES)
    return ("document",)


def _names(target: Target) -> Iterator[str]:
    yield identifier(target)
    if target.kind != "source-provision":
        yield target.title.casefold()
    node = target.node
    if isinstance(node, Role):
        yield from (word.casefold() for word in node.synonyms)
    if isinstance(node, Term):
        yield from (word.casefold() for word in (*node.also, *filter(None, [node.acronym])))
    if isinstance(node, Platform):
        yield from (word.casefold() for word in node.formerly_called)
    if isinstance(node, Document) and node.short_title:
        yield node.short_title.casefold()
