"""References: who cites what, by a field or in prose, and where each citation leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TypedDict

from policywright.linking.linked import Reference, Target
from policywright.linking.passages import Passage, Place
from policywright.linking.targets import Targets
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.letter import When
from policywright.model.marks import ReferenceMark
from policywright.model.registers import NAMESPACES
from policywright.model.walk import Written, typed_references

CITABLE = frozenset({
    "document", "section", "annex", "clause", "point", "question", "outcome", "condition", "rule", "field",
    "statement", "item", "blank", "paragraph",
})  # fmt: skip
"""What a field that asks for a provision may name."""

_NAMESPACES = frozenset(NAMESPACES) | {"part"}
_FILES = {
    "part": "handbook",
    "role": "roles",
    "topic": "topics",
    "term": "glossary",
    "law": "laws",
    "platform": "platforms",
}


class _Leading(TypedDict, total=False):
    """Where a reference leads, as `Reference` says it."""

    target: Target
    candidates: tuple[Target, ...]
    by_alias: bool
    unread: bool


class Resolver:
    """Finds what references lead to."""

    def __init__(self, handbook: Handbook, targets: Targets) -> None:
        self._targets = targets
        self._unread = handbook.unread

    def typed(self, place: Place) -> Iterator[Reference]:
        """Yield the references that a node makes by its fields."""
        for written, refers in typed_references(place.node):
            address = _typed_address(written.text, refers.kinds, place.document)
            yield self._by_field(written, address, refers.kinds, place)
        if isinstance(place.node, When):
            written = Written(place.node, "outcome", None, place.node.outcome)
            address = f"{place.node.decision}#{place.node.outcome}"
            yield self._by_field(written, address, ("outcome",), place)

    def in_prose(self, passage: Passage) -> Iterator[Reference]:
        """Yield the references that stand in a prose."""
        place = passage.place
        for mark in passage.marks:
            if isinstance(mark, ReferenceMark):
                address = _in_document(mark.target, place.document)
                cited = ("text", passage.written, mark.start, mark.end, address, place.source, (), mark.words)
                yield Reference(*cited, **self._leading(address, (), place))

    def _by_field(self, written: Written, address: str, wanted: tuple[str, ...], place: Place) -> Reference:
        leading = self._leading(address, wanted, place)
        return Reference(written.field, written, 0, len(written.text), address, place.source, wanted, **leading)

    def _leading(self, address: str, wanted: tuple[str, ...], place: Place) -> _Leading:
        """Return what a reference leads to, or may lead to."""
        found = self._targets.find(address)
        if found is None:
            candidates = self._candidates(address, wanted, place.document)
            return {"candidates": candidates, "unread": file_of(address) in self._unread}
        if not is_of_kind(found, wanted):
            return {"candidates": (found,)}
        return {"target": found, "by_alias": address not in self._targets.by_address}

    @cached_property
    def _by_identifier(self) -> Mapping[str, Sequence[Target]]:
        found: defaultdict[str, list[Target]] = defaultdict(list)
        for target in self._targets.by_address.values():
            found[target.anchor or target.address].append(target)
        return found

    def _candidates(self, address: str, wanted: tuple[str, ...], document: Document | None) -> tuple[Target, ...]:
        """Return what bears a bare word as its identifier: in the document at hand, otherwise anywhere."""
        fitting = [target for target in self._by_identifier.get(address, ()) if is_of_kind(target, wanted)]
        here = [target for target in fitting if document is not None and target.document is document]
        return tuple(here or fitting)


def by_place(references: Iterable[Reference]) -> Mapping[str, Sequence[Reference]]:
    """Return references by the document into which they lead, or by the entry, given by the name of either."""
    found: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        if reference.target is not None:
            found[_place(reference.target.address)].append(reference)
    return found


class Backlinks(Mapping[str, tuple[Reference, ...]]):
    """The references to each target, by its address, in reading order.

    Those of a document are put together when somebody asks for one of them: a page asks for those of a single document,
    and thousands of documents have hundreds of thousands.
    """

    def __init__(self, files: Iterable[Mapping[str, Sequence[Reference]]]) -> None:
        """Take the references of each file, by the place into which they lead."""
        self._by_place: defaultdict[str, list[Sequence[Reference]]] = defaultdict(list)
        for place, leading in chain.from_iterable(file.items() for file in files):
            self._by_place[place].append(leading)
        self._known: dict[str, Mapping[str, tuple[Reference, ...]]] = {}

    def __getitem__(self, address: str) -> tuple[Reference, ...]:
        return self._into(_place(address))[address]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._into, self._by_place))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _into(self, place: str) -> Mapping[str, tuple[Reference, ...]]:
        """Return the references that lead into a place, by their addresses."""
        if place not in self._known:
            found: defaultdict[str, list[Reference]] = defaultdict(list)
            for reference in chain.from_iterable(self._by_place.get(place, ())):
                if reference.target is not None:
                    found[reference.target.address].append(reference)
            self._known[place] = {address: tuple(leading) for address, leading in found.items()}
        return self._known[place]


def is_of_kind(target: Target, wanted: tuple[str, ...]) -> bool:
    """Tell whether a target is of one of the wanted kinds; nothing wanted means any."""
    return not wanted or target.kind in wanted or ("provision" in wanted and target.kind in CITABLE)


def _typed_address(text: str, kinds: tuple[str, ...], document: Document | None) -> str:
    namespace = kinds[0]
    return f"{namespace}:{text}" if namespace in _NAMESPACES else _in_document(text, document)


def _in_document(text: str, document: Document | None) -> str:
    return f"{document.id}{text}" if text.startswith("#") and document is not None else text


def _place(address: str) -> str:
    return address.partition("#")[0]


def file_of(address: str) -> str:
    """Return what `Handbook.unread` calls the file that an address leads into.

    That is the identifier of a document or a source, a kind of register, or `handbook` for the settings.
    """
    namespace, colon, _ = address.partition(":")
    return _FILES.get(namespace, "") if colon else address.partition("#")[0]
