"""Local changes: what those of an adopter stand on, and whether that still says what it said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from policywright.linking.fingerprints import fingerprint_of
from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.linking.model_words import words_of
from policywright.model.adopter import Addition, Adopter, Amendment, Base, LeftOut, LocalChange
from policywright.model.policy import Provision

_NAMING: Mapping[type[LocalChange], str] = {Amendment: "clause", Addition: "after", LeftOut: "provision"}
"""The field by which each kind of local change names what it stands on."""

State = Literal["sound", "unnoted", "moved", "gone"]
"""Whether the model says what it said, nobody noted what it said, it says something else, or it is not there."""


@dataclass(frozen=True, eq=False)
class Footing:
    """What a local change that holds stands on in the model: `target`, which is None where that is gone."""

    change: LocalChange
    target: Target | None

    @property
    def state(self) -> State:
        """How it stands."""
        if self.target is None:
            return "gone"
        if self.change.base is None:
            return "unnoted"
        return "sound" if self.change.base.fingerprint == fingerprint_of(self.target) else "moved"


def footings(linked: LinkedHandbook, adopter: Adopter) -> Iterator[Footing]:
    """Yield what each local change of an adopter stands on, but for those set aside."""
    for change in adopter.standing:
        yield Footing(change, footing_of(linked, change))


def footing_of(linked: LinkedHandbook, change: LocalChange) -> Target | None:
    """Return what a local change stands on."""
    marks = linked.marks_in(change, _NAMING[type(change)])
    return next((mark.target for mark in marks if isinstance(mark, Reference)), None)


def base_of(target: Target) -> Base:
    """Return what is noted of the model where a local change stands on it."""
    return Base(fingerprint=fingerprint_of(target), says=words_of(target.node, target.duty, target.actors))


def is_statutory(target: Target) -> bool:
    """Say whether a law asks for a provision, or for what it is part of."""
    place: Target | None = target
    while place:
        if isinstance(place.node, Provision) and place.node.statutory:
            return True
        place = place.parent
    return False
