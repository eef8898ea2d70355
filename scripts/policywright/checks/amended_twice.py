"""Two local changes that stand on one clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import subject
from policywright.diagnostics import Diagnostic, Location, Related
from policywright.linking.linked import LinkedHandbook
from policywright.linking.local_changes import footings
from policywright.model.adopter import Addition


class AmendedTwice(Check):
    """An adopter changes one clause twice.

    Why it matters: only one of the two can stand in its handbook, and the words of the other would be lost without
    anybody noticing. It happens where the model makes one clause of two.

    Refused:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables: {school-name: Hill School}
          amend:
            - clause: social-media#decline-friend-requests
              text: Staff must decline every friend request of a pupil, and of a former pupil under 18.
              because: Agreed by the governors.
          leave-out:
        >   - provision: social-media#decline-friend-requests
              because: We have no pupils on such sites.

    Accepted:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables: {school-name: Hill School}
          amend:
            - clause: social-media#decline-friend-requests
              text: Staff must decline every friend request of a pupil, and of a former pupil under 18.
              because: Agreed by the governors.
    """

    name: ClassVar[str] = "amended-twice"
    code: ClassVar[str] = "E05"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each further change of a clause, where it stands."""
        for adopter in linked.handbook.adopters:
            first: dict[str, Location] = {}
            for footing in footings(linked, adopter):
                if footing.target is None or isinstance(footing.change, Addition):
                    continue
                here = footing.change.location()
                place = first.setdefault(footing.target.address, here)
                if place != here:
                    yield cls.found(
                        f"{subject(footing.target)} is changed twice by {adopter.name}.",
                        here,
                        "Put both into one, or set one of them aside with set-aside: and the version of the model.",
                        [Related("It is changed here already.", place)],
                    )
