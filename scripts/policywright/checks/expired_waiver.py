"""Waivers whose last day has passed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.waivers import waivers
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook


class ExpiredWaiver(Check):
    """A waiver whose last day has passed.

    Why it matters: a waiver lets a finding pass for a while, so that somebody looks at it again. Once its day has
    passed it lets nothing pass any more, and the finding is back.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: reply
                  duty: must
                  actors: [staff]
                  text: Answer a parent's message as soon as possible.
                  accept:
                    - check: vague-deadline
                      because: The governing body will settle the figure in spring.
        >             until: 2026-06-30

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: reply
                  duty: must
                  actors: [staff]
                  text: Answer a parent's message as soon as possible.
                  accept:
                    - check: vague-deadline
                      because: The governing body will settle the figure in spring.
                      until: 2027-06-30
    """

    name: ClassVar[str] = "expired-waiver"
    code: ClassVar[str] = "D11"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each waiver that has run out."""
        for placed in waivers(linked.handbook):
            waiver = placed.waiver
            if waiver.until < circumstances.today and waiver.check in circumstances.checks:
                yield cls.found(
                    f"The waiver of {waiver.check} ended on {waiver.until.isoformat()}.",
                    waiver.location("until"),
                    "Mend what it let pass and take the waiver out, or agree on a later last day.",
                )
