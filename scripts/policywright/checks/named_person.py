"""Persons who are named, and their addresses and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Location, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.handbook import Handbook
from policywright.model.registers import Platforms
from policywright.model.walk import texts

Place = Callable[[int, int], Location]
"""Where the characters from the first offset up to the second stand."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of thing that tells who somebody is, what it looks like, and what to write instead."""

    what: str
    looks: re.Pattern[str]
    remedy: str


_NAME = _Kind(
    "the name of a person",
    re.compile(
        r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof|Professor)\b\.?\s+[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w\u2019'-]+)*"
    ),
    "Name the office instead, such as [[role:headteacher]].",
)
_WAYS_IN = (
    _Kind(
        "an e-mail address",
        re.compile(r"(?<![\w.+-])[\w.+-]+@(?!(?:[\w-]+\.)*example\.(?:org|com|net)\b)(?:[\w-]+\.)+[A-Za-z]{2,}"),
        "Write a variable instead, such as {{school-email}}, and list it under variables: in handbook.yml.",
    ),
    _Kind(
        "a telephone number",
        # Eleven figures from 0 or +44, but neither 03 nor 080, which are numbers of organisations.
        re.compile(
            r"(?<![\w.,/-])(?:\+44[ .-]?(?:\(0\)[ .-]?)?|\(?0)(?!3|80)[1-9](?:[ ().-]{0,2}\d){8,9}(?![\w-]|[.,]\d)"
        ),
        "Write a variable instead, such as {{school-telephone}}, and list it under variables: in handbook.yml.",
    ),
)
_SIGN = re.compile(r"Mr|Ms|Miss|Dr|Cllr|Councillor|Prof|@|0[1-9]|\+44")
"""What stands in each of them: most texts have none of it, and need no closer look."""


class NamedPerson(Check):
    """The name, e-mail address or telephone number of a person.

    Why it matters: people move on and the text stays behind, in every printed copy. A name in a published policy is
    also personal data that nobody needs there. Offices last, and variables are filled in by each organisation.

    Numbers that are no person's pass: three digits such as 999, 101 or 111, freephone numbers and those beginning 03.
    So do addresses at example.org, and the ways in to a service in the register of platforms.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: help
              title: Help
              clauses:
                - id: office
                  text: |
        >           Ask Mrs Example in the office,
        >           write to office@school.invalid
        >           or ring 01632 960001.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: help
              title: Help
              clauses:
                - id: office
                  text: Ask the [[role:school-office]], write to help@example.org or ring 101.
    """

    name: ClassVar[str] = "named-person"
    code: ClassVar[str] = "F26"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each name, address and number."""
        for text, place, kinds in _texts(linked.handbook):
            for kind in kinds:
                for match in kind.looks.finditer(text):
                    words = " ".join(match[0].split())
                    yield cls.found(f"“{words}” looks like {kind.what}.", place(*match.span()), kind.remedy)


def _texts(handbook: Handbook) -> Iterator[tuple[str, Place, tuple[_Kind, ...]]]:
    """Yield every text that may hold some of it, and what may not stand there."""
    for top in (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources, *handbook.pages):
        kinds = (_NAME,) if isinstance(top, Platforms) else (_NAME, *_WAYS_IN)
        for node in handbook.within(top):
            yield from ((one.text, one.location, kinds) for one in texts(node) if _SIGN.search(one.text))
