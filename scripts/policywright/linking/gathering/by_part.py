"""What is gathered from the whole handbook, part by part: deadlines, times for keeping things, ages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policywright.linking.gathering.figures import hours
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.plain_text import plain_text
from policywright.model.form import Form
from policywright.model.policy import Provision


@dataclass(frozen=True, eq=False)
class Gathered:
    """What was gathered from one part of the handbook, in the order of what was asked for."""

    part: Target
    targets: tuple[Target, ...]


def deadlines(linked: LinkedHandbook) -> Iterator[Gathered]:
    """Yield the clauses and points with a deadline, the shortest first."""
    wording = plain_text(linked.handbook)

    def rank(target: Target) -> float | None:
        deadline = target.node.deadline if isinstance(target.node, Provision) else None
        return hours(wording.of(deadline.within)) if deadline else None

    return _by_part(linked, rank)


def retention_periods(linked: LinkedHandbook) -> Iterator[Gathered]:
    """Yield the clauses, points and forms that say how long something is kept, the shortest time first."""
    wording = plain_text(linked.handbook)

    def rank(target: Target) -> float | None:
        match target.node:
            case Provision(retention=retention) if retention:
                return hours(wording.of(retention.keep))
            case Form(keep=keep) if keep:
                return hours(wording.of(keep.until))
        return None

    return _by_part(linked, rank)


def ages(linked: LinkedHandbook) -> Iterator[Gathered]:
    """Yield the clauses and points in which an age decides, the youngest first."""

    def rank(target: Target) -> float | None:
        age = target.node.age if isinstance(target.node, Provision) else None
        return min((limit for limit in (age.from_, age.below) if limit is not None), default=0) if age else None

    return _by_part(linked, rank)


def _by_part(linked: LinkedHandbook, rank: Callable[[Target], float | None]) -> Iterator[Gathered]:
    """Yield what has a rank and still holds, the lowest first."""
    found = defaultdict[str, list[tuple[float, Target]]](list)
    for target in linked.targets.values():
        place = rank(target)
        if place is not None and target.document and not target.withdrawn:
            found[target.document.part].append((place, target))
    for part in linked.handbook.settings.parts:
        if found[part.id]:
            in_order = sorted(found[part.id], key=lambda ranked: ranked[0])
            yield Gathered(linked.target_of(part), tuple(target for _, target in in_order))
