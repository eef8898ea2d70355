"""Decisions that no story tries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.decision import Decision


class DecisionWithoutStory(Check):
    """A decision without a story, in a handbook whose other decisions have some.

    Why it matters: a story shows a colleague how the decision is meant, and tells you when a change to the decision
    leads somebody elsewhere. Begin with the situation in which people go wrong most often. A draft needs none yet.

    Refused:

        # policies/schools/decisions/lost-phone.yml
        > decision: lost-phone
          title: A school telephone is lost
          part: schools
          status: model
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
              answers:
                - id: some
                  say: Yes
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
        # policies/schools/decisions/found-phone.yml
          decision: found-phone
          title: A telephone is found
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Does the school own it?
              answers:
                - id: own
                  say: Yes
                  go: tell-office
          outcomes:
            tell-office:
              title: Tell the office
              text: The office keeps it safe.
          stories:
            - id: playground
              situation: A telephone with the sticker of the school lies in the playground.
              answers: [own]
              outcome: tell-office
              because: The sticker says whose it is.

    Accepted:

        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          status: model
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
              answers:
                - id: some
                  say: Yes
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
          stories:
            - id: school-trip
              situation: A telephone is left on a bus after a school trip. The camera was used all day.
              answers: [some]
              outcome: tell-headteacher
              because: There are pictures of pupils on it.
        # policies/schools/decisions/found-phone.yml
          decision: found-phone
          title: A telephone is found
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Does the school own it?
              answers:
                - id: own
                  say: Yes
                  go: tell-office
          outcomes:
            tell-office:
              title: Tell the office
              text: The office keeps it safe.
          stories:
            - id: playground
              situation: A telephone with the sticker of the school lies in the playground.
              answers: [own]
              outcome: tell-office
              because: The sticker says whose it is.
    """

    name: ClassVar[str] = "decision-without-story"
    code: ClassVar[str] = "G37"
    severity: ClassVar[Severity] = Severity.NOTE
    told_once_in = "handbook"
    misses = ("stories",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each decision that holds and has none."""
        decisions = tuple(linked.handbook.of_kind(Decision))
        if not any(decision.stories for decision in decisions):
            return
        for decision in decisions:
            if not decision.stories and decision.status in {"model", "in-force"}:
                yield cls.found(
                    "No story tries this decision.",
                    decision.location("decision"),
                    "Add stories: with a situation in which people go wrong.",
                )
