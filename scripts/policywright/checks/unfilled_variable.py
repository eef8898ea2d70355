"""Variables without words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook


class UnfilledVariable(Check):
    """A variable that is used and has no default.

    Why it matters: the handbook would be published with a gap in the middle of a sentence.

    Refused:

        # policies/handbook.yml
          handbook: example
          title: Example
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
          variables:
            - id: school-name
              about: The name of the school
              default: the school
        >   - id: school-telephone
              about: The telephone number of the school
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
                  text: Staff must ring {{school-telephone}} when they are late.

    Accepted:

        # policies/handbook.yml
          handbook: example
          title: Example
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
          variables:
            - id: school-name
              about: The name of the school
              default: the school
            - id: school-telephone
              about: The telephone number of the school
              default: the school's telephone number
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
                  text: Staff must ring {{school-telephone}} when they are late.
    """

    name: ClassVar[str] = "unfilled-variable"
    code: ClassVar[str] = "E01"
    misses = ("default",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each variable that leaves gaps, where it is declared."""
        if linked.handbook.adoption:
            return
        for variable in linked.handbook.settings.variables:
            gaps = [use for use in linked.variables if use.name == variable.id and use.known and use.value is None]
            if gaps:
                yield cls.found(
                    f"The variable “{variable.id}” is used and has no words to put in its place.",
                    variable.location("id"),
                    "Give it a default: that reads well until the adopter's own words take its place.",
                    [Related("It is used here.", use.location) for use in gaps],
                )
