"""An adopter's words for variables that the model does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import closest
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook


class ValueWithoutVariable(Check):
    """An adopter gives words for a variable that the model does not have.

    Why it matters: the words stand nowhere. Most often the name is mistyped, and the variable that was meant stays
    without words.

    Refused:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables:
            school-name: Hill School
        >   school-nmae: Hill School

    Accepted:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables:
            school-name: Hill School
    """

    name: ClassVar[str] = "value-without-variable"
    code: ClassVar[str] = "E02"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each name that is no variable's."""
        known = [variable.id for variable in linked.handbook.settings.variables]
        home = linked.handbook.settings.origin.source.file
        # A variable whose name could not be read may be the one that is given a value.
        nameless = any(lost.name and lost.within.file == home for lost in linked.handbook.lost)
        for adopter in linked.handbook.adopters if not nameless else ():
            for place, name in enumerate(adopter.variables):
                if name not in known and "handbook" not in linked.handbook.unread:
                    near = closest(name, known)
                    yield cls.found(
                        f"The model has no variable “{name}”.",
                        adopter.location("variables", place),
                        f"Write {near}." if near else "Take it out.",
                    )
