"""Groups of people that include one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.succession import steps
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.circles import circles
from policywright.linking.linked import LinkedHandbook


class CircularRole(Check):
    """Roles of which each belongs to the next, and the last to the first.

    Why it matters: what binds a group binds everybody in it. In a circle, every rule for one of the groups lands on the
    sheets of all of them.

    Refused:

        # policies/registers/more/roles.yml
          register: roles
          entries:
            - id: teachers
              title: Teachers
              includes: [supply-teachers]
            - id: supply-teachers
              title: Supply teachers
        >     includes: [teachers]

    Accepted:

        # policies/registers/more/roles.yml
          register: roles
          entries:
            - id: teachers
              title: Teachers
              includes: [supply-teachers]
            - id: supply-teachers
              title: Supply teachers
    """

    name: ClassVar[str] = "circular-role"
    code: ClassVar[str] = "C25"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each circle, at the group that closes it."""
        for circle in circles(steps(linked, "includes")):
            *others, last = circle
            told = " includes ".join([*(step.start for step in circle), last.end])
            related = [Related(f"{step.start} includes {step.end}.", step.location) for step in others]
            yield cls.found(
                f"These roles include one another, in a circle: {told}.",
                last.location,
                f"Take {last.end} out here, or break the circle at another place.",
                related,
            )
