"""Rules of a table that decide nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.combinations import Case, cases, holds_together
from policywright.linking.linked import LinkedHandbook
from policywright.model.table import Table, TableRule


class TableIdleRule(Check):
    """A rule of a table that decides nothing: without it, every combination would lead to the same outcome.

    Why it matters: whoever changes it believes that something changes. Take it out, or mend the rule that takes its
    place.

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
              go: office
        >   - id: of-a-pupil-with-pictures
              when: {whose: pupil, pictures: some}
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

    name: ClassVar[str] = "table-idle-rule"
    code: ClassVar[str] = "G72"
    severity: ClassVar[Severity] = Severity.NOTE
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each rule that could go; of two that say the same, for the second."""
        for table in linked.handbook.of_kind(Table):
            if holds_together(table):
                for rule in _idle(table):
                    yield cls.found(
                        f"The rule “{rule.id}” decides nothing: what it says follows without it, or cannot be.",
                        rule.location("id"),
                        "Take it out, or mend the rule or the entry under impossible: that covers the same.",
                    )


def _idle(table: Table) -> Iterator[TableRule]:
    """Yield the rules that could be taken out together, the last first."""
    possible = [case for case in cases(table) if not case.impossible]
    gone = set[int]()
    for rule in reversed(table.rules):
        if all(_goes_alike(case, rule, gone) for case in possible if rule in case.rules):
            gone.add(id(rule))
            yield rule


def _goes_alike(case: Case, rule: TableRule, gone: set[int]) -> bool:
    """Say whether another rule, of those that stay, leads to the same outcome."""
    return any(other.go == rule.go for other in case.rules if other is not rule and id(other) not in gone)
