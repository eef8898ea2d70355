"""Variables for which an adopter has no words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook


class UnfilledForAdopter(Check):
    """An adopter gives no words for a variable that its handbook uses.

    Why it matters: the words that the model has until then, such as “the school”, are for the model. An adopter's
    handbook with a gap is not published, so that nobody ever reads “Telephone of the school” on a letter.

    Refused:

        # policies/adopters/hill-school.yml
          adopter: hill-school
        > name: Hill School
          takes: [{policy: social-media}]

    Accepted:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables:
            school-name: Hill School
    """

    name: ClassVar[str] = "unfilled-for-adopter"
    code: ClassVar[str] = "E03"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each variable that leaves gaps in the adopter's handbook."""
        adoption = linked.handbook.adoption
        if adoption is None:
            return
        adopter = adoption.adopter
        place = adopter.key_location("variables") if adopter.variables else adopter.location("name")
        for variable in linked.handbook.settings.variables:
            gaps = [use for use in linked.variables if use.name == variable.id and not use.blank and use.value is None]
            if gaps:
                yield cls.found(
                    f"{adopter.name} has no words for “{variable.id}”.",
                    place,
                    f"Write {variable.id}: below variables:, and behind it: {variable.about}",
                    [Related("It is used here.", use.location) for use in gaps[:FEW]],
                )


FEW = 3
"""How many of the places where a variable is used are shown; the first ones tell what it is for."""
