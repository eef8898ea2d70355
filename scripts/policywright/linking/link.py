"""Linking a handbook, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from policywright.linking.linked import LinkedHandbook, Reference, TermUse, VariableUse
from policywright.linking.order import in_reading_order
from policywright.linking.passages import Place, adopter_places, passages, places
from policywright.linking.references import Resolver, backlinks
from policywright.linking.targets import find_targets
from policywright.linking.terms import TermFinder
from policywright.linking.uses import uses
from policywright.linking.variables import variables
from policywright.model.handbook import Handbook

Mark = Reference | VariableUse | TermUse


def link(handbook: Handbook) -> LinkedHandbook:
    """Put the documents in order, number and name everything, and find every reference, variable and defined term.

    It never fails: what leads nowhere is told by the checks.
    """
    handbook = replace(handbook, documents=in_reading_order(handbook.documents))
    targets = find_targets(handbook)
    found_places = tuple(places(handbook, targets.by_node))
    found_passages = tuple(passages(found_places))
    resolver = Resolver(handbook, targets)
    naming_places = (*found_places, *adopter_places(handbook))
    references = _in_reading_order(
        naming_places,
        chain.from_iterable(map(resolver.typed, naming_places)),
        chain.from_iterable(map(resolver.in_prose, found_passages)),
    )
    used_variables = tuple(variables(handbook, found_passages))
    terms = (target for target in targets.by_address.values() if target.kind == "term")
    used_terms = tuple(TermFinder(terms).uses(found_passages))
    return LinkedHandbook(
        handbook=handbook,
        targets=targets.by_address,
        aliases=targets.aliases,
        duplicates=tuple(targets.duplicates),
        references=references,
        backlinks=backlinks(references),
        uses=uses(handbook, references, targets.by_node),
        variables=used_variables,
        terms=used_terms,
        by_node=targets.by_node,
        by_text=_by_text((*references, *used_variables, *used_terms)),
    )


def _in_reading_order(places: Iterable[Place], *found: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return references in the order of the nodes that make them: those by fields, then those in prose."""
    order = {id(place.node): step for step, place in enumerate(places)}
    return tuple(sorted(chain(*found), key=lambda reference: order[id(reference.written.node)]))


def _by_text(found: Iterable[Mark]) -> dict[tuple[int, str, int | None], tuple[Mark, ...]]:
    """Return what was found in each prose, and what each typed field refers to, in order."""
    texts: defaultdict[tuple[int, str, int | None], list[Mark]] = defaultdict(list)
    for mark in found:
        written = mark.written
        texts[id(written.node), written.field, written.item].append(mark)
    return {text: tuple(sorted(marks, key=lambda mark: mark.start)) for text, marks in texts.items()}
