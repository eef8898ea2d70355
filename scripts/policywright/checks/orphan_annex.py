"""Annexes that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import identifier, identifier_location, named
from policywright.checks.unread import may_hold
from policywright.checks.unresolved import perhaps_meant
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.policy import Annex


class OrphanAnnex(Check):
    """An annex that nothing outside it refers to.

    Why it matters: an annex is read when a clause sends the reader there; one that no clause mentions
    is not read.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff keep their phones off.
          annexes:
        >   - id: lockers
              title: Where the lockers are
              introduction: There are lockers beside the staff room.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff keep their phones off, in a locker for instance ([[#lockers]]).
          annexes:
            - id: lockers
              title: Where the lockers are
              introduction: There are lockers beside the staff room.
    """

    name: ClassVar[str] = "orphan-annex"
    code: ClassVar[str] = "C19"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("document",)
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each annex to which nothing refers: not to its parts, nor to the document attached."""
        meant = perhaps_meant(linked)
        for annex in linked.targets.values():
            if annex.kind == "annex" and not _is_referred_to(linked, annex, meant):
                yield cls.found(
                    f"Nothing refers to {named(annex)}.",
                    identifier_location(annex),
                    f"Write [[#{identifier(annex)}]] in the clause that needs it.",
                )


def _is_referred_to(linked: LinkedHandbook, annex: Target, meant: set[Target]) -> bool:
    """Say whether something outside an annex leads to it, or would if there were no slip in a reference."""
    document = annex.node.document if isinstance(annex.node, Annex) else None
    attached = linked.targets.get(document or "")
    within = [target for target in linked.targets.values() if _belongs_to(target, annex, attached)]
    if (document and attached is None) or meant.intersection(within):
        return True
    return may_hold(linked.handbook, map(identifier, within)) or any(
        reference.source is None or reference.source not in within
        for target in within
        for reference in linked.referrers(target)
    )


def _belongs_to(target: Target, annex: Target, attached: Target | None) -> bool:
    if attached and target.document is attached.document:
        return True
    place: Target | None = target
    while place and place is not annex:
        place = place.parent
    return place is annex
