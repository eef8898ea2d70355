"""Small words that were typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.instead import instead
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_prose import PlainProse

_WORDS = "a an and at be by for from must not of or our should the their to will with your".split()  # noqa: SIM905  words
_DOUBLED = re.compile(rf"\b(?P<word>{'|'.join(_WORDS)})(?P<again>(?:\s+(?P=word))+)\b(?!['\u2019-])", re.IGNORECASE)
_DOUBLES = tuple(f"{word} {word}" for word in _WORDS)
"""Of which one stands in each, in small letters; most texts have none, and need no closer look."""


class DoubledWord(Check):
    """A small word that stands twice in a row, such as "the the".

    Why it matters: it is a slip of the keyboard, or what a change left behind; readers stumble, and doubt the rest. It
    hides well at the end of a line.

    Words that can rightly be doubled, as in "log in in the morning", are left alone.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: |
        >       Telephones are kept in the
                the lockers at the gate.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: |
                Telephones are kept in the
                lockers at the gate.
    """

    name: ClassVar[str] = "doubled-word"
    code: ClassVar[str] = "F08"
    severity: ClassVar[Severity] = Severity.WARNING
    mendable = True

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each word with its double."""
        for prose in filter(_may_be_doubled, linked.plain_prose):
            for match in _DOUBLED.finditer(prose.words):
                times = 1 + len(match["again"].split())
                yield cls.found(
                    f"“{match['word']}” stands here {times} times.",
                    prose.location(match),
                    "Leave one of them.",
                    mend=instead(prose.written, *match.span("again"), ""),
                )


def _may_be_doubled(prose: PlainProse) -> bool:
    words = " ".join(prose.words.lower().split())
    return any(double in words for double in _DOUBLES)
