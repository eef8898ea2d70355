"""Answers that lead to nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import suggestion
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.decision import Decision


class MissingAnswerTarget(Check):
    """An answer that leads to a question or outcome that does not exist.

    Why it matters: a reader who gives that answer is left standing with the problem that brought them here.

    Refused:

        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
              answers:
                - id: yes-pictures
                  say: Yes
        >         go: tel-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              do:
                - act: Tell the head teacher now.

    Accepted:

        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
              answers:
                - id: yes-pictures
                  say: Yes
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              do:
                - act: Tell the head teacher now.
    """

    name: ClassVar[str] = "missing-answer-target"
    code: ClassVar[str] = "G20"
    misses = ("questions", "outcomes")
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each answer, and each start, that leads to nothing."""
        for decision in linked.handbook.of_kind(Decision):
            if decision.start not in decision.questions:
                yield cls.found(
                    f"The decision starts at “{decision.start}”, but no question is called that.",
                    decision.location("start"),
                    suggestion(decision.start, decision.questions),
                )
            yield from cls._answers(decision)

    @classmethod
    def _answers(cls, decision: Decision) -> Iterable[Diagnostic]:
        places = (*decision.questions, *decision.outcomes)
        for question in decision.questions.values():
            for answer in question.answers:
                if answer.go not in places:
                    yield cls.found(
                        f"The answer “{answer.say}” leads to “{answer.go}”, but no question or outcome is called that.",
                        answer.location("go"),
                        suggestion(answer.go, places),
                    )
