"""Words that say that something is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_prose import PlainProse

_UNFINISHED = re.compile(
    r"\b(?:TODO|TO DO|TBC|TBA|TBD|FIXME|XXX+)\b|\blorem ipsum\b|\?{3,}|_{4,}"
    r"|(?i:\bto be (?:confirmed|decided|written|added|completed|inserted)(?= *(?:[.)\]]|\Z)))"
    r"|(?i:[\[<(]\s*insert\b[^\])>\n]*[\])>])|\AWrite here\b|\bWrite here (?:the|what|whom)\b"
)
_SIGNS = (
    "todo", "to do", "tbc", "tba", "tbd", "fixme", "xxx", "lorem", "???", "____", "to be ", "insert", "write here",
)  # fmt: skip
"""Of which one stands in each, in small letters; most texts have none, and need no closer look."""


class UnfinishedWords(Check):
    """A word such as TODO or TBC in what is no draft any more.

    Why it matters: it is printed, handed out, and read as the rule. Whoever approved the text took it for finished.

    A document with `status: draft` may have such words.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          status: model
          review-by: 2099-09-01
          sections:
            - id: lessons
              title: In lessons
        >     introduction: Telephones are kept in the lockers at the gate (TBC).

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          status: draft
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are kept in the lockers at the gate (TBC).
    """

    name: ClassVar[str] = "unfinished-words"
    code: ClassVar[str] = "F01"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each such word."""
        for prose in filter(_may_be_unfinished, linked.plain_prose):
            for match in _UNFINISHED.finditer(prose.words):
                yield cls.found(
                    f"“{match[0]}” says that something is still to be written here.",
                    prose.location(match),
                    "Write what belongs here, or give the document status: draft until it is known.",
                )


def _may_be_unfinished(prose: PlainProse) -> bool:
    words = prose.words.lower()
    in_force = prose.document is None or prose.document.status in {"model", "in-force"}
    return in_force and any(sign in words for sign in _SIGNS)
