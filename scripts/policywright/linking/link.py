"""Linking a handbook, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from operator import is_

from policywright.linking.linked import LinkedHandbook, Reference, Target, TermUse, Use, VariableUse
from policywright.linking.order import in_reading_order
from policywright.linking.passages import Place, adopter_places, passages, places_in
from policywright.linking.plain_text import plain_text
from policywright.linking.references import Backlinks, Resolver, by_place
from policywright.linking.targets import Targets, targets_in, together
from policywright.linking.terms import TermFinder
from policywright.linking.uses import uses
from policywright.linking.variables import VariableFinder
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.node import Node

Mark = Reference | VariableUse | TermUse
_ByText = Mapping[tuple[int, str, int | None], tuple[Mark, ...]]


def link(handbook: Handbook) -> LinkedHandbook:
    """Put the documents in order, number and name everything, and find every reference, variable and defined term.

    It never fails: what leads nowhere is told by the checks.
    """
    return Linker().link(handbook)


class Linker:
    """Links a handbook again and again, as a preview does, and of its files only those that a change has touched."""

    def __init__(self) -> None:
        self._ground = _Ground(Handbook())
        self._known: Mapping[int, _File] = {}

    def link(self, handbook: Handbook) -> LinkedHandbook:
        """Return what the function `link` does."""
        handbook = replace(handbook, documents=in_reading_order(handbook.documents))
        ground = _Ground(handbook)
        before = self._known if ground.is_like(self._ground) else {}
        renamed = ground.renamed_since(self._ground)
        files = [_file(top, ground, before.get(id(top)), renamed) for top in handbook.tops]
        self._ground, self._known = ground, {id(file.top): file for file in files}
        targets = together(file.targets for file in files)
        resolver = Resolver(handbook, targets)
        finders = VariableFinder(handbook), TermFinder(_terms(targets))
        changed = _names_of_one_only(before, self._known)
        for file in files:
            if targets.duplicates or file.may_lead_elsewhere(changed):
                file.link(resolver, *finders)
        return _linked(handbook, files, targets, resolver)


class _Ground:
    """What the links of each file rest on besides the file itself and what its references lead to."""

    def __init__(self, handbook: Handbook) -> None:
        self.wording = plain_text(handbook)
        self.words = handbook.settings.words
        self._unread = handbook.unread
        self._nodes = (handbook.settings, *handbook.registers, *handbook.sources)

    def is_like(self, other: _Ground) -> bool:
        """Tell whether another is of the very same settings, registers and sources."""
        same = len(self._nodes) == len(other._nodes) and all(map(is_, self._nodes, other._nodes))
        return same and self._unread == other._unread

    def renamed_since(self, other: _Ground) -> frozenset[str]:
        """Return the names of the documents, and the addresses of entries, that another calls otherwise or has not."""
        return frozenset(name for name, _ in self.wording.names.items() ^ other.wording.names.items())


def _file(top: Node, ground: _Ground, known: _File | None, renamed: frozenset[str]) -> _File:
    """Return what is known of a file, or take it in anew if something in it is called otherwise."""
    if known and not known.cites(renamed):
        return known
    fresh = _File(top, ground)
    return known if known and known.titles == fresh.titles else fresh


class _File:
    """What linking found in a file: in the settings, a document, a register, a source or a hand-written page."""

    def __init__(self, top: Node, ground: _Ground) -> None:
        self.top = top
        self.targets = targets_in(top, ground.wording, ground.words)
        self.references: tuple[Reference, ...] = ()
        self.variables: tuple[VariableUse, ...] = ()
        self.terms: tuple[TermUse, ...] = ()
        self.by_text: _ByText = {}
        self.by_place: Mapping[str, Sequence[Reference]] = {}
        self.uses: Mapping[str, Use] = {}
        self._places = tuple(places_in(top, self.targets.by_node))
        self._passages = tuple(passages(self._places))
        self._is_settled = False
        self._cited: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What an address begins with that leads into a document."""
        return next(iter(self.targets.by_address), "")

    @property
    def titles(self) -> list[str]:
        """What everything in it is called that can be cited."""
        return [target.title for target in self.targets.by_node.values()]

    def cites(self, names: frozenset[str]) -> bool:
        """Tell whether a reference leads into one of some documents, given by their names, or to an entry."""
        return not self._cited.isdisjoint(names)

    def may_lead_elsewhere(self, changed: frozenset[str]) -> bool:
        """Tell whether a reference may lead to something else now that documents have changed, given by their names."""
        return not self._is_settled or self.cites(changed)

    def link(self, resolver: Resolver, variables: VariableFinder, terms: TermFinder) -> None:
        """Find what its texts refer to, and the variables and terms in them."""
        in_prose = chain.from_iterable(map(resolver.in_prose, self._passages))
        typed = chain.from_iterable(map(resolver.typed, self._places))
        self.references = _in_reading_order(self._places, typed, in_prose)
        self.variables = tuple(variables.uses(self._passages))
        self.terms = tuple(terms.uses(self._passages))
        self.by_text = _by_text(chain(self.references, self.variables, self.terms))
        self.by_place = by_place(self.references)
        if isinstance(self.top, Document):
            self.uses = uses(self.targets.by_node[id(self.top)], self.references)
        # What leads nowhere, or by a former name, may lead somewhere after a change of whatever document.
        self._is_settled = all(reference.target and not reference.by_alias for reference in self.references)
        self._cited = frozenset(reference.address.partition("#")[0] for reference in self.references)


