"""Numbers that two provisions bear."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook, Target


class DuplicateNumber(Check):
    """A published number that two provisions of one document bear.

    Why it matters: "see 2.1" then means two rules. Numbers that nobody wrote are worked out, and never clash; one that
    is written with `number:` is taken as it stands.

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
                - id: sockets
                  number: "2.1"
                  text: The sockets in the classrooms are for school equipment.
                - id: chargers
        >         number: "2.1"
                  text: The school office lends chargers.

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
                - id: sockets
                  number: "2.1"
                  text: The sockets in the classrooms are for school equipment.
                - id: chargers
                  text: The school office lends chargers.
    """

    name: ClassVar[str] = "duplicate-number"
    code: ClassVar[str] = "B10"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each number written for a provision when an earlier one bears it."""
        bearers: dict[tuple[str, str], Target] = {}
        for target in linked.targets.values():
            if target.document is None or not getattr(target.node, "number", None):
                continue
            first = bearers.setdefault((target.document.id, target.number), target)
            if first is not target:
                yield cls.found(
                    f"{subject(first)} bears the number {target.number} already.",
                    target.node.location("number"),
                    "Write another number, or take the line out: the next free one follows by itself.",
                    [Related("It stands here.", first.node.location("number"))],
                )
