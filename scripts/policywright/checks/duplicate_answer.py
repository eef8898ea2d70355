"""Answers of one question that cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook
from policywright.model.decision import Answer, Decision, Question


class DuplicateAnswer(Check):
    """An answer with the identifier or the words of another answer to the same question.

    Why it matters: the identifier makes the address of the path behind the answer, so one of the two paths would be
    lost. Two answers with the same words leave the reader to guess.

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
                - id: some
                  say: Yes
                  go: tell-headteacher
        >       - id: some
                  say: No
                  go: tell-headteacher
                - id: unsure
        >         say: yes
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.

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
                - id: some
                  say: Yes
                  go: tell-headteacher
                - id: none
                  say: No
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
    """

    name: ClassVar[str] = "duplicate-answer"
    code: ClassVar[str] = "G27"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each answer that repeats an earlier one."""
        for decision in linked.handbook.of_kind(Decision):
            for question in decision.questions.values():
                yield from cls._repeated(question)

    @classmethod
    def _repeated(cls, question: Question) -> Iterable[Diagnostic]:
        by_id, by_words = dict[str, Answer](), dict[str, Answer]()
        for answer in question.answers:
            first = by_id.setdefault(answer.id, answer)
            same = by_words.setdefault(answer.say.casefold(), answer)
            if first is not answer:
                yield cls._twice(
                    f"Two answers to this question have the identifier “{answer.id}”.", answer, "id", first
                )
            elif same is not answer:
                yield cls._twice(f"Two answers to this question say “{answer.say}”.", answer, "say", same)

    @classmethod
    def _twice(cls, message: str, answer: Answer, field: str, first: Answer) -> Diagnostic:
        remedy = "Give each answer an identifier and words of its own."
        return cls.found(
            message, answer.location(field), remedy, [Related("The first is here.", first.location(field))]
        )
