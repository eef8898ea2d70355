"""Defined terms that the glossary does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import named, written_as
from policywright.checks.nearest import nearest
from policywright.checks.unresolved import unresolved
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook, Reference, Target


class UndefinedTerm(Check):
    """A reference to a defined term that the glossary does not have.

    Why it matters: the reader is promised a definition, and there is none.

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
        >         text: Staff must answer within one [[term:workday|working day]].

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
                  text: Staff must answer within one [[term:working-day|working day]].
    """

    name: ClassVar[str] = "undefined-term"
    code: ClassVar[str] = "F05"
    told_once_in = "handbook"
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each such reference."""
        for reference in unresolved(linked, circumstances):
            if reference.address.startswith("term:"):
                yield cls.found(
                    f"The glossary does not define “{reference.address.removeprefix('term:')}”.",
                    reference.location,
                    _remedy(nearest(linked, reference), reference),
                )


def _remedy(near: list[Target], reference: Reference) -> str:
    choices = ", or ".join(f"{written_as(term, reference)} for {named(term)}" for term in near)
    return (
        f"Write {choices}; or define it in the glossary." if near else "Define it in the glossary, or use plain words."
    )
