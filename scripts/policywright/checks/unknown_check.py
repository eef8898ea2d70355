"""Names of checks that no check bears."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import closest
from policywright.checks.waivers import waivers
from policywright.diagnostics import Diagnostic, Location
from policywright.linking.linked import LinkedHandbook
from policywright.model.handbook import Handbook


class UnknownCheck(Check):
    """The name of a check, in a waiver or in the settings, that no check bears.

    Why it matters: a waiver with a slip in its name lets nothing pass, and a severity with a slip changes nothing.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: reply
                  duty: must
                  actors: [staff]
                  text: Answer a parent's message as soon as possible.
                  accept:
        >           - check: vague-dedline
                      because: The governing body will settle the figure in spring.
                      until: 2027-06-30

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: reply
                  duty: must
                  actors: [staff]
                  text: Answer a parent's message as soon as possible.
                  accept:
                    - check: vague-deadline
                      because: The governing body will settle the figure in spring.
                      until: 2027-06-30
    """

    name: ClassVar[str] = "unknown-check"
    code: ClassVar[str] = "D13"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each name that is none."""
        for name, location in _names(linked.handbook):
            if name not in circumstances.checks:
                yield cls.found(f"No check is called “{name}”.", location, _remedy(name, circumstances.checks))


def _names(handbook: Handbook) -> Iterator[tuple[str, Location]]:
    for item, name in enumerate(handbook.settings.severity):
        yield name, handbook.settings.location("severity", item)
    for placed in waivers(handbook):
        yield placed.waiver.check, placed.waiver.location("check")


def _remedy(name: str, checks: tuple[str, ...]) -> str:
    near = closest(name, checks)
    return f"Write {near}." if near else "`policywright explain` lists the names of all checks."
