"""Documents that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import identifier_location, named
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook


class MissingOwner(Check):
    """A document that is no longer a draft and has no owner.

    Why it matters: nobody is told when it is due for review, and a reader does not know whom to ask.

    Refused:

        # policies/schools/phones.yml
        > policy: phones
          title: Mobile telephones
          part: schools
          status: model
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff keep their phones off.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          status: model
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff keep their phones off.
    """

    name: ClassVar[str] = "missing-owner"
    code: ClassVar[str] = "D10"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("owner",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each such document."""
        for target in linked.targets.values():
            document = target.document
            if (
                target.kind == "document"
                and document
                and not document.owner
                and document.status in {"model", "in-force"}
            ):
                yield cls.found(
                    f"The {named(target)} has no owner.",
                    identifier_location(target),
                    "Write owner: and the role that answers for it, such as owner: headteacher.",
                )
