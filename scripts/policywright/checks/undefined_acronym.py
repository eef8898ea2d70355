"""Acronyms without a meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.unread import may_hold
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.registers import Entry, Law, Platform, Role, Term

_ACRONYM = re.compile(r"\b(?P<acronym>[A-Z]{2,}(?:[&/-][A-Z]+)*)s?\b(?!\d)")

_ORDINARY = frozenset({"UK", "EU", "PDF", "TV", "DVD", "CD", "OK", "II", "III", "IV"})
"""Everybody knows these without a glossary, or they are numbers."""

_UNFINISHED = frozenset({"TODO", "TBA", "TBC", "TBD", "FIXME", "XXX"})
"""These say that something is still to be written, which another check tells."""


class UndefinedAcronym(Check):
    """An acronym that no register explains.

    Why it matters: whoever is new to the organisation cannot read the rule.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
                  duty: must
                  actors: [staff]
        >         text: Staff must tell the LADO about every message from a pupil.

    Accepted:

        # policies/registers/glossary.yml
          register: glossary
          entries:
            - id: local-authority-designated-officer
              term: local authority designated officer
              acronym: LADO
              definition: The officer of the council who deals with allegations against staff.
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
                  duty: must
                  actors: [staff]
                  text: Staff must tell the LADO about every message from a pupil.
    """

    name: ClassVar[str] = "undefined-acronym"
    code: ClassVar[str] = "F11"
    severity: ClassVar[Severity] = Severity.WARNING
    told_once_in = "handbook"
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each place of each acronym."""
        known = {*_ORDINARY, *_UNFINISHED, *_explained(linked)}
        for prose in linked.plain_prose:
            for match in _ACRONYM.finditer(prose.words):
                acronym = match["acronym"]
                if acronym not in known and not may_hold(linked.handbook, [acronym]):
                    yield cls.found(
                        f"No register says what {acronym} means.",
                        prose.location(match, "acronym"),
                        f"Write it out, or enter it in the glossary with acronym: {acronym}.",
                    )


def _explained(linked: LinkedHandbook) -> Iterator[str]:
    """Yield every acronym within a name of a register's entry."""
    for entry in linked.handbook.entries(Entry):
        for name in _names(entry):
            yield from (match["acronym"] for match in _ACRONYM.finditer(name))


def _names(entry: Entry) -> tuple[str, ...]:
    match entry:
        case Role():
            return (entry.title, *entry.synonyms)
        case Term():
            return (entry.term, entry.acronym or "", *entry.also)
        case Law():
            return (entry.title, *entry.also)
        case Platform():
            return (entry.title, *entry.formerly_called)
        case _:
            return (entry.name,)
