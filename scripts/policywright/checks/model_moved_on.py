"""Versions of the model that an adopter has not agreed to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.diagnostics import Diagnostic, Related, Severity
from policywright.linking.linked import LinkedHandbook, Target


class ModelMovedOn(Check):
    """An adopter agreed to another version of a policy than the model has.

    Why it matters: its handbook would hold words that nobody there agreed to. `policywright update` tells what changed
    and then notes the version.

    Refused:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes:
        >   - {policy: social-media, version: 2025.2}
          variables: {school-name: Hill School}

    Accepted:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes:
            - {policy: social-media, version: 2026.1}
          variables: {school-name: Hill School}
    """

    name: ClassVar[str] = "model-moved-on"
    code: ClassVar[str] = "D14"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each policy that is taken over in another version."""
        for adopter in linked.handbook.adopters:
            for taken in adopter.takes:
                policy = linked.targets.get(taken.policy)
                present = policy.document.version if policy and policy.document else None
                agreed = taken.version or "none"
                if policy and present and agreed != present:
                    yield cls.found(
                        f"{subject(policy)} is at version {present}; {adopter.name} agreed to {agreed}.",
                        taken.location("version"),
                        f"Run: policywright update {adopter.adopter}",
                        _since(policy),
                    )


def _since(policy: Target) -> list[Related]:
    return [Related("The model bears it here.", policy.node.location("version"))]
