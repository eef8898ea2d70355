"""Provisions of publications that are set aside and restated all the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.publication import SourceProvision


class CoveredAndSetAside(Check):
    """A provision of a publication that is set aside, and restated by a clause nevertheless.

    Why it matters: the page of sources tells readers that the handbook leaves the provision out, and why, while a
    clause holds them to it.

    Refused:

        # policies/sources/circular.yml
          source: circular
          title: Circular on telephones
          publisher: A council
          documents:
            - id: circular
              title: Circular on telephones
              provisions:
                - id: lessons
                  locator: page 1
                  says: No telephones in lessons.
        >         set-aside: Every school rules on it for itself.
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: put-away
                  duty: must
                  actors: [pupil]
                  text: Pupils must put their telephones away in lessons.
                  from: [circular#circular/lessons]

    Accepted:

        # policies/sources/circular.yml
          source: circular
          title: Circular on telephones
          publisher: A council
          documents:
            - id: circular
              title: Circular on telephones
              provisions:
                - id: lessons
                  locator: page 1
                  says: No telephones in lessons.
                  set-aside: Every school rules on it for itself.
    """

    name: ClassVar[str] = "covered-and-set-aside"
    code: ClassVar[str] = "G61"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each reason for leaving out what is not left out."""
        for target in linked.targets.values():
            if isinstance(target.node, SourceProvision) and target.node.set_aside:
                restating = [one for one in linked.referrers(target) if one.kind == "from_"]
                if restating:
                    yield cls.found(
                        f"“{target.node.locator}” is set aside, but restated all the same.",
                        target.node.location("set_aside"),
                        "Take the line set-aside: out, or the from: that names it.",
                        [Related("It is restated here.", one.location) for one in restating],
                    )
