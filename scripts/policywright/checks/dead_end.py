"""Outcomes that tell the reader nothing to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.decision import Decision, Outcome
from policywright.model.table import Table


class DeadEnd(Check):
    """An outcome that gives no action, no text and no document to use.

    Why it matters: the reader has answered every question and is told nothing but a title.

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
          outcomes:
        >   tell-headteacher:
              title: Tell the head teacher
              clauses: [social-media#tell-the-headteacher]

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
                - act: Tell the head teacher which pictures there are.
              clauses: [social-media#tell-the-headteacher]
    """

    name: ClassVar[str] = "dead-end"
    code: ClassVar[str] = "G23"
    misses = ("do", "text", "use", "gap")

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each outcome without advice."""
        documents: tuple[Decision | Table, ...] = (
            *linked.handbook.of_kind(Decision),
            *linked.handbook.of_kind(Table),
        )
        for document in documents:
            for place, (name, outcome) in enumerate(document.outcomes.items()):
                if not _advises(outcome):
                    yield cls.found(
                        f"The outcome “{name}” says nothing but its title.",
                        document.location("outcomes", place),
                        "Add do: with what to do, text: with what to know, or use: with a form, letter or checklist.",
                    )


def _advises(outcome: Outcome) -> bool:
    return bool(outcome.do or outcome.text or outcome.use or outcome.gap)
