"""Provisions of publications that no document restates."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.publication import SourceProvision


class SourceNotCovered(Check):
    """A provision of a publication that nothing restates, and that is not set aside.

    Why it matters: the handbook stands in for the publication. What it leaves out without a word is a rule that people
    still have to keep and can no longer find.

    Refused:

        # policies/sources/circular.yml
          source: circular
          title: Circular on telephones
          publisher: A council
          documents:
            - id: circular
              title: Circular on telephones
              provisions:
        >       - id: lessons
                  locator: page 1
                  says: No telephones in lessons.

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
                - id: greeting
                  locator: page 1
                  says: Wishes everybody a good term.
                  set-aside: It is no rule.
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
    """

    name: ClassVar[str] = "source-not-covered"
    code: ClassVar[str] = "G60"
    severity: ClassVar[Severity] = Severity.WARNING
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each provision without a counterpart.

        What a mistyped `from:` was probably meant to name is left to the check of references.
        """
        provisions = {target.address: target for target in linked.targets.values() if target.kind == "source-provision"}
        excused = restated(linked) | _meant(linked, provisions)
        for address, target in provisions.items():
            if isinstance(target.node, SourceProvision) and not target.node.set_aside and address not in excused:
                yield cls.found(
                    f"Nothing restates “{target.node.locator}”: {target.node.says}",
                    target.node.location("id"),
                    f"Add from: [{address}] to the clause that says it, or set-aside: with the reason why none does.",
                )


def restated(linked: LinkedHandbook) -> frozenset[str]:
    """Return the addresses of the provisions that something names in `from:`."""
    return frozenset(one.target.address for one in linked.references if one.kind == "from_" and one.target)


def _meant(linked: LinkedHandbook, provisions: dict[str, Target]) -> frozenset[str]:
    """Return the provisions that are nearest to those names in `from:` that lead nowhere."""
    astray = (one.address for one in linked.references if one.kind == "from_" and not one.target)
    return frozenset(near for address in astray for near in get_close_matches(address, provisions, n=1, cutoff=0.8))
