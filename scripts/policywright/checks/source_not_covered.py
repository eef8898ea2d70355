"""Provisions of publications that no document restates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
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
    misses = ("id", "set-aside")
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each provision without a counterpart.

        What a mistyped `from:` was probably meant to name is left to the check of references.
        """
        provisions = {address: one.node for address, one in linked.targets.items() if one.kind == "source-provision"}
        covered = restated(linked)
        bare = {
            address: node
            for address, node in provisions.items()
            if isinstance(node, SourceProvision) and not node.set_aside and address not in covered
        }
        meant = set(_meant(linked, provisions, bare))
        for address, node in bare.items():
            if address not in meant:
                yield cls.found(
                    f"Nothing restates “{node.locator}”: {node.says}",
                    node.location("id"),
                    f"Add from: [{address}] to the clause that says it, or set-aside: with the reason why none does.",
                )


def restated(linked: LinkedHandbook) -> frozenset[str]:
    """Return the addresses of the provisions that something names in `from:`."""
    return frozenset(one.target.address for one in linked.references if one.kind == "from_" and one.target)


def _meant(linked: LinkedHandbook, provisions: Iterable[str], bare: Iterable[str]) -> Iterator[str]:
    """Yield the provisions that those names in `from:` probably mean that lead nowhere.

    That is the one with nearly the same name in the same document, otherwise the nearest that nothing restates.
    """
    for astray in {one.address for one in linked.references if one.kind == "from_" and not one.target}:
        document, _, name = astray.rpartition("/")
        near = get_close_matches(name, _names_within(document, provisions), n=1, cutoff=0.75)
        near = near or get_close_matches(name, _names_within(document, bare), n=1, cutoff=0)
        yield from (f"{document}/{found}" for found in near)
        if not near:
            yield from get_close_matches(astray, list(provisions), n=1, cutoff=0.8)


def _names_within(document: str, addresses: Iterable[str]) -> list[str]:
    parts = (address.rpartition("/") for address in addresses)
    return sorted(name for one, _, name in parts if one == document)
