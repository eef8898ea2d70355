"""What stands beside a clause: the forms, letters, decisions and the like that a reader needs, and its sources."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.policy import Policy, Provision
from policywright.model.publication import Source

_ORDER = ("decision", "table", "form", "letter", "checklist")


def beside(linked: LinkedHandbook, provision: Provision) -> tuple[Target, ...]:
    """Return what a provision names as related, and the documents that name it as their rule; nothing twice.

    The decisions that use it are left out; they are told with their questions and outcomes.
    """
    using = {id(use.decision.document) for use in linked.uses_of(linked.target_of(provision))}
    related = {target.address: target for target in _related(linked, provision) if id(target.document) not in using}
    named = using.union(id(target.document) for target in related.values())
    ruled = {target.address: target for target in _ruled(linked, provision) if id(target.document) not in named}
    return tuple(sorted((*related.values(), *ruled.values()), key=_rank))


def sources_of(handbook: Handbook, provision: Provision) -> tuple[Source, ...]:
    """Return the publications that a provision restates, once each."""
    restated = {address.partition("#")[0] for address in provision.from_}
    return tuple(source for source in handbook.sources if source.source in restated)


def kind_of(document: Document) -> str:
    """Return what a reader calls the kind of a document: `Form`, `Code of conduct`."""
    kind = document.kind if isinstance(document, Policy) else document.kind_key
    return {"code-of-conduct": "Code of conduct", "table": "Decision table"}.get(kind, kind.capitalize())


def _related(linked: LinkedHandbook, provision: Provision) -> Iterator[Target]:
    for item in range(len(provision.related)):
        marks = linked.marks_in(provision, "related", item)
        yield from (mark.target for mark in marks if isinstance(mark, Reference) and mark.target is not None)


def _ruled(linked: LinkedHandbook, provision: Provision) -> Iterator[Target]:
    for reference in linked.referrers(linked.target_of(provision)):
        if reference.kind == "clauses" and reference.source is not None and reference.source.document is not None:
            yield linked.target_of(reference.source.document)


def _rank(target: Target) -> int:
    kind = target.document.kind_key if target.document else ""
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
