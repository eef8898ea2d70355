"""Urgent outcomes that are reached late."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.linking.paths import distances
from policywright.model.decision import Decision

MOST_QUESTIONS = 2
"""How many questions may stand before an urgent outcome."""


class UrgentOutcomeTooDeep(Check):
    """An urgent outcome that is more than two questions from the start.

    Why it matters: where a person may be in danger, every further question costs time, and a frightened reader gives
    up. Ask about danger first.

    Refused:

        # policies/schools/decisions/threat.yml
          decision: threat
          title: A threatening post
          part: schools
          start: seen
          questions:
            seen:
              ask: Have you seen the post yourself?
              answers:
                - id: seen-it
                  say: Yes
                  go: known
            known:
              ask: Do you know who wrote it?
              answers:
                - id: known-writer
                  say: Yes
                  go: danger
            danger:
              ask: Is anyone in danger?
              answers:
                - id: in-danger
                  say: Yes
                  go: police
          outcomes:
            police:
              title: Call the police
        >     urgent: yes
              text: Ring 999.

    Accepted:

        # policies/schools/decisions/threat.yml
          decision: threat
          title: A threatening post
          part: schools
          start: danger
          questions:
            danger:
              ask: Is anyone in danger?
              answers:
                - id: in-danger
                  say: Yes
                  go: police
                - id: no-danger
                  say: No
                  go: seen
            seen:
              ask: Have you seen the post yourself?
              answers:
                - id: seen-it
                  say: Yes
                  go: keep
          outcomes:
            police:
              title: Call the police
              urgent: yes
              text: Ring 999.
            keep:
              title: Keep a picture of it
              text: Keep a picture of the post with its date.
    """

    name: ClassVar[str] = "urgent-outcome-too-deep"
    code: ClassVar[str] = "G25"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each urgent outcome whose shortest path is too long."""
        for decision in linked.handbook.of_kind(Decision):
            for name, path in distances(decision).items():
                outcome, asked = decision.outcomes[name], [turn.question for turn in path.turns]
                if outcome.urgent and len(asked) > MOST_QUESTIONS:
                    yield cls.found(
                        f"The urgent outcome “{name}” comes after {len(asked)} questions at best: {', '.join(asked)}.",
                        outcome.location("urgent"),
                        f"Ask what leads to it first: it may stand after {MOST_QUESTIONS} questions at most.",
                    )
