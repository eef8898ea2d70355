"""Variables that nothing uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import closest
from policywright.checks.unread import may_hold
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook


class UnusedVariable(Check):
    """A variable that no text uses.

    Why it matters: every organisation that takes the handbook over is asked for a value, looks it up, and nobody ever
    reads it. Often the text says in plain words what the variable was made for.

    Refused:

        # policies/handbook.yml
          handbook: example
          title: Example handbook
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
          variables:
            - id: school-name
              about: The name of the school
              default: the school
        >   - id: office-hours
              about: When the school office is open
              default: from 8 am to 4 pm

    Accepted:

        # policies/handbook.yml
          handbook: example
          title: Example handbook
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
          variables:
            - id: school-name
              about: The name of the school
              default: the school
            - id: office-hours
              about: When the school office is open
              default: from 8 am to 4 pm
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: The school office takes messages for pupils {{office-hours}}.
    """

    name: ClassVar[str] = "unused-variable"
    code: ClassVar[str] = "E13"
    severity: ClassVar[Severity] = Severity.WARNING
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each variable met nowhere; one that a misspelt name may mean is not told."""
        variables = linked.handbook.settings.variables
        used = {use.name for use in linked.variables}
        meant = {closest(use.name, (one.id for one in variables)) for use in linked.variables if not use.known}
        for variable in variables:
            if variable.id not in used | meant and not may_hold(linked.handbook, [variable.id]):
                yield cls.found(
                    f"Nothing uses the variable {variable.id}.",
                    variable.location("id"),
                    f"Write {{{{{variable.id}}}}} where its value belongs, or take the variable out.",
                )
