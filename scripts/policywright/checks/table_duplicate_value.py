"""Values of one condition that cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook
from policywright.model.table import Condition, Table, Value


class TableDuplicateValue(Check):
    """A value with the identifier or the words of another value of the same condition.

    Why it matters: rules that name the identifier could mean either, and two answers with the same words leave the
    reader to guess.

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
        >       - {id: some, say: No, in-words: without pictures}
        >       - {id: unsure, say: Yes, in-words: with something unknown on it}
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

    name: ClassVar[str] = "table-duplicate-value"
    code: ClassVar[str] = "G77"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each value that repeats an earlier one."""
        for table in linked.handbook.of_kind(Table):
            for condition in table.conditions.values():
                yield from cls._repeated(condition)

    @classmethod
    def _repeated(cls, condition: Condition) -> Iterable[Diagnostic]:
        by_id, by_words = dict[str, Value](), dict[str, Value]()
        for value in condition.values:
            first = by_id.setdefault(value.id, value)
            same = by_words.setdefault(value.say.casefold(), value)
            if first is not value:
                yield cls._twice(f"Two values have the identifier “{value.id}”.", value, "id", first)
            elif same is not value:
                yield cls._twice(f"Two values say “{value.say}”.", value, "say", same)

    @classmethod
    def _twice(cls, message: str, value: Value, field: str, first: Value) -> Diagnostic:
        related = [Related("The first is here.", first.location(field))]
        return cls.found(message, value.location(field), "Give each value an identifier and words of its own.", related)
