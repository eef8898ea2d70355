"""Combinations for which a table says two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.combination_words import in_words
from policywright.linking.combinations import Combination, cases, groups, holds_together
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_text import PlainText, plain_text
from policywright.model.table import Table


class TableOverlap(Check):
    """Two rules of a table that lead to different outcomes for one combination.

    Why it matters: the reader is told two things at once. Rules of a table hold whatever their order, so none goes
    before another: narrow one of them, or let both lead to one outcome.

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
        >   - id: with-pictures
              when: {pictures: [some, unsure]}
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
            - id: with-pictures
              when: {pictures: [some, unsure]}
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

    name: ClassVar[str] = "table-overlap"
    code: ClassVar[str] = "G71"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each two rules that contradict each other, at the second, with all that they meet in."""
        wording = plain_text(linked.handbook)
        for table in linked.handbook.of_kind(Table):
            if holds_together(table):
                for (first, second), met in _contradictions(table).items():
                    yield cls._told(table, (first, second), _told(table, met, wording))

    @classmethod
    def _told(cls, table: Table, pair: tuple[int, int], told: str) -> Diagnostic:
        first, second = (table.rules[place] for place in pair)
        return cls.found(
            f"For {told}, this rule leads to “{second.go}”, but the rule “{first.id}” to “{first.go}”.",
            second.location("id"),
            "Narrow one of the two under when:, or let both lead to one outcome.",
            [Related(f"The rule “{first.id}” is here.", first.location("id"))],
        )


def _contradictions(table: Table) -> dict[tuple[int, int], list[Combination]]:
    """Return the combinations in which two rules contradict each other, by the places of the two."""
    places = {id(rule): place for place, rule in enumerate(table.rules)}
    found = defaultdict[tuple[int, int], list[Combination]](list)
    for case in cases(table):
        for first, second in combinations(() if case.impossible else case.rules, 2):
            if first.go != second.go:
                found[places[id(first)], places[id(second)]].append(case.combination)
    return found


def _told(table: Table, met: list[Combination], wording: PlainText) -> str:
    return "; and for ".join(in_words(table, group, wording) for group in groups(table, met))
