"""Forms, letters, checklists and decisions that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import identifier_location, named
from policywright.checks.unread import may_hold
from policywright.checks.unresolved import perhaps_meant
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.document import Document
from policywright.model.letter import Letter
from policywright.model.policy import Policy


class OrphanDocument(Check):
    """A form, letter, checklist or decision that nothing refers to.

    Why it matters: it is used when a rule, a decision or another document sends somebody to it;
    otherwise nobody knows that it is there, or when to use it. Policies need no reference, since
    readers choose them from the contents, and a letter may say `when:` it is sent.

    Refused:

        # policies/schools/forms/locker.yml
        > form: locker
          title: Request for a locker
          part: schools
          sections:
            - title: About you
              fields:
                - id: name
                  label: Your name
                  type: name

    Accepted:

        # policies/schools/forms/locker.yml
          form: locker
          title: Request for a locker
          part: schools
          sections:
            - title: About you
              fields:
                - id: name
                  label: Your name
                  type: name
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff ask for a locker with [[locker]].
    """

    name: ClassVar[str] = "orphan-document"
    code: ClassVar[str] = "C10"
    severity: ClassVar[Severity] = Severity.WARNING
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each document that no other leads to."""
        meant = perhaps_meant(linked)
        reached = {*_reached(linked), *(target.document.id for target in meant if target.document)}
        for target in linked.targets.values():
            document = target.document
            if target.kind != "document" or document is None or document.id in reached:
                continue
            if _needs_reference(document) and not may_hold(linked.handbook, [document.id]):
                yield cls.found(
                    f"Nothing refers to {named(target)}.",
                    identifier_location(target),
                    f"Write [[{document.id}]], or name it under related:, in the clause that asks for it.",
                )


def _needs_reference(document: Document) -> bool:
    if isinstance(document, Letter) and document.when:
        return False
    return not isinstance(document, Policy) and document.status != "withdrawn"


def _reached(linked: LinkedHandbook) -> set[str]:
    """Return the identifiers of all documents to which something outside them refers."""
    return {
        reference.target.document.id
        for reference in linked.references
        if reference.target and reference.target.document
        if reference.source is None or reference.source.document is not reference.target.document
    }
