"""Between two states of a handbook: which documents came and went, and what changed in the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from policywright.linking.gathering.changed_registers import changed_registers, changed_settings
from policywright.linking.gathering.changes import Altered, Change, Edition
from policywright.linking.gathering.versions import changes
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.targets import find_targets
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.past import Earlier


@dataclass(frozen=True, eq=False)
class HandbookChanges:
    """The documents that were added and removed, and the others in which anything is otherwise, in reading order.

    Each of the `editions` tells of a document as it is since, and bears the versions of both states. `registers` are
    the changes of parts, registers and sources, `settings` those of what `handbook.yml` says beside its parts.
    """

    added: tuple[Target, ...] = ()
    removed: tuple[Target, ...] = ()
    editions: tuple[Edition, ...] = ()
    registers: tuple[Change, ...] = ()
    settings: tuple[Altered, ...] = ()

    def only(self, documents: Collection[str]) -> HandbookChanges:
        """Return what changed in certain documents alone, by their identifiers."""
        return HandbookChanges(
            tuple(target for target in self.added if target.address in documents),
            tuple(target for target in self.removed if target.address in documents),
            tuple(edition for edition in self.editions if edition.document.address in documents),
        )

    def __bool__(self) -> bool:
        """Whether anything is otherwise."""
        return bool(self.added or self.removed or self.editions or self.registers or self.settings)


def between(before: Handbook, after: LinkedHandbook) -> HandbookChanges:
    """Return what changed from one state of a handbook to another; a document is the same by its identifier.

    It is also the same where it bears its former identifier under `formerly:`.
    """
    pairs = dict(_pairs(before, after.handbook))
    earlier = {name: Earlier(document, document.version or "") for name, document in pairs.items()}
    kept = {id(document) for document in pairs.values()}
    was = find_targets(before).by_node
    return HandbookChanges(
        tuple(after.target_of(document) for document in after.handbook.documents if document.id not in pairs),
        tuple(was[id(document)] for document in before.documents if id(document) not in kept),
        tuple(edition for edition in changes(after, earlier).editions.values() if edition.is_changed),
        tuple(changed_registers(before, after)),
        changed_settings(before, after),
    )


def _pairs(before: Handbook, after: Handbook) -> Iterator[tuple[str, Document]]:
    """Yield the identifier of each document that was there before, with what it was."""
    was = {document.id: document for document in before.documents}
    for document in after.documents:
        if earlier := next((was[name] for name in (document.id, *document.formerly) if name in was), None):
            yield document.id, earlier
