"""Names in letters that are no blank and no variable."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import closest
from policywright.diagnostics import Diagnostic
from policywright.linking.letters import choices_named
from policywright.linking.linked import LinkedHandbook
from policywright.model.letter import Letter


class UnknownBlank(Check):
    """A name in double braces in a letter that is neither one of its blanks nor a variable, or a choice for no blank.

    Why it matters: the letter would go out with braces in it, without the paragraph that hangs on the choice, or
    without what a decision has chosen for it.

    Refused:

        # policies/schools/letters/found-phone.yml
          letter: found-phone
          title: We have found a telephone
          part: schools
          blanks:
            - id: parent-name
              label: Name of the parent
          body:
            - text: |
        >       Dear {{parents-name}}
            - text: We have found your child's telephone.
              show-if:
        >       blank: place
                is: In the yard

    Accepted:

        # policies/schools/letters/found-phone.yml
          letter: found-phone
          title: We have found a telephone
          part: schools
          blanks:
            - id: parent-name
              label: Name of the parent
            - id: place
              label: Where it was
              pick: [In the yard, In a classroom]
          body:
            - text: |
                Dear {{parent-name}}
            - text: We have found your child's telephone at {{school-name}}.
              show-if:
                blank: place
                is: In the yard
    """

    name: ClassVar[str] = "unknown-blank"
    code: ClassVar[str] = "G30"
    told_once_in = "file"
    misses = ("blanks",)
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each unknown name in braces and each choice named for an unknown blank."""
        variables = [variable.id for variable in linked.handbook.settings.variables]
        for letter in linked.handbook.of_kind(Letter):
            blanks = [blank.id for blank in letter.blanks]
            nodes = {id(node) for node in linked.handbook.within(letter)}
            for use in linked.variables:
                if id(use.written.node) in nodes and not use.known:
                    message = f"No blank of this letter and no variable is called “{use.name}”."
                    near = closest(use.name, (*blanks, *variables))
                    yield cls.found(message, use.location, _remedy(f"{{{{{near}}}}}" if near else "", use.name))
            yield from cls._conditions(letter, blanks)

    @classmethod
    def _conditions(cls, letter: Letter, blanks: list[str]) -> Iterable[Diagnostic]:
        for condition in choices_named(letter):
            if condition.blank not in blanks:
                message = f"No blank of this letter and no variable is called “{condition.blank}”."
                remedy = _remedy(closest(condition.blank, blanks) or "", condition.blank)
                yield cls.found(message, condition.location("blank"), remedy)


def _remedy(near: str, name: str) -> str:
    add = f"add a blank with id: {name} under blanks:"
    return f"Write {near}, or {add}." if near else f"{add.capitalize()}."
