"""Deciding clauses to which no decision leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.unread import has_lost, may_hold
from policywright.checks.unresolved import perhaps_meant
from policywright.diagnostics import Diagnostic, Related, Severity
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.uses import cited_in_a_decision
from policywright.model.decision import Decision
from policywright.model.policy import Provision


class DecidingClauseUnreached(Check):
    """A clause that is marked as deciding, and to which no way through any decision leads.

    Why it matters: `decides: yes` marks a clause on which it hangs what a person does next: whom to tell, when to stop,
    whom to ask first. People in a hurry follow a decision and not the policy. If no question and no outcome names such
    a clause as its rule, they never learn of it, and what the decision advises may even be against it.

    A clause is reached as well where the decision names the clause that it is a point of. A whole section is not
    enough: of that, the result shows no words.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: loss
              title: When one is lost
              clauses:
                - id: tell-the-office
                  duty: must
                  actors: [teachers]
        >         decides: yes
                  text: A teacher who has lost a telephone must tell the head teacher on the same day.
        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
              always-known: The office keeps a list.
              answers:
                - id: some
                  say: Yes
                  go: tell
                - id: none
                  say: No
                  go: wait
          outcomes:
            tell:
              title: Tell the head teacher
              text: The head teacher decides what to do.
              clauses: [social-media#tell-the-headteacher]
            wait:
              title: Wait for a day
              text: Many telephones turn up.
              gap: The policy does not say how long to wait. Ask the school office.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: loss
              title: When one is lost
              clauses:
                - id: tell-the-office
                  duty: must
                  actors: [teachers]
                  decides: yes
                  text: A teacher who has lost a telephone must tell the head teacher on the same day.
        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
              always-known: The office keeps a list.
              answers:
                - id: some
                  say: Yes
                  go: tell
                - id: none
                  say: No
                  go: tell
          outcomes:
            tell:
              title: Tell the head teacher
              text: The head teacher decides what to do.
              clauses: [phones#tell-the-office]
    """

    name: ClassVar[str] = "deciding-clause-unreached"
    code: ClassVar[str] = "G29"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each provision that is marked and that no decision uses."""
        meant = perhaps_meant(linked)
        for target in linked.targets.values():
            around = tuple(_with_clauses_around(target)) if _is_deciding(target) else ()
            unreached = around and not any(one in meant or _is_used(linked, one) for one in around)
            # A decision that could not be read may lead there all the same, and so may one by a name that was misspelt.
            if unreached and not may_hold(linked.handbook, (target.anchor,)) and not _is_misnamed(linked, target):
                yield cls.found(
                    f"No decision leads to this {target.kind}, though it decides what somebody does next.",
                    target.node.key_location("decides"),
                    f"Name {target.address} under clauses: of the question or the outcome that rests on it, "
                    "or take out decides:.",
                    [
                        Related("This names it, but no path leads here.", reference.location)
                        for reference in linked.referrers(target)
                        if cited_in_a_decision(reference)
                    ],
                )


def _is_misnamed(linked: LinkedHandbook, target: Target) -> bool:
    return has_lost(linked.handbook, target.node, ())


def _is_used(linked: LinkedHandbook, target: Target) -> bool:
    """Whether a decision leads here, or would perhaps if all of its answers led to something; that is told there."""
    named_by = (one.source for one in linked.referrers(target) if cited_in_a_decision(one))
    return bool(linked.uses_of(target)) or any(place is not None and _loses_its_way(place) for place in named_by)


def _loses_its_way(place: Target) -> bool:
    decision = place.document
    if not isinstance(decision, Decision):
        return False
    ways = {answer.go for question in decision.questions.values() for answer in question.answers}
    return decision.start not in decision.questions or not ways <= {*decision.questions, *decision.outcomes}


def _is_deciding(target: Target) -> bool:
    return isinstance(target.node, Provision) and target.node.decides and not target.withdrawn


def _with_clauses_around(target: Target) -> Iterator[Target]:
    """Yield a provision, and the provisions that it is a point of."""
    around: Target | None = target
    while around is not None and isinstance(around.node, Provision):
        yield around
        around = around.parent
