"""Reviews that are due."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import identifier_location, named
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook


class OverdueReview(Check):
    """A document whose review date has passed, or that is in force without one.

    Why it matters: a rule that nobody has looked at for years may be wrong, and readers trust it all
    the same.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          status: in-force
        > review-by: 2026-09-01
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff keep their phones off.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          status: in-force
          review-by: 2027-09-01
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff keep their phones off.
    """

    name: ClassVar[str] = "overdue-review"
    code: ClassVar[str] = "D07"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("review-by",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each document that is in force or a model and whose day has passed or is not set."""
        for target in linked.targets.values():
            document = target.document
            if target.kind != "document" or document is None or document.status not in {"model", "in-force"}:
                continue
            if document.review_by is None:
                if document.status == "in-force":
                    yield cls.found(
                        f"The {named(target)} is in force and has no date for its review.",
                        identifier_location(target),
                        "Write review-by: and a date, such as review-by: 2027-09-01.",
                    )
            elif document.review_by < circumstances.today:
                yield cls.found(
                    f"The review of {named(target)} was due on {document.review_by.isoformat()}.",
                    document.location("review_by"),
                    "Review it, then give the date of the next review.",
                )
