"""Identifiers that the last edition had."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.last_edition import heir, is_lost, now
from policywright.checks.naming import identifier, identifier_location
from policywright.diagnostics import Diagnostic, Location, Related
from policywright.linking.linked import LinkedHandbook, Target


class VanishedIdentifier(Check):
    """An identifier of the last edition that is gone, without a word of where its matter went.

    Why it matters: addresses in letters, bookmarks and other policies lead to it. They keep working
    when the provision that took its place says `formerly:`, or when the old one stays and is withdrawn. What was a
    draft then may go without a word.

    Refused:

        # earlier: phones
        # earlier: phones#phones-away
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
        >       - id: phones-off
                  text: Staff keep their phones off.

    Accepted:

        # earlier: phones
        # earlier: phones#phones-away
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
                  formerly: [phones-away]
                  text: Staff keep their phones off.
    """

    name: ClassVar[str] = "vanished-identifier"
    code: ClassVar[str] = "B06"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each lost document, provision and register's entry; a lost document is one finding."""
        for address in sorted(circumstances.earlier or ()):
            if is_lost(linked, circumstances, address):
                new = heir(linked, circumstances, address)
                yield cls.found(
                    f"“{address}” was in the last edition and is gone.",
                    _place(linked, address, new),
                    _remedy(address, new),
                    [
                        Related("It is referred to here.", one.location)
                        for one in linked.references
                        if one.address == address
                    ],
                )


def _place(linked: LinkedHandbook, address: str, new: Target | None) -> Location:
    place = new or now(linked, address.partition("#")[0])
    return identifier_location(place) if place else linked.handbook.settings.location("handbook")


def _remedy(address: str, new: Target | None) -> str:
    name = address[max(address.rfind("#"), address.rfind(":")) + 1 :]
    here = f"If “{identifier(new)}” is its new name" if new else "At what took its place"
    return f"{here}, write formerly: [{name}] there; otherwise put it back."
