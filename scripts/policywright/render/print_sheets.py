"""Sheets: what applies to each role, and what a part of the handbook asks of somebody on a first day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from policywright.linking import LinkedHandbook
from policywright.linking.gathering.excerpts import Excerpt, excerpts
from policywright.linking.gathering.role_sheet import Sheet
from policywright.linking.linked import Reference, Target
from policywright.model.document import Document
from policywright.model.handbook import DayOne, Part
from policywright.model.policy import Provision
from policywright.model.registers import Role
from policywright.model.vocabulary import Duty
from policywright.render import print_names
from policywright.render.page import PrintDocument
from policywright.render.print_edition import Editions
from policywright.render.print_medium import PrintMedium
from policywright.render.templates import Setting


@dataclass(frozen=True)
class FirstDay:
    """The sheet for a first day: its rules by how they bind, strictest first, whom to tell, and where they stand."""

    part: Part
    wanted: DayOne
    rules: Mapping[Duty | None, Sequence[Excerpt]]
    tell: tuple[Role, ...]
    documents: tuple[Document, ...]


def sheets(linked: LinkedHandbook, editions: Editions, roles: Iterable[Sheet]) -> Iterator[PrintDocument]:
    """Yield the sheet for the first day in each part that has one, then the sheet of each role."""
    for part in linked.handbook.settings.parts:
        if part.day_one is not None:
            yield _first_day(linked, editions, part, part.day_one)
    for sheet in roles:
        yield _role(linked, editions, sheet)


def _first_day(linked: LinkedHandbook, editions: Editions, part: Part, wanted: DayOne) -> PrintDocument:
    """Return the sheet for a first day, which has a single page."""
    edition = editions.sheet(f"On your first day: {linked.target_of(part).title}", "The rules that bind everybody")
    sheet = first_day(linked, part, wanted)
    html = Setting(linked, PrintMedium(frozenset())).fill("print/day-one.html", edition=edition, sheet=sheet)
    return PrintDocument(
        print_names.of_day_one(part.id),
        edition.file_title,
        str(html),
        most_pages=1,
        shorten=f"take rules off the list at {wanted.location('rules')}",
        properties=edition.properties,
        sources=editions.sources.of(sheet.documents),
    )


def first_day(linked: LinkedHandbook, part: Part, wanted: DayOne) -> FirstDay:
    """Return what stands on the sheet for a first day; what leads nowhere, or no longer holds, is left out."""
    rules = tuple(_named(linked, wanted, "rules"))
    found = [excerpt for rule in rules for excerpt in _excerpts(linked, rule)]
    by_duty = {duty: [one for one in found if one.duty == duty] for duty in (*get_args(Duty), None)}
    documents = {one.target.document.id: one.target.document for one in found if one.target.document}
    return FirstDay(
        part,
        wanted,
        {duty: excerpts for duty, excerpts in by_duty.items() if excerpts},
        tuple(role.node for role in _named(linked, wanted, "tell") if isinstance(role.node, Role)),
        tuple(documents.values()),
    )


def _excerpts(linked: LinkedHandbook, rule: Target) -> Iterator[Excerpt]:
    """Yield a rule in its own words, after those with which its sentence begins."""
    clause = rule
    while clause.parent and isinstance(clause.parent.node, Provision):
        clause = clause.parent
    if isinstance(clause.node, Provision):
        yield from excerpts(linked, (clause.node,), lambda target: _is_within(target, rule))


def _is_within(target: Target, rule: Target) -> bool:
    return target is rule or (target.parent is not None and _is_within(target.parent, rule))


def _named(linked: LinkedHandbook, wanted: DayOne, field: str) -> Iterator[Target]:
    """Yield what a list of references names."""
    for item in range(len(getattr(wanted, field))):
        marks = linked.marks_in(wanted, field, item)
        yield from (mark.target for mark in marks if isinstance(mark, Reference) and mark.target is not None)


def _role(linked: LinkedHandbook, editions: Editions, sheet: Sheet) -> PrintDocument:
    edition = editions.sheet(f"What applies to {sheet.role.title}", f"All that binds {sheet.role.title}")
    html = Setting(linked, PrintMedium(frozenset())).fill(
        "print/role-sheet.html", edition=edition, sheet=sheet, about=sheet.role.node
    )
    return PrintDocument(
        print_names.of_role(sheet.role.anchor),
        edition.file_title,
        str(html),
        properties=edition.properties,
        sources=editions.sources.of(sheet.policies),
    )
