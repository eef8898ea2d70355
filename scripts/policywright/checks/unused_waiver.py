"""Waivers that let nothing pass."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.unread import is_whole
from policywright.checks.waivers import lets_pass, waivers
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook


class UnusedWaiver(Check):
    """A waiver where its check finds nothing.

    Why it matters: the fault has been mended, or the waiver stands in the wrong place. Left there, it would let the
    next fault of its kind pass unseen.

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
                  text: Answer a parent's message within two school days.
                  accept:
        >           - check: vague-deadline
                      because: The governing body will settle the figure in spring.
                      until: 2027-06-30

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

    name: ClassVar[str] = "unused-waiver"
    code: ClassVar[str] = "D12"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each waiver that still lasts and covers nothing, once all checks have had their turn."""
        if circumstances.found is None:
            return
        for placed in waivers(linked.handbook):
            waiver = placed.waiver
            lasts = waiver.until >= circumstances.today and waiver.check in circumstances.checks
            whole = is_whole(linked.handbook, placed.span)
            if lasts and whole and not any(lets_pass(placed, diagnostic) for diagnostic in circumstances.found):
                yield cls.found(
                    f"This waiver lets nothing pass: {waiver.check} finds nothing here.",
                    waiver.location("check"),
                    "Take the waiver out, or move it to the place that needs it.",
                )
