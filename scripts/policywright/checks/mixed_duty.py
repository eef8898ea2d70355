"""Clauses that mix two strengths of duty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.wording import wordings
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook


class MixedDuty(Check):
    """A clause whose own words have two strengths, such as "must" and "should".

    Why it matters: a clause has one duty, shown beside it. A reader who sees "must" there takes the whole clause as
    binding; a reader who sees "should" takes none of it so. What has two strengths is two clauses, or a clause and its
    points.

    "Must" and "must not" are of one strength. Words that only say whom or what a rule is about, as in "anybody who
    must know", do not count.

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
                - id: put-away
                  duty: must
                  actors: [staff]
                  text: |
                    Staff must put their own telephones away in lessons,
        >           and they should switch them off.

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
                - id: put-away
                  duty: must
                  actors: [staff]
                  text: Staff must put their own telephones away in lessons and must not take them out again.
                  points:
                    - id: switch-off
                      duty: should
                      text: They should switch them off.
    """

    name: ClassVar[str] = "mixed-duty"
    code: ClassVar[str] = "F21"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("duty",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding at the first word whose strength differs."""
        for wording in wordings(linked):
            odd, kind, duty = wording.odd_words, wording.target.kind, wording.target.duty
            if odd:
                rest = f"the {kind}, which is marked {duty} and says so elsewhere" if duty else "the words before it"
                yield cls.found(
                    f"“{odd.text}” is of another strength than {rest}.",
                    odd.location,
                    f"Give what follows “{odd.text}” a clause or point of its own, with its own duty.",
                )
