"""Questions and outcomes that no answers lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import closest
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.linking.paths import loops, reached
from policywright.model.decision import Decision


class UnreachableQuestion(Check):
    """A question or an outcome that no answers lead to.

    Why it matters: what it says is never read. Usually an answer leads elsewhere by mistake, and its readers get the
    wrong advice.

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
                  go: tell-headteacher
                - id: no-pictures
                  say: No
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
        >   tell-office:
              title: Tell the office
              text: The office blocks the number.

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
                - id: no-pictures
                  say: No
                  go: tell-office
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
            tell-office:
              title: Tell the office
              text: The office blocks the number.
    """

    name: ClassVar[str] = "unreachable-question"
    code: ClassVar[str] = "G22"
    misses = ("questions", "answers", "start", "go")
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each question and outcome that nothing leads to, not for all that lies behind it.

        What lies behind a mistyped target or a loop is the fault of that answer, which another check tells.
        """
        for decision in linked.handbook.of_kind(Decision):
            entrances = tuple(_entrances(decision))
            if all(entrances) and not any(loops(decision)):
                yield from cls._unreached(decision, reached(decision, entrances))

    @classmethod
    def _unreached(cls, decision: Decision, found: frozenset[str]) -> Iterator[Diagnostic]:
        lost = [name for name in decision.questions if name not in found]
        behind = {answer.go for name in lost for answer in decision.questions[name].answers}
        for field, noun in (("questions", "question"), ("outcomes", "outcome")):
            for place, name in enumerate(getattr(decision, field)):
                if name not in found | behind:
                    yield cls.found(
                        f"No answers lead to the {noun} “{name}”{_and_behind(decision, name, found)}.",
                        decision.location(field, place),
                        f"Write go: {name} at the answer that should lead here, or take the {noun} out.",
                    )


def _and_behind(decision: Decision, name: str, found: frozenset[str]) -> str:
    """Tell how much more is out of reach because of a question."""
    count = len(reached(decision, (name,)) - found) - 1
    return f", so {count} more behind it cannot be reached" if count else ""


def _entrances(decision: Decision) -> Iterator[str]:
    """Yield the first question and what mistyped targets were probably meant to be, or nothing where that is open."""
    yield closest(decision.start, decision.questions) or ""
    places = (*decision.questions, *decision.outcomes)
    for question in decision.questions.values():
        yield from (closest(answer.go, places) or "" for answer in question.answers if answer.go not in places)
