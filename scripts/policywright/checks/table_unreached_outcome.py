"""Outcomes of a table that no rule leads to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.combinations import cases, holds_together
from policywright.linking.linked import LinkedHandbook
from policywright.model.table import Table


class TableUnreachedOutcome(Check):
    """An outcome of a table that no rule leads to, for any combination that can be.

    Why it matters: what it says is never read. Usually a rule leads elsewhere by mistake, and its readers get the wrong
    advice.

    Refused:

        # policies/schools/tables/lost-phone.yml
          table: lost-phone
          title: A telephone is lost
          part: schools
          conditions:
            whose:
              ask: Whose is it?
              whatever: a telephone
              always-known: The owner has told you.
              values:
                - {id: pupil, say: A pupil, in-words: the telephone of a pupil}
                - {id: school, say: The school, in-words: a telephone of the school}
            pictures:
              ask: Are there pictures of pupils on it?
              whatever: whatever is on it
              values:
                - {id: some, say: Yes, in-words: with pictures of pupils}
                - {id: none, say: No, in-words: without pictures}
                - {id: unsure, say: I am not sure, in-words: with something unknown on it}
          rules:
            - id: of-the-school
              when: {whose: school}
              go: headteacher
            - id: of-a-pupil
              when: {whose: pupil}
              go: headteacher
          outcomes:
            headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
              clauses: [social-media#tell-the-headteacher]
        >   office:
              title: Tell the office
              text: The office blocks the number.
              clauses: [social-media#tell-the-headteacher]

    Accepted:

        # policies/schools/tables/lost-phone.yml
          table: lost-phone
          title: A telephone is lost
          part: schools
          conditions:
            whose:
              ask: Whose is it?
              whatever: a telephone
              always-known: The owner has told you.
              values:
                - {id: pupil, say: A pupil, in-words: the telephone of a pupil}
                - {id: school, say: The school, in-words: a telephone of the school}
            pictures:
              ask: Are there pictures of pupils on it?
              whatever: whatever is on it
              values:
                - {id: some, say: Yes, in-words: with pictures of pupils}
                - {id: none, say: No, in-words: without pictures}
                - {id: unsure, say: I am not sure, in-words: with something unknown on it}
          rules:
            - id: of-the-school
              when: {whose: school}
              go: headteacher
            - id: of-a-pupil
              when: {whose: pupil}
              go: office
          outcomes:
            headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
              clauses: [social-media#tell-the-headteacher]
            office:
              title: Tell the office
              text: The office blocks the number.
              clauses: [social-media#tell-the-headteacher]
    """

    name: ClassVar[str] = "table-unreached-outcome"
    code: ClassVar[str] = "G75"
    misses = ("rules", "go")
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each outcome that no case ends in, unless a rule may be meant to lead there."""
        for table in linked.handbook.of_kind(Table):
            if holds_together(table) and all(rule.go in table.outcomes for rule in table.rules):
                reached = {name for case in cases(table) for name in case.outcomes}
                for place, name in enumerate(table.outcomes):
                    if name not in reached:
                        yield cls.found(
                            f"No rule leads to the outcome “{name}”.",
                            table.location("outcomes", place),
                            f"Write go: {name} at the rule that should lead here, or take the outcome out.",
                        )
