"""References to what no longer holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import named, subject, successor, written_as
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook, Reference, Target


class ReferenceToWithdrawn(Check):
    """A reference to something that is withdrawn.

    Why it matters: a reader would act on words that no longer hold.

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
        >         text: Staff must keep their phones off, as [[#old-rule]] says.
                - id: old-rule
                  status: withdrawn
                  replaced-by: "#new-rule"
                  text: Phones are left in the office.
                - id: new-rule
                  text: Phones are left in a locker.

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
                  text: Staff must keep their phones off, as [[#new-rule]] says.
                - id: old-rule
                  status: withdrawn
                  replaced-by: "#new-rule"
                  text: Phones are left in the office.
                - id: new-rule
                  text: Phones are left in a locker.
    """

    name: ClassVar[str] = "reference-to-withdrawn"
    code: ClassVar[str] = "C04"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each reference that holds to a target that does not."""
        for reference in linked.references:
            if reference.target and reference.target.withdrawn and _holds(reference):
                yield cls.found(
                    f"{subject(reference.target)} is withdrawn.",
                    reference.location,
                    _remedy(successor(linked, reference.target), reference),
                )


def _holds(reference: Reference) -> bool:
    """Withdrawn provisions may refer to one another, and editors' notes to anything."""
    return not (reference.source and reference.source.withdrawn) and reference.written.field != "editors_note"


def _remedy(heir: Target | None, reference: Reference) -> str:
    if heir is None:
        return "Take the reference out, or refer to what holds today."
    return f"Write {written_as(heir, reference)}: {named(heir)} took its place."
