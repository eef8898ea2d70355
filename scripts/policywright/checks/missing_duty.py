"""Clauses that command something and have no duty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.wording import PlacedWords, Wording, wordings
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.policy import Provision


class MissingDuty(Check):
    """A clause whose words ask something of somebody, and that has no duty.

    Why it matters: the duty makes the mark beside the clause, and puts the clause on the page of everybody who must
    keep it. Without it, a rule looks like a remark.

    A clause is excused when its points have duties of their own. Words in quotation marks, examples and notes are not
    looked at.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          applies-to: [staff]
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: put-away
                  text: |
        >           Staff must put their own telephones away in lessons.
                - id: pictures
        >         text: Never take a picture of a pupil with your own telephone.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          applies-to: [staff]
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: put-away
                  duty: must
                  text: |
                    Staff must put their own telephones away in lessons.
                - id: sum
                  text: Use of telephones in lessons is a common cause of complaint.
                - id: two-rules
                  text: "Staff who take pictures must:"
                  points:
                    - id: ask
                      duty: must
                      text: ask the parents first
    """

    name: ClassVar[str] = "missing-duty"
    code: ClassVar[str] = "F20"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("duty",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each outermost provision that commands without a duty."""
        told = set[int]()
        for wording in wordings(linked):
            command = _command_without_duty(wording)
            if id(wording.target.parent) in told:
                told.add(id(wording.target))
            elif command:
                told.add(id(wording.target))
                yield cls.found(
                    f"“{command.text}” asks something of somebody, but the {wording.target.kind} has no duty.",
                    command.location,
                    f"Add a line duty: {command.words.says}, or the duty that is meant.",
                )


def _command_without_duty(wording: Wording) -> PlacedWords | None:
    if wording.target.duty or wording.odd_words or _a_point_has_duty(wording.provision):
        return None
    return next((found for found in wording.words if found.words.commands), None)


def _a_point_has_duty(provision: Provision) -> bool:
    return any(point.duty or _a_point_has_duty(point) for point in provision.points)
