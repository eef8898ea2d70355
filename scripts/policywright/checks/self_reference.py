"""References to the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook


class SelfReference(Check):
    """A provision that refers to itself.

    Why it matters: a reader who follows the reference comes back to the words just read; mostly another
    provision was meant.

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
        >         text: Staff must keep their phones off, except as [[#phones-off]] says.
                - id: emergencies
                  text: In an emergency anyone may use a phone.

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
                  text: Staff must keep their phones off, except as [[#emergencies]] says.
                - id: emergencies
                  text: In an emergency anyone may use a phone.
    """

    name: ClassVar[str] = "self-reference"
    code: ClassVar[str] = "C07"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each reference from a target to itself."""
        for reference in linked.references:
            if reference.target and reference.target is reference.source:
                yield cls.found(
                    f"{subject(reference.target)} refers to itself.",
                    reference.location,
                    "Refer to the provision that was meant, or take the reference out.",
                )
