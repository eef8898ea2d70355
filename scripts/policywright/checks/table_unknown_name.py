"""Conditions, values and outcomes that a table does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import suggestion
from policywright.checks.unread import has_lost
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.handbook import Handbook
from policywright.model.table import Impossible, Table, TableRule


class TableUnknownName(Check):
    """A rule of a table that names a condition, a value or an outcome that the table does not have.

    Why it matters: nobody can tell for which combinations it holds, or what it leads to. Until it is mended, the table
    cannot be looked through for gaps.

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
        >     when: {whose: scool}
              go: headteacher
            - id: of-a-pupil
              when: {whose: pupil}
        >     go: ofice
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

    name: ClassVar[str] = "table-unknown-name"
    code: ClassVar[str] = "G74"
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each name that the table does not know."""
        for table in linked.handbook.of_kind(Table):
            for entry in table.entries:
                yield from cls._crossed(linked.handbook, table, entry)
            for rule in table.rules:
                if rule.go not in table.outcomes:
                    message = f"The rule “{rule.id}” leads to “{rule.go}”, but no outcome is called that."
                    yield cls.found(message, rule.location("go"), suggestion(rule.go, table.outcomes))

    @classmethod
    def _crossed(cls, handbook: Handbook, table: Table, entry: TableRule | Impossible) -> Iterable[Diagnostic]:
        for place, (name, written) in enumerate(entry.when_.items()):
            location = entry.location("when_", place)
            condition = table.conditions.get(name)
            if condition is None:
                yield cls.found(f"No condition is called “{name}”.", location, suggestion(name, table.conditions))
            elif not has_lost(handbook, condition, ("values", "id")):
                known = [value.id for value in condition.values]
                # Where two values have one name, the one that is meant here may be the one that is misnamed.
                for value in written if len(set(known)) == len(known) else ():
                    if value not in known:
                        message = f"The condition “{name}” has no value “{value}”."
                        yield cls.found(message, location, suggestion(value, known))
