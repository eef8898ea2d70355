"""Local changes whose clause moved on in the model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.checks.unread import is_whole
from policywright.diagnostics import Diagnostic, Location, Related, Severity
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.local_changes import Footing, footings
from policywright.model.adopter import Adopter


class StaleAmendment(Check):
    """What an adopter has otherwise stands on words that the model does not have, or that nobody noted.

    Why it matters: the adopter agreed to its own words beside those of the model. Where the model says something else,
    somebody must look whether the local words still fit. `policywright update` shows the three texts side by side and
    notes what was decided.

    Refused:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media, version: 2026.1}]
          variables: {school-name: Hill School}
          amend:
        >   - clause: social-media#decline-friend-requests
              text: Staff must decline every friend request of a pupil, and of a former pupil under 18.
              because: Agreed by the governors.
              base:
                fingerprint: "000000000000"
                says: Staff should decline friend requests.

    Accepted:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media, version: 2026.1}]
          variables: {school-name: Hill School}
          amend:
            - clause: social-media#decline-friend-requests
              text: Staff must decline every friend request of a pupil, and of a former pupil under 18.
              because: Agreed by the governors.
              base:
                fingerprint: c38548be68cf
                says: |
                  (must: staff)
                  Staff must decline every friend request that a pupil sends to a personal account.
    """

    name: ClassVar[str] = "stale-amendment"
    code: ClassVar[str] = "D05"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each local change whose base moved on or is not noted."""
        for adopter in linked.handbook.adopters:
            for footing in footings(linked, adopter):
                if footing.target and footing.state in {"moved", "unnoted"} and _is_read(linked, footing.target):
                    yield _told(adopter, footing, subject(footing.target), footing.target.location)


def _is_read(linked: LinkedHandbook, target: Target) -> bool:
    """Whether everything that the model says there could be read."""
    origin = target.node.origin
    return is_whole(linked.handbook, origin.source.locate(origin.span.start, origin.span.end))


def _told(adopter: Adopter, footing: Footing, name: str, place: Location) -> Diagnostic:
    moved = footing.state == "moved"
    return StaleAmendment.found(
        f"{name} says something else in the model than when this was written."
        if moved
        else f"Nobody noted what {name[0].lower()}{name[1:]} said in the model when this was written.",
        footing.change.location(),
        f"Run: policywright update {adopter.adopter}",
        [Related("The model says it here.", place)] if moved else [],
    )
