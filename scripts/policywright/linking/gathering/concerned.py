"""Concerned: which roles a rule or a document is for, with everybody who belongs to a group that it is for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from policywright.linking.gathering.bearers import bearers, counts_as
from policywright.linking.gathering.comparison import Comparison
from policywright.linking.gathering.role_sheet import Sheet
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.registers import Role


class Concerned:
    """Tells whom something concerns, as the identifiers of roles in the order of the register; nobody is no role.

    A clause or point concerns those whom it binds, a document those on whose `sheets` it stands as a rule or as work.
    """

    def __init__(self, linked: LinkedHandbook, sheets: Iterable[Sheet]) -> None:
        self._members = defaultdict[str, set[str]](set)
        self._order = [role.id for role in linked.handbook.entries(Role)]
        for role in self._order:
            for name in counts_as(linked.handbook, role):
                self._members[name].add(role)
        self._by_document = defaultdict[str, set[str]](set)
        for sheet in sheets:
            for document in (*sheet.policies, *sheet.work.documents):
                self._by_document[document.id].add(sheet.role.anchor)

    def of(self, target: Target) -> tuple[str, ...]:
        """Return the roles that a clause, point or document concerns."""
        if target.document and target.kind == "document":
            return self._in_order(self._by_document[target.document.id])
        return self._in_order(self._bound(target))

    def by(self, comparison: Comparison) -> tuple[str, ...]:
        """Return the roles that the rules on a topic concern, wherever they stand."""
        excerpts = (excerpt for side in comparison.ruling for excerpt in side.excerpts)
        return self._in_order(set[str]().union(*(self._bound(excerpt.target) for excerpt in excerpts)))

    def _bound(self, target: Target) -> set[str]:
        return set[str]().union(*(self._members[name] for name in bearers(target)))

    def _in_order(self, roles: set[str]) -> tuple[str, ...]:
        return tuple(role for role in self._order if role in roles)