def _names_of_one_only(before: Mapping[int, _File], now: Mapping[int, _File]) -> frozenset[str]:
    """Return the names of the files that are new, or are there no more; one that was written on is both."""
    return frozenset({**before, **now}[key].name for key in before.keys() ^ now.keys())


def _linked(handbook: Handbook, files: Sequence[_File], targets: Targets, resolver: Resolver) -> LinkedHandbook:
    """Return what was found in all files, as that of one handbook."""
    of_adopters = tuple(chain.from_iterable(map(resolver.typed, adopter_places(handbook))))
    references = (*chain.from_iterable(file.references for file in files), *of_adopters)
    by_text = dict(_by_text(of_adopters))
    for file in files:
        by_text.update(file.by_text)
    return LinkedHandbook(
        handbook=handbook,
        targets=targets.by_address,
        aliases=targets.aliases,
        duplicates=tuple(targets.duplicates),
        references=references,
        backlinks=Backlinks((*(file.by_place for file in files), by_place(of_adopters))),
        uses=_together(file.uses for file in files),
        variables=tuple(chain.from_iterable(file.variables for file in files)),
        terms=tuple(chain.from_iterable(file.terms for file in files)),
        by_node=targets.by_node,
        by_text=by_text,
    )


def _together(found: Iterable[Mapping[str, Use]]) -> Mapping[str, tuple[Use, ...]]:
    """Return what the documents use to decide, by address."""
    whole: defaultdict[str, tuple[Use, ...]] = defaultdict(tuple)
    for address, use in chain.from_iterable(of_document.items() for of_document in found):
        whole[address] += (use,)
    return dict(whole)


def _terms(targets: Targets) -> Iterable[Target]:
    return (target for target in targets.by_address.values() if target.kind == "term")


def _in_reading_order(places: Iterable[Place], *found: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return references in the order of the nodes that make them: those by fields, then those in prose."""
    order = {id(place.node): step for step, place in enumerate(places)}
    return tuple(sorted(chain(*found), key=lambda reference: order[id(reference.written.node)]))


def _by_text(found: Iterable[Mark]) -> _ByText:
    """Return what was found in each prose, and what each typed field refers to, in order."""
    texts: defaultdict[tuple[int, str, int | None], list[Mark]] = defaultdict(list)
    for mark in found:
        written = mark.written
        texts[id(written.node), written.field, written.item].append(mark)
    for marks in texts.values():
        if len(marks) > 1:
            marks.sort(key=lambda mark: mark.start)
    return {text: tuple(marks) for text, marks in texts.items()}
