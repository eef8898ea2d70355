"""Combinations for which a table says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.combination_words import as_when, in_words
from policywright.linking.combinations import cases, groups, holds_together
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_text import PlainText, plain_text
from policywright.model.table import Table


class TableGap(Check):
    """A combination that can be, and for which no rule of a table says what to do.

    Why it matters: a reader whose case it is finds no answer. Combinations that belong together are told in one
    sentence, and the remedy is the rule that would cover them; where the publication is silent, let it lead to an
    outcome whose `gap:` says so.

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
        > rules:
            - id: of-the-school
              when: {whose: school}
              go: headteacher
            - id: of-a-pupil
              when: {whose: pupil, pictures: none}
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
              when: {whose: pupil, pictures: none}
              go: office
            - id: of-a-pupil-with-pictures
              when: {whose: pupil, pictures: [some, unsure]}
              go: headteacher
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

    name: ClassVar[str] = "table-gap"
    code: ClassVar[str] = "G70"
    misses = ("rules", "when", "impossible")

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each group of combinations without a rule."""
        wording = plain_text(linked.handbook)
        for table in linked.handbook.of_kind(Table):
            if holds_together(table):
                yield from cls._gaps(table, wording)

    @classmethod
    def _gaps(cls, table: Table, wording: PlainText) -> Iterable[Diagnostic]:
        for group in groups(table, (case.combination for case in cases(table) if case.is_gap)):
            yield cls.found(
                f"Nothing is said for {in_words(table, group, wording)}.",
                table.key_location("rules"),
                f"Add a rule with when: {as_when(table, group)}, or that under impossible: where it cannot be.",
            )
