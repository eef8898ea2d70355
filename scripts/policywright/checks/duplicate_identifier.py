"""Identifiers given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.footnotes import notes
from policywright.checks.naming import identifier, identifier_location, kind_of, with_article
from policywright.diagnostics import Diagnostic, Location, Related
from policywright.linking.linked import LinkedHandbook
from policywright.model.handbook import Variable
from policywright.model.policy import Footnote


class DuplicateIdentifier(Check):
    """An identifier that two things bear.

    Why it matters: the identifier makes the address, so a link could lead to either of the two.

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
        >       - id: phones-off
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
                  text: Staff must keep their phones off.
                - id: emergencies
                  text: In an emergency anyone may use a phone.
    """

    name: ClassVar[str] = "duplicate-identifier"
    code: ClassVar[str] = "B01"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for the second of each two."""
        for one, other in linked.duplicates:
            yield cls._found(identifier(other), kind_of(one), identifier_location(one), identifier_location(other))
        for siblings in _uncited(linked):
            firsts = {node.id: node for node in reversed(siblings)}
            for node in siblings:
                first = firsts[node.id]
                if first is not node:
                    noun = type(node).__name__.lower()
                    yield cls._found(node.id, noun, first.location("id"), node.location("id"))

    @classmethod
    def _found(cls, name: str, noun: str, first: Location, second: Location) -> Diagnostic:
        return cls.found(
            f"The identifier “{name}” is already that of {with_article(noun)} in {first.file}, line {first.line}.",
            second,
            "Give this one another identifier; never one that something else had before.",
            [Related(f"The first “{name}” is here.", first)],
        )


def _uncited(linked: LinkedHandbook) -> Iterator[tuple[Variable | Footnote, ...]]:
    """Yield the lists of things that have identifiers and are no targets: variables, and the footnotes of a clause."""
    yield linked.handbook.settings.variables
    for document in linked.handbook.documents:
        for node in linked.handbook.within(document):
            yield notes(node)
