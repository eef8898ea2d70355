"""Policies that nobody is meant to take over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.checks.unread import has_lost
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook


class NotAModel(Check):
    """An adopter takes over a policy that is no model.

    Why it matters: its editors write it for themselves. They may be about to withdraw it, or have not finished it.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          status: draft
        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes:
        >   - policy: phones

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          status: model
        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes:
            - policy: phones
    """

    name: ClassVar[str] = "not-a-model"
    code: ClassVar[str] = "E06"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each such policy, where it is taken over."""
        for adopter in linked.handbook.adopters:
            for taken in adopter.takes:
                policy = linked.targets.get(taken.policy)
                lost = policy and has_lost(linked.handbook, policy.node, ("status",))
                if policy and policy.document and policy.document.status != "model" and not lost:
                    yield cls.found(
                        f"{subject(policy)} is not there for others to adopt: its status is {policy.document.status}.",
                        taken.location("policy"),
                        "Take it out, or ask its editors to write status: model there.",
                        [Related("Its status stands here.", policy.document.location("status"))],
                    )
