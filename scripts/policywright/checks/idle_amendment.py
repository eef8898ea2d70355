"""Local changes that stand nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook


class IdleAmendment(Check):
    """An adopter changes something in a document that its handbook does not hold.

    Why it matters: whoever wrote the words believes that they hold.

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
                - id: phones-off
                  text: Phones are off in lessons.
        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables: {school-name: Hill School}
          amend:
        >   - clause: phones#phones-off
              text: Phones are off all day.
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
                - id: phones-off
                  text: Phones are off in lessons.
        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}, {policy: phones}]
          variables: {school-name: Hill School}
          amend:
            - clause: phones#phones-off
              text: Phones are off all day.
              because: Agreed by the governors.
    """

    name: ClassVar[str] = "idle-amendment"
    code: ClassVar[str] = "E08"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each local change without effect, where it stands."""
        adoption = linked.handbook.adoption
        for change in adoption.idle if adoption else ():
            yield cls.found(
                f"“{change.what}” is in no document of this handbook.",
                change.location(),
                "Take its policy over under takes:, or take this out.",
            )
