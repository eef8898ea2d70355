"""Laws that the register does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import named, written_as
from policywright.checks.nearest import nearest
from policywright.checks.unresolved import unresolved
from policywright.diagnostics import Diagnostic, Location
from policywright.linking.linked import LinkedHandbook
from policywright.model.registers import Law, Laws

_END_OF_LAW = re.compile(r"(?:Act|Regulations?|Order|Measure|Rules)\s+\d{4}\b")
_LAW = re.compile(
    r"(?:\b(?:The|Under|See|In|By|Both|With|As|Since|Although)\s+(?:the\s+)?)?"
    r"(?P<name>\b[A-Z][\w\u2019'-]*(?:,?\s+(?:[A-Z(][\w\u2019')-]*|and|of|the|for|to|in|on|etc))*?"
    rf"\s+{_END_OF_LAW.pattern})"
)


class UnknownLaw(Check):
    """A law that the register of laws does not have, by reference or by its name with a year.

    Why it matters: a wrong year or a law that was never enacted makes the whole policy doubtful. The
    register holds each law's exact title once.

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
        >         text: Staff must keep records as the Data Protection Act 1999 asks.

    Accepted:

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
                  text: Staff must keep records as the Data Protection Act 2018 asks.
    """

    name: ClassVar[str] = "unknown-law"
    code: ClassVar[str] = "C20"
    told_once_in = "handbook"
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each reference and each name that leads to no entry of the register."""
        for reference in unresolved(linked, circumstances):
            if reference.address.startswith("law:"):
                near = [f"{written_as(law, reference)} for {named(law)}" for law in nearest(linked, reference)]
                yield cls.found(_message(reference.address.removeprefix("law:")), reference.location, _remedy(near))
        holding = [law.title for law in linked.handbook.entries(Law) if not law.replaced_by]
        if "laws" not in linked.handbook.unread and not _lacks_a_title(linked):
            for name, location in _unknown_names(linked):
                yield cls.found(_message(name), location, _remedy(get_close_matches(name, holding, n=2)))


def _lacks_a_title(linked: LinkedHandbook) -> bool:
    """Whether the title of some law could not be read, which may be the one that is named."""
    laws = {register.origin.source.file for register in linked.handbook.registers if isinstance(register, Laws)}
    return any("title" in lost.keys and lost.within.file in laws for lost in linked.handbook.lost)


def _message(name: str) -> str:
    return f"The register of laws has no “{name}”."


def _remedy(near: list[str]) -> str:
    first = f"Write {', or '.join(near)}; or enter" if near else "Enter"
    return f"{first} the law, with its exact title, in the register of laws."


def _unknown_names(linked: LinkedHandbook) -> Iterator[tuple[str, Location]]:
    known = tuple(name.casefold() for law in linked.handbook.entries(Law) for name in (law.title, *law.also))
    for prose in linked.plain_prose:
        for match in _LAW.finditer(prose.words) if _END_OF_LAW.search(prose.words) else ():
            name = " ".join(match["name"].split())
            if not name.casefold().endswith(known):
                yield name, prose.location(match, "name")
