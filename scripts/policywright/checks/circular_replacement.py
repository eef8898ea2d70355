"""Things that replace one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.succession import Step, steps
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.circles import circles
from policywright.linking.linked import LinkedHandbook


class CircularReplacement(Check):
    """Documents, provisions or laws of which each is replaced by the next, and the last by the first.

    Why it matters: a reader who comes to a withdrawn rule is sent on to what holds in its place. Here nothing holds.

    Refused:

        # policies/registers/laws.yml
          register: laws
          entries:
            - id: data-protection-act-1998
              title: Data Protection Act 1998
              replaced-by: data-protection-act-2018
            - id: data-protection-act-2018
              title: Data Protection Act 2018
        >     replaced-by: data-protection-act-1998

    Accepted:

        # policies/registers/laws.yml
          register: laws
          entries:
            - id: data-protection-act-1998
              title: Data Protection Act 1998
              replaced-by: data-protection-act-2018
            - id: data-protection-act-2018
              title: Data Protection Act 2018
    """

    name: ClassVar[str] = "circular-replacement"
    code: ClassVar[str] = "C24"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each circle, at the replacement that closes it."""
        for circle in circles(_replacements(linked)):
            *others, last = circle
            told = " is replaced by ".join([*(step.start for step in circle), last.end])
            related = [Related(f"{step.start} is replaced by {step.end}.", step.location) for step in others]
            yield cls.found(
                f"Nothing holds in the end: {told}.",
                last.location,
                "Name what holds today, or take the line out.",
                related,
            )


def _replacements(linked: LinkedHandbook) -> Iterator[Step]:
    """Yield each replacement of a thing by another; one that names itself is told as a reference to itself."""
    return (step for step in steps(linked, "replaced_by") if step.start != step.end)
