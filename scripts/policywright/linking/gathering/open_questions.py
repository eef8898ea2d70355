"""Open questions: what editors say of that which changed, what they left open in it, and what they let pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.document import Document
from policywright.model.node import Node

Why = Literal["draft", "gap", "silence", "note", "waiver"]
"""Why something is open: a draft, a case for which no rule is given, a topic on which there is none, an editors' note,
or a finding of a check that may pass."""

_SAID_BY: dict[str, Why] = {"gap": "gap", "silent_on": "silence", "editors_note": "note", "accept": "waiver"}
"""The fields that say so."""


@dataclass(frozen=True, eq=False)
class OpenQuestion:
    """Something that those who approve should know of: why, the place that it is about, and the node that says it."""

    why: Why
    place: Target
    node: Node


def open_questions(found: HandbookChanges, linked: LinkedHandbook) -> Iterator[OpenQuestion]:
    """Yield what is open in whatever changed or is new, in reading order."""
    new = {id(target.node) for target in found.added}
    changes = (change for edition in found.editions for change in edition.changes if not change.is_of_number)
    touched = {id(change.after.node) for change in changes if change.after}
    documents = {id(edition.document.node): edition.former for edition in found.editions}
    for target in linked.targets.values():
        if id(target.document) in new or id(target.node) in touched:
            yield from _said(target, target.node)
        elif id(target.node) in documents:
            yield from _said_otherwise(target, documents[id(target.node)])


def _said(target: Target, node: Node) -> Iterator[OpenQuestion]:
    """Yield what a target leaves open."""
    if isinstance(node, Document) and node.status == "draft":
        yield OpenQuestion("draft", target, node)
    for field, why in _SAID_BY.items():
        said = getattr(node, field, None)
        if isinstance(said, tuple):
            yield from (OpenQuestion(why, target, one) for one in said)
        elif said:
            yield OpenQuestion(why, target, node)


def _said_otherwise(target: Target, former: Document | None) -> Iterator[OpenQuestion]:
    """Yield whether a document is a draft, and what it notes otherwise, where only what stands in it changed."""
    noted = former.editors_note if former else None
    for one in _said(target, target.node):
        if one.why == "draft" or (one.why == "note" and getattr(one.node, "editors_note", None) != noted):
            yield one
