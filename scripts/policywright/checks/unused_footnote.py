"""Footnotes that nothing calls."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.footnotes import calls, notes
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.walk import prose


class UnusedFootnote(Check):
    """A footnote that the text of its provision does not call.

    Why it matters: it would stand at the foot of the page, and nobody could tell what it belongs to.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
                  duty: must
                  actors: [staff]
                  text: Staff must keep their phones off.
                  footnotes:
        >           - id: emergencies
                      text: In an emergency anyone may use a phone.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
                  duty: must
                  actors: [staff]
                  text: Staff must keep their phones off.[^emergencies]
                  footnotes:
                    - id: emergencies
                      text: In an emergency anyone may use a phone.
    """

    name: ClassVar[str] = "unused-footnote"
    code: ClassVar[str] = "C22"
    severity: ClassVar[Severity] = Severity.WARNING
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each footnote without a call; a misspelt call in the same place is told instead."""
        for document in linked.handbook.documents:
            for node in filter(notes, linked.handbook.within(document)):
                called = {call.id for written, _ in prose(node) for call in calls(written)}
                written = {note.id for note in notes(node)}
                unused = () if called - written else notes(node)
                for note in unused:
                    if note.id not in called:
                        yield cls.found(
                            f"Nothing calls the footnote “{note.id}”.",
                            note.location("id"),
                            f"Write [^{note.id}] in the text where it belongs, or take the footnote out.",
                        )
