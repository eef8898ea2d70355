"""Outcomes that rest on no rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.decision import Decision
from policywright.model.table import Table


class OutcomeWithoutClause(Check):
    """An outcome that names no clause that it rests on, and no gap in the rules.

    Why it matters: a decision, or a table, only leads to what the policies say. Without its clause nobody can tell
    whether the advice is a rule, and nobody notices when the rule changes. In a table the clauses may stand at each
    rule that leads to the outcome instead.

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
                  go: wait
          outcomes:
        >   tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
        >   wait:
              title: Wait for a day
              text: Many telephones turn up.

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
                  go: wait
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
              clauses: [social-media#tell-the-headteacher]
            wait:
              title: Wait for a day
              text: Many telephones turn up.
              gap: The policy does not say how long to wait. Ask the school office.
    """

    name: ClassVar[str] = "outcome-without-clause"
    code: ClassVar[str] = "G24"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("clauses", "gap")

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each outcome that has neither clauses nor a gap."""
        documents: tuple[Decision | Table, ...] = (
            *linked.handbook.of_kind(Decision),
            *linked.handbook.of_kind(Table),
        )
        for document in documents:
            for place, (name, outcome) in enumerate(document.outcomes.items()):
                if not (outcome.clauses or outcome.gap or _is_ruled(document, name)):
                    yield cls.found(
                        f"The outcome “{name}” names no clause that it rests on.",
                        document.location("outcomes", place),
                        "Add clauses: [document#clause], or gap: with what the rules leave open.",
                    )


def _is_ruled(document: Decision | Table, outcome: str) -> bool:
    """Say whether every rule of a table that leads to an outcome names its clauses, so that the outcome need not.

    An outcome to which no rule leads is the finding of another check.
    """
    return isinstance(document, Table) and all(rule.clauses for rule in document.rules if rule.go == outcome)
