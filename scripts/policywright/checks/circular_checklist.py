"""Checklists that can never be begun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Location, Related
from policywright.linking.circles import circles
from policywright.linking.linked import LinkedHandbook
from policywright.model.checklist import Checklist


@dataclass(frozen=True, slots=True)
class _Wait:
    """Something that is done only after something else, and where that is written."""

    start: str
    end: str
    location: Location


class CircularChecklist(Check):
    """Items, or checklists, of which each must come after the other.

    Why it matters: nobody can do the first thing, since it waits for the last.

    Refused:

        # policies/schools/checklists/lost-phone.yml
          checklist: lost-phone
          title: A school telephone is lost
          part: schools
          steps:
            - title: At once
              items:
                - id: tell-office
                  do: Tell the school office.
                  after: [block]
                - id: block
                  do: Block the number.
        >         after: [tell-office]

    Accepted:

        # policies/schools/checklists/lost-phone.yml
          checklist: lost-phone
          title: A school telephone is lost
          part: schools
          steps:
            - title: At once
              items:
                - id: tell-office
                  do: Tell the school office.
                - id: block
                  do: Block the number.
                  after: [tell-office]
    """

    name: ClassVar[str] = "circular-checklist"
    code: ClassVar[str] = "G51"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each circle of items, and each circle of checklists."""
        checklists = tuple(linked.handbook.of_kind(Checklist))
        for checklist in checklists:
            yield from cls._circles(_items_wait(checklist))
        yield from cls._circles(
            _Wait(checklist.id, before, checklist.location("follows", place))
            for checklist in checklists
            for place, before in enumerate(checklist.follows)
        )

    @classmethod
    def _circles(cls, waits: Iterable[_Wait]) -> Iterable[Diagnostic]:
        for circle in circles(waits):
            *others, last = circle
            told = " after ".join([*(wait.start for wait in circle), last.end])
            yield cls.found(
                f"Each of these waits for the next, in a circle: {told}.",
                last.location,
                f"Take {last.end} out here, or break the circle at another place.",
                [Related(f"{wait.start} comes after {wait.end}.", wait.location) for wait in others],
            )


def _items_wait(checklist: Checklist) -> Iterable[_Wait]:
    for step in checklist.steps:
        for item in step.items:
            yield from (_Wait(item.id, name, item.location("after", place)) for place, name in enumerate(item.after))
