"""Reviews that come up."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook

AHEAD = datetime.timedelta(days=60)
"""How long before its day a review is told: time for two meetings of a governing body."""


class ReviewDueSoon(Check):
    """A document that is due for review within 60 days.

    Why it matters: a review takes weeks, since those who approve it meet once in half a term. The document holds until
    somebody has looked at it; from the day after its date, it is told as overdue.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          status: model
        > review-by: 2026-12-15
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are switched off.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          status: model
          review-by: 2099-12-15
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are switched off.
    """

    name: ClassVar[str] = "review-due-soon"
    code: ClassVar[str] = "D08"
    severity: ClassVar[Severity] = Severity.NOTE

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each document that holds and whose day is near."""
        for document in linked.handbook.documents:
            if document.status in {"model", "in-force"} and document.review_by:
                left = document.review_by - circumstances.today
                if datetime.timedelta(0) <= left <= AHEAD:
                    days = f"in {left.days} days" if left.days > 1 else ("tomorrow" if left.days else "today")
                    yield cls.found(
                        f"{subject(linked.target_of(document))} is due for review {days}.",
                        document.location("review_by"),
                        "Begin the review, and give it its next date when it is done.",
                    )
