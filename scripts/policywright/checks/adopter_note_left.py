"""Notes to adopters in what an adopter publishes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook


class AdopterNoteLeft(Check):
    """A clause of an adopter's own has a note to adopters.

    Why it matters: the notes of the model drop out of an adopter's handbook, but nobody knows whether this one was
    meant for its readers. A handbook with such a note is not published.

    Refused:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables: {school-name: Hill School}
          add:
            - after: social-media#decline-friend-requests
              because: Agreed by the governors.
              clauses:
                - id: hill-clubs
                  text: The same holds in our clubs.
        >         adopter-note: Name the clubs here.

    Accepted:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables: {school-name: Hill School}
          add:
            - after: social-media#decline-friend-requests
              because: Agreed by the governors.
              clauses:
                - id: hill-clubs
                  text: The same holds in our clubs for chess and football.
    """

    name: ClassVar[str] = "adopter-note-left"
    code: ClassVar[str] = "E07"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each note that is left in an adopter's handbook."""
        if linked.handbook.adoption is None:
            return
        for document in linked.handbook.documents:
            for node in linked.handbook.within(document):
                if getattr(node, "adopter_note", None):
                    message = "This note to adopters would stand in the adopter's own handbook."
                    yield cls.found(message, node.location("adopter_note"), "Do what it asks, and take it out.")
