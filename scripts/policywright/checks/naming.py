"""What targets are called in messages, and how a reference to them is written."""

from __future__ import annotations

from policywright.diagnostics import Location
from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.model.decision import Outcome, Question
from policywright.model.document import Document
from policywright.model.node import Node
from policywright.model.registers import NAMESPACES
from policywright.model.table import Condition

PLURALS = {
    "document": "documents",
    "section": "sections",
    "annex": "annexes",
    "clause": "clauses",
    "point": "points",
    "question": "questions",
    "outcome": "outcomes",
    "condition": "conditions",
    "rule": "rules",
    "story": "stories",
    "field": "fields",
    "statement": "statements",
    "item": "items",
    "blank": "blanks",
    "paragraph": "paragraphs",
    "part": "parts",
    "role": "roles",
    "topic": "topics",
    "term": "defined terms",
    "law": "laws",
    "platform": "platforms",
    "source-provision": "provisions of a publication",
    "provision": "clauses, other provisions and documents",
}
"""What several targets of a kind are called; a field that asks for a provision takes many kinds."""


_FIELDS: dict[type[Node], str] = {Question: "questions", Outcome: "outcomes", Condition: "conditions"}
"""The field of a document in which things stand behind their identifiers as keys."""


def kind_of(target: Target) -> str:
    """Return what a target is, in a word: a document is a policy, form, letter, checklist, decision or table."""
    if target.kind == "document" and target.document:
        return target.document.kind_key
    return PLURALS[target.kind].removesuffix("s") if target.kind == "term" else target.kind.replace("-", " ")


def with_article(noun: str) -> str:
    """Return a noun after `a` or `an`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def named(target: Target) -> str:
    """Return what a target is called in a message: its kind, its number and its title."""
    says_its_kind = target.kind in {"annex", "story", "rule"}
    number = target.number if says_its_kind else f"{kind_of(target)} {target.number}".strip()
    return f"{number or kind_of(target)} “{target.title}”"


def subject(target: Target) -> str:
    """Return what a target is called at the beginning of a sentence."""
    name = named(target)
    return name[0].upper() + name[1:]


def identifier(target: Target) -> str:
    """Return the last part of an address: the identifier as it is written where the target stands."""
    return target.address.rpartition("#")[2].rpartition(":")[2]


def written_as(target: Target, reference: Reference) -> str:
    """Return the words that would lead to a target from the place of a reference."""
    home = reference.source.document if reference.source else None
    address = target.address
    if home and address.startswith(f"{home.id}#"):
        address = address.removeprefix(home.id)
    if reference.kind == "text":
        return f"[[{address}]]"
    return identifier(target) if target.kind in {*NAMESPACES, "part"} else address


def successor(linked: LinkedHandbook, target: Target) -> Target | None:
    """Return what holds in place of a withdrawn target, as far as it or what it stands in says."""
    place: Target | None = target
    while place:
        for reference in linked.references:
            if reference.written.node is place.node and reference.kind == "replaced_by":
                return reference.target
        place = place.parent
    return None


def identifier_location(target: Target) -> Location:
    """Return where a target's identifier is written: after `id:`, after a document's first key, or as a key itself."""
    node = target.node
    if isinstance(node, Document):
        return node.location(node.kind_key)
    field = _FIELDS.get(type(node))
    if target.document and field:
        return target.document.location(field, list(getattr(target.document, field)).index(identifier(target)))
    return node.location("id")
