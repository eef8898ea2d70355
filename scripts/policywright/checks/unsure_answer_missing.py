"""Questions, and conditions of tables, without an answer for those who do not know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.unread import has_lost
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.decision import Answer, Decision, Question
from policywright.model.node import Node
from policywright.model.table import Condition, Table, Value

UNSURE = "unsure"
"""The identifier of the answer for a reader who does not know."""


class UnsureAnswerMissing(Check):
    """A question, or a condition of a table, without an answer for the reader who does not know.

    Why it matters: a reader who does not know guesses, and is led to the wrong advice. Give such a reader an answer of
    their own, with the identifier `unsure`, that leads to somebody who knows. Where nobody can be unsure, say why with
    `always-known:`.

    Refused:

        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
        >     answers:
                - id: yes-pictures
                  say: Yes
                  go: tell-headteacher
                - id: no-pictures
                  say: No
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
                - id: yes-pictures
                  say: Yes
                  go: tell-headteacher
                - id: unsure
                  say: I am not sure
                  go: colleague
            colleague:
              ask: Are you alone?
              always-known: Everybody sees whether they are alone.
              answers:
                - id: alone
                  say: Yes
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
    """

    name: ClassVar[str] = "unsure-answer-missing"
    code: ClassVar[str] = "G26"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each question that has neither the answer nor the reason why none is needed."""
        for decision in linked.handbook.of_kind(Decision):
            for name, question in decision.questions.items():
                if _leaves_out(linked, question, "answers", question.answers):
                    yield cls._told("question", name, question, "answers", "an answer")
        for table in linked.handbook.of_kind(Table):
            for name, condition in table.conditions.items():
                if _leaves_out(linked, condition, "values", condition.values):
                    yield cls._told("condition", name, condition, "values", "a value")

    @classmethod
    def _told(cls, noun: str, name: str, node: Node, key: str, missing: str) -> Diagnostic:
        return cls.found(
            f"The {noun} “{name}” has no answer for a reader who does not know.",
            node.key_location(key),
            f"Add {missing} with id: {UNSURE}, or always-known: with why everybody knows.",
        )


def _leaves_out(
    linked: LinkedHandbook, node: Question | Condition, key: str, answers: tuple[Answer, ...] | tuple[Value, ...]
) -> bool:
    """Say whether a question, as far as it could be read, has nothing for whoever does not know."""
    unread = has_lost(linked.handbook, node, (key, "always-known", "id"))
    return not (unread or node.always_known or any(answer.id == UNSURE for answer in answers))
