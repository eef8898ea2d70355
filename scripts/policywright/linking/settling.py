"""Settling: what an adopter has to decide when the model moved on, and what follows from what it decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from policywright.linking.linked import LinkedHandbook
from policywright.linking.local_changes import Footing, base_of, footings
from policywright.model.adopter import Addition, Adopter, Base, Taken
from policywright.model.node import Node

Choice = Literal["keep", "take"]
"""To keep the local words beside what the model says, or to take the model's in their place; additions always stay."""


_UNVERSIONED = "0"
"""Stands for the version of a model that bears none."""


@dataclass(frozen=True)
class Decided:
    """What was decided on a local change; `words` are other local words, where somebody wrote them."""

    choice: Choice
    words: str | None = None


Decisions = Mapping[int, Decided]
"""What was decided, by the identity of the local change."""


@dataclass(frozen=True)
class Outcome:
    """What is to stand in fields of a local change, or of a policy that is taken over, and a sentence that says so."""

    node: Node
    values: Mapping[str, str | Base]
    told: str


@dataclass(frozen=True)
class Update:
    """Where an adopter stands beside the model."""

    linked: LinkedHandbook
    adopter: Adopter

    @cached_property
    def footings(self) -> tuple[Footing, ...]:
        """What each of its local changes stands on."""
        return tuple(footings(self.linked, self.adopter))

    @property
    def both_moved(self) -> Iterator[Footing]:
        """What says something else in the model than when the adopter changed it."""
        return (footing for footing in self.footings if footing.state == "moved")

    @property
    def gone(self) -> Iterator[Footing]:
        """What stands on something that the model does not have."""
        return (footing for footing in self.footings if footing.state == "gone")

    @property
    def unnoted(self) -> Iterator[Footing]:
        """What stands on words that nobody noted."""
        return (footing for footing in self.footings if footing.state == "unnoted")

    @property
    def moved_on(self) -> Iterator[tuple[Taken, str]]:
        """The policies that are at another version than the adopter agreed to, with that version."""
        for taken in self.adopter.takes:
            present = self.version_of(taken.policy)
            if present and present != taken.version:
                yield taken, present

    def version_of(self, address: str) -> str:
        """Return the version of the document that an address leads into; empty where it has none."""
        target = self.linked.targets.get(address.partition("#")[0])
        return (target.document.version or "") if target and target.document else ""


def outcomes(update: Update, decisions: Decisions) -> Iterator[Outcome]:
    """Yield what follows from decisions on some of the local changes; the others stay as they are.

    The version of the model is agreed to as well where nothing is left to decide.
    """
    for footing in (*update.unnoted, *update.both_moved):
        decided = decisions.get(id(footing.change)) or (Decided("keep") if footing.state == "unnoted" else None)
        if decided:
            yield _outcome(update, footing, decided)
    if not any(update.gone) and all(id(footing.change) in decisions for footing in update.both_moved):
        for taken, version in update.moved_on:
            yield Outcome(taken, {"version": version}, f"{taken.policy}: agreed to at version {version}.")


def _outcome(update: Update, footing: Footing, decided: Decided) -> Outcome:
    change, what = footing.change, footing.change.what
    if decided.choice == "take" and not isinstance(change, Addition):
        version = update.version_of(what) or _UNVERSIONED
        return Outcome(change, {"set_aside": version}, f"{what}: the model's words hold; yours are kept, set aside.")
    assert footing.target is not None  # noqa: S101  what stands on nothing is gone, and nothing to decide
    base = base_of(footing.target)
    if decided.words:
        text = "\n".join(line.rstrip() for line in decided.words.strip().splitlines())
        return Outcome(change, {"text": text, "base": base}, f"{what}: your words as you edited them.")
    said = "what the model says is noted" if footing.state == "unnoted" else "your words stay"
    return Outcome(change, {"base": base}, f"{what}: {said}.")


def matching(update: Update, written: str) -> tuple[Footing, ...]:
    """Return what is to be decided on a clause: by its address, or by the end of it where that is of one clause."""
    found = defaultdict[str, list[Footing]](list)
    for footing in update.both_moved:
        found[footing.change.what].append(footing)
    ending = [what for what in found if what.partition("#")[2] == written.removeprefix("#")]
    return tuple(found[written] if written in found else found[ending[0]] if len(ending) == 1 else ())
