"""The index of a book: terms, topics, laws, roles and platforms, with the places where each is met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from policywright.linking import LinkedHandbook
from policywright.linking.linked import Target
from policywright.model.node import Node
from policywright.model.policy import Policy
from policywright.model.registers import Entry, Law, Platform, Role, Term, Topic
from policywright.model.walk import children
from policywright.render.print_medium import PrintMedium, pages_of

FIGURES = "0 to 9"
"""What stands above the words that begin with a figure."""

MOST_PLACES = 24
"""What is met in more places than this is met everywhere, so that only the documents are worth naming."""

_KINDS: tuple[type[Entry], ...] = (Term, Topic, Law, Role, Platform)
_CITING = frozenset({"document", "section", "annex", "clause", "point", "question", "outcome", "condition"})


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of the index: its words, where these are explained and met, and under which other words the rest stands.

    `explained` and `met` are anchors.
    """

    words: str
    explained: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    see: str = ""

    @property
    def has_pages(self) -> bool:
        """Whether anything stands under these words themselves."""
        return bool(self.explained or self.met)

    @property
    def pages(self) -> Markup:
        """The numbers of the pages, in order."""
        return pages_of(self.explained, self.met)

    @property
    def letter(self) -> str:
        """The letter under which it stands; figures stand together before all letters."""
        return self.words[0].upper() if self.words[0].isalpha() else FIGURES


def index(linked: LinkedHandbook, documents: Collection[str]) -> list[tuple[str, list[IndexEntry]]]:
    """Return the index of some documents, by letter."""
    entries = sorted(_entries(linked, documents), key=lambda entry: (entry.letter != FIGURES, entry.words.casefold()))
    return [(letter, list(_merged(found))) for letter, found in groupby(entries, key=lambda entry: entry.letter)]


def _merged(entries: Iterable[IndexEntry]) -> Iterator[IndexEntry]:
    """Yield entries in order; the same words stand once, with all their pages and all that they lead to."""
    for _, found in groupby(entries, key=lambda entry: entry.words.casefold()):
        alike = sorted(found, key=lambda entry: not entry.has_pages)
        yield IndexEntry(
            alike[0].words,
            tuple(anchor for entry in alike for anchor in entry.explained),
            tuple(dict.fromkeys(anchor for entry in alike for anchor in entry.met)),
            "; ".join(dict.fromkeys(entry.see for entry in alike if entry.see)),
        )


def _entries(linked: LinkedHandbook, documents: Collection[str]) -> Iterator[IndexEntry]:
    met = _places(linked, documents)
    for kind in _KINDS:
        for entry in linked.handbook.entries(kind):
            target = linked.target_of(entry)
            if places := met.get(target.address):
                explained = [] if kind is Topic else [target]
                yield IndexEntry(target.title, _anchors(explained), _anchors(_few(linked, places)))
                yield from (IndexEntry(words, see=target.title) for words in _other_words(entry))


def _other_words(entry: Entry) -> Iterable[str]:
    """Return the words under which readers look for an entry too."""
    match entry:
        case Term(acronym=str() as acronym):
            return (acronym,)
        case Topic(synonyms=words) | Law(also=words) | Platform(formerly_called=words):
            return words
    return ()


def _anchors(targets: Iterable[Target]) -> tuple[str, ...]:
    return tuple(PrintMedium().anchor(target) for target in targets)


def _few(linked: LinkedHandbook, places: Mapping[str, Target]) -> Iterable[Target]:
    """Return the places themselves, or of too many the documents that hold them."""
    if len(places) <= MOST_PLACES:
        return places.values()
    documents = {target.document.id: target.document for target in places.values() if target.document}
    return map(linked.target_of, documents.values())


def _places(linked: LinkedHandbook, documents: Collection[str]) -> Mapping[str, Mapping[str, Target]]:
    """Return where each entry is met in some documents, by the addresses of both."""
    found: defaultdict[str, dict[str, Target]] = defaultdict(dict)
    for reference in linked.references:
        source = reference.source
        if reference.target and source and source.document and source.document.id in documents:
            place = _citing(source)
            found[reference.target.address][place.address] = place
    policies = (policy for policy in linked.handbook.of_kind(Policy) if policy.id in documents)
    around = dict(pair for policy in policies for pair in _around(linked, policy, linked.target_of(policy)))
    for use in linked.terms:
        if holder := around.get(id(use.written.node)):
            place = _citing(holder)
            found[use.target.address][place.address] = place
    return found


def _citing(target: Target) -> Target:
    """Return the nearest thing around a target that has a place of its own on paper."""
    return target if target.kind in _CITING or target.parent is None else _citing(target.parent)


def _around(linked: LinkedHandbook, node: Node, around: Target) -> Iterator[tuple[int, Target]]:
    """Yield each node of a document with what it stands in."""
    own = linked.by_node.get(id(node), around)
    yield id(node), own
    for child in children(node):
        yield from _around(linked, child, own)
