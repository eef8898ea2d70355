"""The last edition: what its addresses lead to now."""

from __future__ import annotations

from pathlib import PurePosixPath

from policywright.checks.check import Circumstances
from policywright.checks.naming import identifier
from policywright.checks.suggestion import closest
from policywright.checks.unread import may_be_unread
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.node import Node
from policywright.model.policy import Policy


def is_lost(linked: LinkedHandbook, circumstances: Circumstances, address: str) -> bool:
    """Say whether the last edition had an address that leads nowhere now, although `formerly:` could have kept it.

    Parts and the insides of forms, letters, checklists and decisions have no such key.
    """
    was_there = circumstances.earlier is not None and address in circumstances.earlier
    if not was_there or now(linked, address) or may_be_unread(linked.handbook, address):
        return False
    name, inner, _ = address.partition("#")
    document = now(linked, name)
    is_policy = document is not None and isinstance(document.node, Policy)
    return is_policy if inner else not address.startswith("part:") and address not in misnamed(linked)


def misnamed(linked: LinkedHandbook) -> set[str]:
    """Return the names of files that hold a document or a source of another name."""
    held: dict[str, Node] = {document.id: document for document in linked.handbook.documents}
    held |= {source.source: source for source in linked.handbook.sources}
    return {PurePosixPath(node.origin.source.file).stem for node in held.values()} - held.keys()


def now(linked: LinkedHandbook, address: str) -> Target | None:
    """Return what an address of the last edition leads to now, by itself or by what `formerly:` says."""
    document, inner, name = address.partition("#")
    renamed = linked.aliases.get(document)
    if inner and renamed:
        address = f"{renamed.address}#{name}"
    return linked.targets.get(address) or linked.aliases.get(address)


def heir(linked: LinkedHandbook, circumstances: Circumstances, address: str) -> Target | None:
    """Return what most likely took the place of a lost address: what is new there and called nearly the same."""
    scope = max(address.rfind("#"), address.rfind(":")) + 1
    new = {
        identifier(target): target
        for target in linked.targets.values()
        if target.address.removesuffix(identifier(target)) == address[:scope]
        if target.address not in (circumstances.earlier or ())
    }
    name = closest(address[scope:], new)
    return new[name] if name else None
