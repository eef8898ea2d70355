"""Changes that are called minor and are not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import named
from policywright.diagnostics import Diagnostic, Related, Severity
from policywright.linking.gathering.changes import Change, Edition, Grade
from policywright.linking.linked import LinkedHandbook

_CHANGED: dict[Grade, str] = {
    "duty": "a duty",
    "figure": "a number, an age or a period",
    "actors": "who acts",
    "scope": "for whom or when something holds",
}


class ChangeNotMinor(Check):
    """A version that is called minor although a duty, a figure, who acts, or the scope of a rule changed.

    Why it matters: whoever approves a minor change reads no further. What asks something else of people
    must not pass as a matter of style.

    Refused:

        # before: policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          version: 2026.1
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: kept
                  duty: must
                  actors: [staff]
                  text: Staff must keep a telephone that they took for 2 days.
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          version: 2026.2
          history:
            - version: 2026.2
              date: 2026-09-01
              by: headteacher
              what: Shorter sentences.
        >     minor: yes
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: kept
                  duty: must
                  actors: [staff]
                  text: Staff must keep a telephone that they took for 5 days.

    Accepted:

        # before: policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          version: 2026.1
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: kept
                  duty: must
                  actors: [staff]
                  text: Staff must keep a telephone that they took for 2 days.
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          version: 2026.2
          history:
            - version: 2026.2
              date: 2026-09-01
              by: headteacher
              what: Shorter sentences.
              minor: yes
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: kept
                  duty: must
                  actors: [staff]
                  text: Staff must keep a telephone that they confiscated for 2 days.
    """

    name: ClassVar[str] = "change-not-minor"
    code: ClassVar[str] = "D15"
    severity: ClassVar[Severity] = Severity.ERROR

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each document whose present version is called minor and changes more than words."""
        for edition in circumstances.changes.editions.values():
            if edition.revision and edition.revision.minor and edition.grade not in {None, "wording"}:
                yield cls._found(edition)

    @classmethod
    def _found(cls, edition: Edition) -> Diagnostic:
        changed = [change for grade, changes in edition.by_grade.items() if grade != "wording" for change in changes]
        what = _CHANGED[edition.grade] if edition.grade and edition.grade != "wording" else ""
        revision = edition.revision
        assert revision is not None  # noqa: S101  it is called minor by that
        return cls.found(
            f"The {named(edition.document)} calls its version {edition.version} minor, "
            f"but {what} changed since version {edition.before}{_where(changed)}.",
            revision.location("minor"),
            "Leave out minor: and say under what: what changed, or put the words back as they were.",
            related=tuple(Related("This changed.", change.after.location) for change in changed if change.after),
        )


def _where(changed: Iterable[Change]) -> str:
    """Return the numbers of what changed, as far as it bears any."""
    numbers = [change.target.number for change in changed if change.target.number]
    return f": {', '.join(numbers)}" if numbers else ""
