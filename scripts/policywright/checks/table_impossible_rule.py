"""Rules of a table for what cannot be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.combination_words import in_words
from policywright.linking.combinations import holds_together
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_text import PlainText, plain_text
from policywright.model.table import Impossible, Table, TableRule


class TableImpossibleRule(Check):
    """A rule of a table that names a combination of which the table says that it cannot be.

    Why it matters: one of the two is wrong: either the rule is never used, or readers in that very case are told that
    there is none. A rule that merely leaves a condition out, and so covers what cannot be among other things, is no
    fault.

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
              when: {whose: pupil, pictures: none}
              go: office
        >   - id: of-a-pupil-with-pictures
              when: {whose: pupil, pictures: [some, unsure]}
              go: headteacher
          impossible:
            - when: {whose: pupil, pictures: some}
              because: Pupils hand in their telephones before anybody takes pictures.
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
              when: {whose: pupil, pictures: none}
              go: office
            - id: of-a-pupil-with-pictures
              when: {whose: pupil, pictures: unsure}
              go: headteacher
          impossible:
            - when: {whose: pupil, pictures: some}
              because: Pupils hand in their telephones before anybody takes pictures.
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

    name: ClassVar[str] = "table-impossible-rule"
    code: ClassVar[str] = "G73"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each rule and each entry under `impossible:` that name the same combination."""
        wording = plain_text(linked.handbook)
        for table in linked.handbook.of_kind(Table):
            if holds_together(table):
                for rule in table.rules:
                    entries = (entry for entry in table.impossible if _names(rule, entry))
                    yield from (cls._told(table, rule, entry, wording) for entry in entries)

    @classmethod
    def _told(cls, table: Table, rule: TableRule, entry: Impossible, wording: PlainText) -> Diagnostic:
        both = tuple(
            tuple(one.id for one in condition.values if _in(rule, name, one.id) and _in(entry, name, one.id))
            for name, condition in table.conditions.items()
        )
        return cls.found(
            f"This rule says what to do for {in_words(table, both, wording)}, but that cannot be.",
            rule.location("id"),
            "Take that out of the rule's when:, or take the entry out of impossible:.",
            [Related("Here it is said that it cannot be.", entry.location())],
        )


def _names(rule: TableRule, entry: Impossible) -> bool:
    """Say whether a rule names values of every condition that an entry names, and among them those of the entry."""
    return all(not set(values).isdisjoint(rule.when_.get(name, ())) for name, values in entry.when_.items())


def _in(entry: TableRule | Impossible, name: str, value: str) -> bool:
    return value in entry.when_.get(name, (value,))
