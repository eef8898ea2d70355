"""Calls of footnotes that are not there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.footnotes import calls, notes
from policywright.checks.suggestion import closest
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook


class FootnoteWithoutText(Check):
    """A footnote that is called and not written.

    Why it matters: the reader looks at the foot of the page and finds nothing.

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
        >         text: Staff must keep their phones off.[^emergencys]
                  footnotes:
                    - id: emergencies
                      text: In an emergency anyone may use a phone.
                  topics: [friend-requests]

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

    name: ClassVar[str] = "footnote-without-text"
    code: ClassVar[str] = "C21"
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each call that its own provision does not answer."""
        for document in linked.handbook.documents:
            for written in linked.handbook.prose_in(document):
                written_notes = [note.id for note in notes(written.node)]
                for call in calls(written):
                    if call.id not in written_notes:
                        yield cls.found(
                            f"There is no footnote “{call.id}” here.", call.location, _remedy(call.id, written_notes)
                        )


def _remedy(name: str, written_notes: list[str]) -> str:
    near = closest(name, written_notes)
    return f"Write [^{near}]." if near else "Write it under footnotes: of the same provision, or take the mark out."
