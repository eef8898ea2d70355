"""Identifiers that are nearly equal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import identifier, identifier_location, named
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook, Target


class IdentifierDiffersByCase(Check):
    """Two identifiers that differ only by capitals, hyphens or leading noughts.

    Why it matters: people read them as the same, and one day somebody refers to the wrong one.

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
        >       - id: phonesoff
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

    name: ClassVar[str] = "identifier-differs-by-case"
    code: ClassVar[str] = "B03"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for the second of each two that are nearly equal, within a document or a register."""
        first_of: dict[tuple[str, str], Target] = {}
        for target in linked.targets.values():
            first = first_of.setdefault((_scope(target), _reading(identifier(target))), target)
            if first is not target and target.kind != "source-provision":
                yield cls.found(
                    f"“{identifier(target)}” is easily taken for “{identifier(first)}”, {named(first)}.",
                    identifier_location(target),
                    "Give this one an identifier that says how it differs.",
                    [Related(f"“{identifier(first)}” is here.", identifier_location(first))],
                )


def _scope(target: Target) -> str:
    return target.address.removesuffix(identifier(target))


def _reading(name: str) -> str:
    """Return an identifier as a hasty reader takes it: `SM-03` and `sm3` are the same, `6-11` and `61-1` are not."""
    joined = re.sub(r"(?<!\d)[-_]|[-_](?!\d)", "", name.casefold())
    return re.sub(r"(?<!\d)0+(?=\d)", "", joined)
