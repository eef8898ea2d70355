"""Clauses that a law asks for, changed by an adopter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.local_changes import footings, is_statutory
from policywright.model.adopter import Addition


class AmendedStatutory(Check):
    """An adopter amends or leaves out what a law asks for.

    Why it matters: nobody can decide otherwise than the law. The model marks such a clause with `statutory: yes`, so
    that no school finds out from an inspector.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          status: model
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: report-harm
                  duty: must
                  actors: [staff]
                  statutory: yes
                  text: Staff must tell the [[role:headteacher]] of any harm that they see on a phone.
        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: phones}]
          variables: {school-name: Hill School}
          amend:
        >   - clause: phones#report-harm
              duty: should
              because: Agreed by the governors.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          status: model
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: report-harm
                  duty: must
                  actors: [staff]
                  statutory: yes
                  text: Staff must tell the [[role:headteacher]] of any harm that they see on a phone.
        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: phones}]
          add:
            - after: phones#report-harm
              because: Agreed by the governors.
              clauses:
                - id: hill-report-form
                  duty: should
                  actors: [staff]
                  text: Staff should write down what they saw on the same day.
    """

    name: ClassVar[str] = "amended-statutory"
    code: ClassVar[str] = "E09"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each amendment of such a clause, and for each that leaves one out."""
        for adopter in linked.handbook.adopters:
            for footing in footings(linked, adopter):
                locked = next(_locked(linked, footing.target), None) if footing.target else None
                if locked and not isinstance(footing.change, Addition):
                    yield cls.found(
                        f"{subject(locked)} is asked for by a law, so that no adopter can change it.",
                        footing.change.location(),
                        "Take this out. What is to hold besides can be added after the clause.",
                        [Related("The model marks it here.", locked.node.location("statutory"))],
                    )


def _locked(linked: LinkedHandbook, target: Target) -> Iterator[Target]:
    """Yield what a law asks for of a target and of all that stands in it."""
    if is_statutory(target):
        yield target
    whole = target.kind == "document"
    for other in linked.targets.values():
        within = other.document is target.document if whole else _stands_in(other, target)
        if within and is_statutory(other):
            yield other


def _stands_in(inner: Target, outer: Target) -> bool:
    return inner.parent is not None and (inner.parent is outer or _stands_in(inner.parent, outer))
