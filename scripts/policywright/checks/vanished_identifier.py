"""Identifiers that the last edition had."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import identifier, identifier_location
from policywright.checks.suggestion import closest
from policywright.diagnostics import Diagnostic, Location
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.references import file_of
from policywright.model.policy import Policy


class VanishedIdentifier(Check):
    """An identifier of the last edition that is gone, without a word of where its matter went.

    Why it matters: addresses in letters, bookmarks and other policies lead to it. They keep working
    when the provision that took its place says `formerly:`, or when the old one stays and is withdrawn.

    Refused:

        # earlier: phones
        # earlier: phones#phones-away
        # policies/schools/phones.yml
        > policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
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
        earlier = circumstances.earlier or frozenset()
        for address in sorted(earlier):
            if _is_lost(linked, address):
                yield cls.found(
                    f"“{address}” was in the last edition and is gone.",
                    _place(linked, address),
                    _remedy(linked, address, earlier),
                )


def _is_lost(linked: LinkedHandbook, address: str) -> bool:
    """Say whether an address leads nowhere that `formerly:` could keep; parts and what is in forms have no such key."""
    if file_of(address) in linked.handbook.unread or _now(linked, address):
        return False
    name, inner, _ = address.partition("#")
    document = _now(linked, name)
    is_policy = document is not None and isinstance(document.node, Policy)
    return is_policy if inner else not address.startswith("part:")


def _now(linked: LinkedHandbook, address: str) -> Target | None:
    """Return what an earlier address leads to now, by itself or by what `formerly:` says."""
    document, inner, name = address.partition("#")
    renamed = linked.aliases.get(document)
    if inner and renamed:
        address = f"{renamed.address}#{name}"
    return linked.targets.get(address) or linked.aliases.get(address)


def _place(linked: LinkedHandbook, address: str) -> Location:
    document = _now(linked, address.partition("#")[0])
    return identifier_location(document) if document else linked.handbook.settings.location("handbook")


def _remedy(linked: LinkedHandbook, address: str, earlier: frozenset[str]) -> str:
    scope = max(address.rfind("#"), address.rfind(":")) + 1
    fresh = {identifier(new): new for new in linked.targets.values() if new.address not in earlier}
    here = [name for name, new in fresh.items() if new.address.startswith(address[:scope])]
    near = closest(address[scope:], here)
    place = f"“{near}”" if near else "what took its place"
    return f"Write formerly: [{address[scope:]}] at {place}, or put it back."
