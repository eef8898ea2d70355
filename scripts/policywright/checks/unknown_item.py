"""Items that must come after something that is not there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import suggestion
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.checklist import Checklist


class UnknownItem(Check):
    """An item that must come `after:` an item that its checklist does not have.

    Why it matters: the order is lost, and a reader may do the later thing first.

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
                - id: block
                  do: Block the number.
        >         after: [tel-office]

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

    name: ClassVar[str] = "unknown-item"
    code: ClassVar[str] = "G50"
    told_once_in = "file"
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each name after `after:` that is no item's."""
        for checklist in linked.handbook.of_kind(Checklist):
            items = {item.id: item for step in checklist.steps for item in step.items}
            for item in items.values():
                for place, name in enumerate(item.after):
                    if name not in items:
                        yield cls.found(
                            f"No item of this checklist is called “{name}”.",
                            item.location("after", place),
                            suggestion(name, items),
                        )
