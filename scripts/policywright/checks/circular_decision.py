"""Decisions that lead round in a circle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook
from policywright.linking.paths import Turn, loops
from policywright.model.decision import Decision


class CircularDecision(Check):
    """A decision in which some answers lead back to a question that was asked before.

    Why it matters: a reader who answers truly goes round and round, and never learns what to do.

    Refused:

        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: searched
          questions:
            searched:
              ask: Have you looked for it?
              answers:
                - id: looked
                  say: Yes
                  go: pictures
            pictures:
              ask: Are there pictures of pupils on it?
              answers:
                - id: yes-pictures
                  say: Yes
                  go: tell-headteacher
                - id: unsure
                  say: I am not sure
        >         go: searched
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.

    Accepted:

        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: searched
          questions:
            searched:
              ask: Have you looked for it?
              answers:
                - id: looked
                  say: Yes
                  go: pictures
            pictures:
              ask: Are there pictures of pupils on it?
              answers:
                - id: yes-pictures
                  say: Yes
                  go: tell-headteacher
                - id: unsure
                  say: I am not sure
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
    """

    name: ClassVar[str] = "circular-decision"
    code: ClassVar[str] = "G21"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each loop, at the answer that closes it."""
        for decision in linked.handbook.of_kind(Decision):
            for loop in loops(decision):
                *before, last = loop
                yield cls.found(
                    f"These answers lead round in a circle: {_told(loop)}.",
                    last.answer.location("go"),
                    f"Let “{last.answer.say}” lead to an outcome, or to a question that has not been asked yet.",
                    [
                        Related(f"From {turn.question} to {turn.answer.go}.", turn.answer.location("go"))
                        for turn in before
                    ],
                )


def _told(loop: tuple[Turn, ...]) -> str:
    steps = "".join(f"{turn.question} —{turn.answer.id}→ " for turn in loop)
    return f"{steps}{loop[0].question}"
