"""References to what is not agreed yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.checks.unread import has_lost
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.document import Document


class ReferenceToDraft(Check):
    """A reference from a document that holds to one that is still a draft.

    Why it matters: the rule binds its readers to a text that nobody has approved, and that may change or never come.

    Refused:

        # policies/schools/forms/spare-key.yml
          form: spare-key
          title: Spare key
          part: schools
          status: draft
          keep: {where: the school office, until: the key is back}
          sections:
            - title: About you
              fields:
                - {id: full-name, label: Full name, type: name}
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          status: model
          review-by: 2099-09-01
          sections:
            - id: lessons
              title: In lessons
        >     introduction: Whoever needs the key of a locker fills in the [[spare-key]].

    Accepted:

        # policies/schools/forms/spare-key.yml
          form: spare-key
          title: Spare key
          part: schools
          owner: headteacher
          status: model
          review-by: 2099-09-01
          keep: {where: the school office, until: the key is back}
          sections:
            - title: About you
              fields:
                - {id: full-name, label: Full name, type: name}
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          status: model
          review-by: 2099-09-01
          sections:
            - id: lessons
              title: In lessons
              introduction: Whoever needs the key of a locker fills in the [[spare-key]].
    """

    name: ClassVar[str] = "reference-to-draft"
    code: ClassVar[str] = "C12"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("status",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each such reference; what is replaced may name the draft that will take its place."""
        for reference in linked.references:
            target = reference.target
            if target is None or reference.kind == "replaced_by" or not _holds(reference.source):
                continue
            if target.document and _is_draft(linked, target.document):
                help_ = "Wait until it is agreed, or take the reference out until then."
                yield cls.found(f"{subject(target)} is still a draft.", reference.location, help_)


def _is_draft(linked: LinkedHandbook, document: Document) -> bool:
    """Whether a document says, or means by leaving it out, that it is a draft; what it says may have been lost."""
    return document.status == "draft" and not has_lost(linked.handbook, document, ("status",))


def _holds(target: Target | None) -> bool:
    """Whether something stands in a document that is no draft, and not withdrawn."""
    return bool(target and target.document and target.document.status in {"model", "in-force"})
