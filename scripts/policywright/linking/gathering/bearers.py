"""Bearers: whom a provision binds."""

from __future__ import annotations

from policywright.linking.linked import Target
from policywright.model.handbook import Handbook
from policywright.model.policy import Policy, Section
from policywright.model.registers import Role


def bearers(target: Target) -> tuple[str, ...]:
    """Return the roles that a clause or point binds: its actors, otherwise those whom its section or policy is for."""
    place: Target | None = target
    while place:
        node = place.node
        found = place.actors or (node.applies_to if isinstance(node, Section | Policy) else ())
        if found:
            return found
        place = place.parent
    return ()


def counts_as(handbook: Handbook, role: str) -> tuple[str, ...]:
    """Return a role and every group that it belongs to, also through other groups, the nearest first."""
    found = [role]
    for name in found:
        found += (group.id for group in handbook.entries(Role) if name in group.includes and group.id not in found)
    return tuple(found)
