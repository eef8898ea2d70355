"""A handbook as it was: documents in their former versions, set beside those of today so that both read alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from policywright.linking.gathering.changes import Edition
from policywright.linking.link import Mark, link
from policywright.linking.linked import LinkedHandbook, Reference, Target


def as_it_was(now: LinkedHandbook, editions: Iterable[Edition]) -> LinkedHandbook:
    """Return a handbook in which each edition's document reads as it did before.

    Settings and registers are today's, and what is still there is cited by its number of today, so that nothing reads
    otherwise but what the editors of a document changed in it.
    """
    former = {edition.document.address: edition.former for edition in editions if edition.former}
    others = (document for document in now.handbook.documents if document.id not in former)
    then = link(replace(now.handbook, documents=(*former.values(), *others)))
    return replace(
        then, by_text={place: tuple(_of_today(mark, now) for mark in marks) for place, marks in then.by_text.items()}
    )


def heirs(edition: Edition, now: LinkedHandbook, then: LinkedHandbook) -> Mapping[Target, Target]:
    """Return what each thing of a former document is today, where it is still there."""
    own = (target for target in then.targets.values() if target.document is edition.former)
    return {target: heir for target in own if (heir := _heir(target, edition, now))}


def _heir(target: Target, edition: Edition, now: LinkedHandbook) -> Target | None:
    """Return what bears the anchor of a target, or bore it, in the document as it is."""
    address = f"{edition.document.address}#{target.anchor}" if target.anchor else edition.document.address
    return now.targets.get(address) or now.aliases.get(address)


def _of_today(mark: Mark, now: LinkedHandbook) -> Mark:
    """Return a mark whose target bears today's number and address, though it stays in the document that it stood in."""
    if not isinstance(mark, Reference):
        return mark
    address = mark.target.address if mark.target else mark.address
    heir = now.targets.get(address) or now.aliases.get(address)
    if heir is None:
        return mark
    return replace(mark, target=replace(heir, document=mark.target.document) if mark.target else heir)
