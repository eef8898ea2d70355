"""Titles that end as sentences do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.instead import instead
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook

_FIELDS = frozenset({"title", "short_title"})
_STOP = re.compile(r"(?<=[\w\u2019)\u201d])(?<!\b[A-Z])(?<!\b(?:Co|Dr|Jr|No|Sr|St|vs))(?<!\b(?:etc|Inc|Ltd))[.:;,]\Z")


class TitleFullStop(Check):
    """A title that ends in a full stop, a colon or a comma.

    Why it matters: titles stand in menus, contents and references, where the stop ends somebody else's sentence: "see
    In lessons., 2.1".

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
        >     title: In lessons.
              introduction: Telephones are switched off.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are switched off.
    """

    name: ClassVar[str] = "title-full-stop"
    code: ClassVar[str] = "F07"
    severity: ClassVar[Severity] = Severity.NOTE
    mendable = True

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for the last character of each such title."""
        for prose in linked.plain_prose:
            match = _STOP.search(prose.words) if prose.written.field in _FIELDS else None
            if match:
                mend = instead(prose.written, *match.span(), "")
                yield cls.found(f"This title ends in “{match[0]}”.", prose.location(match), "Leave it out.", mend=mend)
