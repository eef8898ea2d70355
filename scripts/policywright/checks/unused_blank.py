"""Blanks that a letter never uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import closest
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.letters import letter_texts
from policywright.linking.linked import LinkedHandbook
from policywright.model.letter import Letter


class UnusedBlank(Check):
    """A blank that stands nowhere in its letter and decides nothing.

    Why it matters: the sender is asked for something that the letter does not say, or a paragraph has lost its blank.

    Refused:

        # policies/schools/letters/found-phone.yml
          letter: found-phone
          title: We have found a telephone
          part: schools
          blanks:
            - id: parent-name
              label: Name of the parent
        >   - id: place
              label: Where it was
          body:
            - text: |
                Dear {{parent-name}}
            - text: We have found your child's telephone.

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
          body:
            - text: |
                Dear {{parent-name}}
            - text: We have found your child's telephone {{place}}.
    """

    name: ClassVar[str] = "unused-blank"
    code: ClassVar[str] = "G31"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("body", "subject")
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each blank without a use."""
        variables = {variable.id for variable in linked.handbook.settings.variables}
        for letter in linked.handbook.of_kind(Letter):
            used = _used(letter, variables)
            for blank in letter.blanks:
                if blank.id not in used:
                    yield cls.found(
                        f"The blank “{blank.id}” is not used in the letter.",
                        blank.location("id"),
                        f"Write {{{{{blank.id}}}}} where it belongs, or take the blank out.",
                    )


def _used(letter: Letter, variables: set[str]) -> set[str | None]:
    """Return the blanks that a letter uses, and those that its mistyped names were probably meant to be."""
    names = {name for text in letter_texts(letter) for name in text.blanks}
    names |= {paragraph.show_if.blank for paragraph in letter.body if paragraph.show_if}
    blanks = [blank.id for blank in letter.blanks]
    return {name if name in blanks else closest(name, blanks) for name in names - variables}
