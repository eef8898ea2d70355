"""Duties in the passive that leave open who acts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.wording import PlacedWords, wordings
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.duty_words import own_words
from policywright.linking.linked import LinkedHandbook

_PASSIVE = re.compile(
    r"\s+(?:(?:always|also|first|then|only|at once)\s+)?be\s+(?:\w+ly\s+|well\s+|always\s+)?"
    r"(?!(?:based|committed|concerned|dressed|entitled|experienced|interested|involved|limited|prepared|qualified|satisfied"
    r"|trained|used\s+to)\b)"
    r"(?:\w{2,}ed|brought|chosen|cut|done|drawn|found|given|held|hidden|kept|left|lent|made|paid|put|read|seen|sent|set|shown"
    r"|shut|sold|taken|told|written)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"[^.;]*\bby\b")


class PassiveDuty(Check):
    """A duty in the passive, such as "must be kept", where several bear it and its sentence does not say which.

    Why it matters: each of them thinks that another does it. Where one role alone bears a duty, or the sentence goes on
    with "by", nobody can be in doubt.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: lost
                  duty: must
                  actors: [staff, school-office]
        >         text: A telephone that was found must be kept for a term.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: lost
                  duty: must
                  actors: [staff, school-office]
                  text: Staff must bring a telephone that was found to the office, which must keep it for a term.
    """

    name: ClassVar[str] = "passive-duty"
    code: ClassVar[str] = "F32"
    severity: ClassVar[Severity] = Severity.NOTE
    misses = ("actors",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for the words of each such duty."""
        for wording in wordings(linked):
            if len(wording.target.actors) > 1:
                for found in wording.governing:
                    if _is_open(found):
                        yield cls.found(
                            f"“{found.text} be …” does not say who does it, and the rule is for several.",
                            found.location,
                            f"Begin with who acts, as in “Staff {found.text} …”, or say by whom.",
                        )


def _is_open(found: PlacedWords) -> bool:
    words = own_words(found.written.text)
    passive = _PASSIVE.match(words, found.words.end) if found.words.says not in {None, "may"} else None
    return passive is not None and not _BY.match(words, passive.end())
