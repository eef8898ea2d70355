"""Tables that nobody can look through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.combinations import MOST_COMBINATIONS, count
from policywright.linking.linked import LinkedHandbook
from policywright.model.table import Table


class TableTooLarge(Check):
    """A table with more than 1,000 combinations.

    Why it matters: nobody can read it through, and it is not looked through for gaps and overlaps. Join values that are
    always treated alike, or make a decision of it that asks what matters most first.

    Refused:

        # policies/schools/tables/lost-phone.yml
          table: lost-phone
          title: A telephone is lost
          part: schools
        > conditions:
            c1:
              ask: Which of the places?
              always-known: They are listed.
              values:
                - {id: v0, say: Number 0}
                - {id: v1, say: Number 1}
                - {id: v2, say: Number 2}
                - {id: v3, say: Number 3}
                - {id: v4, say: Number 4}
                - {id: v5, say: Number 5}
                - {id: v6, say: Number 6}
                - {id: v7, say: Number 7}
                - {id: v8, say: Number 8}
                - {id: v9, say: Number 9}
                - {id: v10, say: Number 10}
            c2:
              ask: Which of the days?
              always-known: They are listed.
              values:
                - {id: v0, say: Number 0}
                - {id: v1, say: Number 1}
                - {id: v2, say: Number 2}
                - {id: v3, say: Number 3}
                - {id: v4, say: Number 4}
                - {id: v5, say: Number 5}
                - {id: v6, say: Number 6}
                - {id: v7, say: Number 7}
                - {id: v8, say: Number 8}
                - {id: v9, say: Number 9}
            c3:
              ask: Which of the hours?
              always-known: They are listed.
              values:
                - {id: v0, say: Number 0}
                - {id: v1, say: Number 1}
                - {id: v2, say: Number 2}
                - {id: v3, say: Number 3}
                - {id: v4, say: Number 4}
                - {id: v5, say: Number 5}
                - {id: v6, say: Number 6}
                - {id: v7, say: Number 7}
                - {id: v8, say: Number 8}
                - {id: v9, say: Number 9}
          rules:
            - id: everything
              go: office
          outcomes:
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
            c1:
              ask: Which of the places?
              always-known: They are listed.
              values:
                - {id: v0, say: Number 0}
                - {id: v1, say: Number 1}
                - {id: v2, say: Number 2}
                - {id: v3, say: Number 3}
                - {id: v4, say: Number 4}
                - {id: v5, say: Number 5}
                - {id: v6, say: Number 6}
                - {id: v7, say: Number 7}
                - {id: v8, say: Number 8}
                - {id: v9, say: Number 9}
            c2:
              ask: Which of the days?
              always-known: They are listed.
              values:
                - {id: v0, say: Number 0}
                - {id: v1, say: Number 1}
                - {id: v2, say: Number 2}
                - {id: v3, say: Number 3}
                - {id: v4, say: Number 4}
                - {id: v5, say: Number 5}
                - {id: v6, say: Number 6}
                - {id: v7, say: Number 7}
                - {id: v8, say: Number 8}
                - {id: v9, say: Number 9}
            c3:
              ask: Which of the hours?
              always-known: They are listed.
              values:
                - {id: v0, say: Number 0}
                - {id: v1, say: Number 1}
                - {id: v2, say: Number 2}
                - {id: v3, say: Number 3}
                - {id: v4, say: Number 4}
                - {id: v5, say: Number 5}
                - {id: v6, say: Number 6}
                - {id: v7, say: Number 7}
                - {id: v8, say: Number 8}
                - {id: v9, say: Number 9}
          rules:
            - id: everything
              go: office
          outcomes:
            office:
              title: Tell the office
              text: The office blocks the number.
              clauses: [social-media#tell-the-headteacher]
    """

    name: ClassVar[str] = "table-too-large"
    code: ClassVar[str] = "G76"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each table whose combinations are too many to be worked out."""
        for table in linked.handbook.of_kind(Table):
            if count(table) > MOST_COMBINATIONS:
                sizes = " by ".join(str(len(condition.values)) for condition in table.conditions.values())
                yield cls.found(
                    f"The conditions of this table make {count(table):,} combinations ({sizes}).",
                    table.key_location("conditions"),
                    f"Bring them down to {MOST_COMBINATIONS:,}: join values that are treated alike.",
                )
