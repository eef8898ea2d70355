"""Adopting: from a model, and what an adopter has otherwise, to the adopter's own handbook."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from policywright.linking.linked import LinkedHandbook
from policywright.linking.local_changes import footings
from policywright.linking.local_policy import LocalChanges, LocalPolicy
from policywright.linking.reach import Reach
from policywright.model.adopter import Adopter, Adoption, LocalChange
from policywright.model.document import Document
from policywright.model.handbook import DayOne, Handbook, Part, Settings
from policywright.model.node import Node
from policywright.model.past import Earlier
from policywright.model.policy import Policy
from policywright.model.publication import Source
from policywright.model.registers import Entry, Register, Reviews
from policywright.model.vocabulary import Status
from policywright.model.walk import rebuilt

Kind = TypeVar("Kind", bound=Node)

_FOR_OTHERS = ("adopter_note", "editors_note")
"""What is for those who adopt or edit the model, and not for the readers of an adopter."""


def adopted(linked: LinkedHandbook, adopter: Adopter) -> Handbook:
    """Return an adopter's own handbook: the policies that it takes over, all that these lead to, and its own changes.

    Every number of the model stays, whatever is added or left out, so that 3.2 means the same to all adopters. Notes to
    adopters and editors are gone, and variables have the adopter's words alone.
    """
    adopting = _Adopting(linked, adopter)
    documents = tuple(adopting.document(one) for one in linked.handbook.documents if not adopting.leaves_out(one))
    settings = adopting.settings()
    whole = replace(linked.handbook, settings=settings, documents=documents, adopters=(), pages=())
    reach = Reach(whole)
    taken = {one.policy for one in adopter.takes}
    reach.start_from(document for document in documents if document.id in taken)
    reach.start_from([adopting.divided(settings, reach, documents)])
    kept = tuple(document for document in documents if document in reach)
    adoption = Adoption(adopter, adopting.changes.made, adopting.changes.left_out, tuple(_idle(linked, adopter, kept)))
    return replace(
        whole,
        settings=adopting.divided(settings, reach, documents),
        documents=kept,
        registers=tuple(_register(one, reach) for one in whole.registers if not isinstance(one, Reviews)),
        sources=tuple(_sources(whole.sources, reach)),
        adoption=adoption,
    )


def adopted_earlier(linked: LinkedHandbook, adopter: Adopter, earlier: Mapping[str, Earlier]) -> dict[str, Earlier]:
    """Return what is known of earlier versions of the model's documents as if they had been adopted like the present.

    So nothing counts as changed but what the model's editors did.
    """
    adopting = _Adopting(linked, adopter)
    return {name: _earlier(one, adopting) for name, one in earlier.items()}


def _earlier(earlier: Earlier, adopting: _Adopting) -> Earlier:
    document = adopting.document(earlier.document) if earlier.document else None
    return replace(earlier, document=document, older=tuple(_earlier(one, adopting) for one in earlier.older))


def _idle(linked: LinkedHandbook, adopter: Adopter, kept: Iterable[Document]) -> Iterator[LocalChange]:
    """Yield the local changes that stand in documents that the adopter's handbook does not hold."""
    held = {document.id for document in kept}
    for footing in footings(linked, adopter):
        target = footing.target
        if target and target.document and target.kind != "document" and target.document.id not in held:
            yield footing.change


class _Adopting:
    """Makes an adopter's handbook, piece by piece."""

    def __init__(self, linked: LinkedHandbook, adopter: Adopter) -> None:
        self.changes = LocalChanges(linked, adopter)
        self._adopter = adopter
        self._model = linked.handbook.settings

    def leaves_out(self, document: Document) -> bool:
        """Say whether the adopter leaves out a whole document."""
        return document.id in self.changes.left_out

    def document(self, document: Document) -> Document:
        """Return a document as the adopter has it."""
        own = {
            "status": self._status(document.status),
            "approved": self._adopter.approved,
            "review_by": self._adopter.review_by or document.review_by,
        }
        bare = _without_notes(rebuilt(document, _without_notes)).model_copy(update=own)
        return LocalPolicy(bare, self.changes, self._model.words).made() if isinstance(bare, Policy) else bare

    def _status(self, status: Status) -> Status:
        """Return where a document stands for the adopter: what nobody may use yet, or may no more, stays so."""
        if status in {"draft", "withdrawn"}:
            return status
        return "in-force" if self._adopter.approved else "draft"

    def settings(self) -> Settings:
        """Return the settings of the model with the adopter's name and its words for the variables."""
        words = self._adopter.variables
        own: dict[str, Any] = {
            "handbook": self._adopter.adopter,
            "title": self._adopter.title or f"{self._model.title}: {self._adopter.name}",
            "publisher": self._adopter.name,
            "summary": self._adopter.summary,
            "variables": tuple(
                variable.model_copy(update={"default": words.get(variable.id)}) for variable in self._model.variables
            ),
        }
        return self._model.model_copy(update=own)

    def divided(self, settings: Settings, reach: Reach, documents: Sequence[Document]) -> Settings:
        """Return settings with those parts alone in which anything was reached."""
        kept = {document.id: document.part for document in documents if document in reach}
        parts = (self._part(part, kept) for part in settings.parts if part.id in kept.values())
        return settings.model_copy(update={"parts": tuple(parts)})

    def _part(self, part: Part, kept: Container[str]) -> Part:
        day_one = part.day_one and self._day_one(part.day_one, kept)
        return part.model_copy(update={"day_one": day_one})

    def _day_one(self, day_one: DayOne, kept: Container[str]) -> DayOne | None:
        """Return the sheet for a first day with what the adopter has of it."""
        rules = (rule for rule in day_one.rules if rule.partition("#")[0] in kept and rule not in self.changes.left_out)
        own = tuple(rules)
        return day_one.model_copy(update={"rules": own}) if own else None


def _without_notes(node: Kind) -> Kind:
    gone = {name: None for name in _FOR_OTHERS if getattr(node, name, None)}
    return node.model_copy(update=gone) if gone else node


def _register(register: Register, reach: Reach) -> Register:
    """Return a register with the entries that were reached; what cannot be referred to, such as synonyms, stays."""
    kept = tuple(entry for entry in register.entries if not isinstance(entry, Entry) or entry in reach)
    return register.model_copy(update={"entries": kept})


def _sources(sources: Iterable[Source], reach: Reach) -> Iterator[Source]:
    """Yield the publications with those of their provisions that are restated."""
    for source in sources:
        documents = (
            document.model_copy(update={"provisions": tuple(one for one in document.provisions if one in reach)})
            for document in source.documents
        )
        kept = tuple(document for document in documents if document.provisions)
        if kept:
            yield source.model_copy(update={"documents": kept})
