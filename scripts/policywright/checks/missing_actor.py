"""Rules that bind nobody in particular."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.policy import Policy, Provision, Section


class MissingActor(Check):
    """A clause with a duty where nothing says who bears it.

    Why it matters: a duty of everybody is the duty of nobody, and the clause stands on no role's page.

    A clause has its bearers from its own `actors:`, from the clause above it, or from `applies-to:` of its section or
    its policy.

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
        >         duty: must
                  text: Telephones must be put away in lessons.

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
                  text: Telephones must be put away in lessons.
            - id: breaks
              title: In breaks
              applies-to: [pupil]
              clauses:
                - id: calls
                  duty: may
                  text: Calls may be made in the yard.
    """

    name: ClassVar[str] = "missing-actor"
    code: ClassVar[str] = "F25"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("actors", "applies-to")

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each provision that declares a duty which nobody bears."""
        for target in linked.targets.values():
            node = target.node
            if isinstance(node, Provision) and node.duty and not target.withdrawn and not _has_bearer(target):
                yield cls.found(
                    f"The {target.kind} is marked {node.duty}, but nothing says whom it binds.",
                    node.location("duty"),
                    "Add a line such as actors: [staff], or applies-to: with the roles to the section or the policy.",
                )


def _has_bearer(target: Target) -> bool:
    place: Target | None = target
    while place:
        if place.actors or (isinstance(place.node, Section | Policy) and place.node.applies_to):
            return True
        place = place.parent
    return False
