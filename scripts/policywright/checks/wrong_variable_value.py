"""An adopter's words for a variable that are not of the kind that is asked for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.vocabulary import DATE_PATTERN


def _is_date(words: str) -> bool:
    try:
        return bool(re.match(DATE_PATTERN, words) and datetime.date.fromisoformat(words))
    except ValueError:
        return False


_IS: Mapping[str, Callable[[str], object]] = {
    "text": bool,
    "number": re.compile(r"[0-9]+(\.[0-9]+)?").fullmatch,
    "date": _is_date,
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+").fullmatch,
    "web-address": re.compile(r"https?://[^\s<>\"]+").fullmatch,
}
_WANTED = {
    "number": "a number in figures, such as 14",
    "date": "a date, such as 2026-09-01",
    "email": "one address for email, such as office@example.org",
    "web-address": "one address that begins with https://",
}


class WrongVariableValue(Check):
    """An adopter gives a variable words of another kind than the model asks for.

    Why it matters: the words stand where a link, a number or a date is meant, so that a link leads nowhere, or a
    sentence says “within a few working days working days”.

    Refused:

        # policies/handbook.yml
          handbook: example
          title: Example
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
          variables:
            - id: school-name
              about: The name of the school
              type: web-address
              default: https://www.example.org/
        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables:
        >   school-name: our website

    Accepted:

        # policies/handbook.yml
          handbook: example
          title: Example
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
          variables:
            - id: school-name
              about: The name of the school
              type: web-address
              default: https://www.example.org/
        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables:
            school-name: https://hill.example.org/
    """

    name: ClassVar[str] = "wrong-variable-value"
    code: ClassVar[str] = "E04"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each value of another kind, where its name stands."""
        types = {variable.id: variable.type for variable in linked.handbook.settings.variables}
        for adopter in linked.handbook.adopters:
            for place, (name, words) in enumerate(adopter.variables.items()):
                wanted = types.get(name, "text")
                if not _IS[wanted](words):
                    yield cls.found(
                        f"“{words}” is no {wanted.replace('-', ' ')}, which “{name}” asks for.",
                        adopter.location("variables", place),
                        f"Write {_WANTED[wanted]}.",
                    )
