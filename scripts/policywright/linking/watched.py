"""A linked handbook under watch: which documents somebody looks at who makes something of it.

Whoever keeps what was made can tell by them whether it would come out as it did. The proof that none escapes: what
linking knows of a document leads to another document nowhere but through targets, references and uses, and all that
are handed out here are noted. Whoever wants more than single things, such as every reference, is noted to have looked
at everything. The settings, registers, sources and hand-written pages are nobody's document and not noted; they are the
ground on which everything stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from policywright.linking.linked import LinkedHandbook, Reference, Target, TermUse, Use, VariableUse
from policywright.linking.readability import Readability
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.node import Node

Mark = Reference | VariableUse | TermUse
AnyMark = TypeVar("AnyMark", bound=Mark)
Key = TypeVar("Key")

EVERYTHING = "*"
"""What is noted of whoever looks at more than single documents."""


class Seen:
    """The documents that somebody looked at: their identifiers, those too that are not there, or `EVERYTHING`."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def everything(self) -> None:
        """Note that everything was looked at."""
        self.names.add(EVERYTHING)

    def address(self, address: str) -> None:
        """Note that an address was looked up, whether anything bears it or not."""
        self.names.add(address.partition("#")[0])

    def document(self, document: Document | None) -> None:
        """Note a document, if there is one."""
        if document is not None:
            self.names.add(document.id)

    def target(self, target: Target | None) -> None:
        """Note the document of a target, if it stands in one."""
        if target is not None and target.document is not None:
            self.names.add(target.document.id)


def _watched(name: str) -> Any:  # noqa: ANN401  it has the type of whatever the field has
    """Return a field which nobody asks for without having looked at everything."""

    def whole(self: WatchedHandbook | WatchedLinks) -> object:
        self.seen.everything()
        return getattr(self.whole, name)

    return property(whole)


class WatchedHandbook(Handbook):
    """A handbook whose documents and texts nobody looks at unseen."""

    whole: Handbook
    seen: Seen
    documents: Any = _watched("documents")
    texts: Any = _watched("texts")

    def __init__(self, whole: Handbook, seen: Seen) -> None:
        unwatched = {name: value for name, value in vars(whole).items() if name not in {"documents", "texts"}}
        vars(self).update(unwatched, whole=whole, seen=seen)


class WatchedLinks(LinkedHandbook):
    """What linking found, none of which anybody looks at unseen."""

    whole: LinkedHandbook
    seen: Seen
    aliases: Any = _watched("aliases")
    duplicates: Any = _watched("duplicates")
    references: Any = _watched("references")
    backlinks: Any = _watched("backlinks")
    uses: Any = _watched("uses")
    variables: Any = _watched("variables")
    terms: Any = _watched("terms")
    by_text: Any = _watched("by_text")
    plain_prose: Any = _watched("plain_prose")

    def __init__(self, whole: LinkedHandbook, seen: Seen) -> None:
        targets, by_node = _WatchedTargets(whole.targets, seen), _WatchedNodes(whole.by_node, seen)
        handbook = WatchedHandbook(whole.handbook, seen)
        vars(self).update(handbook=handbook, targets=targets, by_node=by_node, whole=whole, seen=seen)

    def marks_in(self, node: Node, name: str, item: int | None = None) -> tuple[Mark, ...]:
        """Return what linking found in one text."""
        return self._noted(self.whole.by_text.get((id(node), name, item), ()))

    def referrers(self, target: Target) -> tuple[Reference, ...]:
        """Return the references that lead to a target."""
        self._asked_who_cites(target)
        return self._noted(self.whole.referrers(target))

    def prose_references(self, target: Target) -> tuple[Reference, ...]:
        """Return the references that stand in the prose of a target."""
        self.seen.target(target)
        return self._noted(tuple(self.whole.prose_references(target)))

    def uses_of(self, target: Target) -> tuple[Use, ...]:
        """Return the decisions and tables that use a target."""
        self._asked_who_cites(target)
        found = self.whole.uses_of(target)
        for use in found:
            for place in (use.decision, *use.places):
                self.seen.target(place)
        return found

    def readability(self, document: Document) -> Readability | None:
        """Return how hard a document is to read."""
        self.seen.document(document)
        return self.whole.readability(document)

    def _noted(self, marks: tuple[AnyMark, ...]) -> tuple[AnyMark, ...]:
        for mark in marks:
            if isinstance(mark, Reference):
                for target in (mark.source, mark.target, *mark.candidates):
                    self.seen.target(target)
        return marks

    def _asked_who_cites(self, target: Target) -> None:
        """Note a target's document; who cites the ground is no part of it, and may stand in any document."""
        if target.document is None:
            self.seen.everything()
        self.seen.target(target)


class _Watched(Mapping[Key, Target]):
    """Targets, none of which anybody looks up unseen."""

    def __init__(self, whole: Mapping[Key, Target], seen: Seen) -> None:
        self._whole = whole
        self._seen = seen

    def __getitem__(self, key: Key) -> Target:
        target = self._whole[key]
        self._seen.target(target)
        return target

    def __iter__(self) -> Iterator[Key]:
        self._seen.everything()
        return iter(self._whole)

    def __len__(self) -> int:
        self._seen.everything()
        return len(self._whole)


class _WatchedNodes(_Watched[int]):
    """Targets by node: what is no target is so in its own document, which whoever asks has looked at."""


class _WatchedTargets(_Watched[str]):
    """Targets by address: whatever bears none, some document may yet."""

    def __getitem__(self, address: str) -> Target:
        self._seen.address(address)
        return self._whole[address]
