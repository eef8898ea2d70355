"""Variables that the handbook does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import closest
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.letter import Letter


class UnknownVariable(Check):
    """A variable that `handbook.yml` does not declare.

    Why it matters: the braces would be printed, since nothing says what to put in their place.

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
        >         text: Staff of {{school}} must keep their phones off.

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
                  text: Staff of {{school-name}} must keep their phones off.
    """

    name: ClassVar[str] = "unknown-variable"
    code: ClassVar[str] = "E12"
    told_once_in = "handbook"
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each use; in a letter braces hold blanks, which have a check of their own."""
        known = [variable.id for variable in linked.handbook.settings.variables]
        in_letters = {id(node) for letter in linked.handbook.of_kind(Letter) for node in linked.handbook.within(letter)}
        for use in linked.variables:
            if not (use.known or use.blank or id(use.written.node) in in_letters):
                yield cls.found(f"No variable is called “{use.name}”.", use.location, _remedy(use.name, known))


def _remedy(name: str, known: list[str]) -> str:
    near = closest(name, known)
    declare = "declare it under variables: in policies/handbook.yml"
    return f"Write {{{{{near}}}}}, or {declare}." if near else f"{declare.capitalize()}."
