"""Clauses whose duty and whose words disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.wording import PlacedWords, Wording, fits_strength, wordings
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.imperatives import VERBS
from policywright.linking.linked import LinkedHandbook
from policywright.model.vocabulary import Duty

_SUBJECTS = frozenset(
    """
    a all an another any anybody anyone both each either every everybody everyone he it neither no nobody nothing one
    our people she somebody someone staff that the their there these they this those we you your
    """.split()  # noqa: SIM905  words read best as words
)
_NO_PLURALS = frozenset({"across", "always", "as", "besides", "perhaps", "regardless", "sometimes", "this", "unless"})
_FIRST_WORD = re.compile(r"[\s*_]*([A-Za-z'-]+|[\[{])")


class DutyWording(Check):
    """A clause whose duty says one thing and whose words another.

    Why it matters: the duty makes the mark beside the clause and the words are what a reader is held to. Where they
    disagree, nobody can say which of the two binds.

    An order such as "Decline every request" or "Do not reply" suits must and should, must-not and should-not. A point
    takes over the duty of its clause, so its words may just go on with the clause's sentence.

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
                - id: put-away
                  duty: must
                  actors: [staff]
                  text: |
        >           Staff should put their own telephones away in lessons.
                - id: pictures
                  duty: must-not
                  actors: [staff]
        >         text: Staff must ask before they take a picture of a pupil.
                - id: charging
        >         duty: must
                  actors: [staff]
                  text: The sockets in the classrooms are for school equipment.

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
                - id: put-away
                  duty: should
                  actors: [staff]
                  text: |
                    Staff should put their own telephones away in lessons.
                - id: pictures
                  duty: must
                  actors: [staff]
                  text: Ask before you take a picture of a pupil.
                - id: charging
                  text: The sockets in the classrooms are for school equipment.
                - id: never
                  duty: must-not
                  actors: [staff]
                  text: "In lessons, staff must not:"
                  points:
                    - id: calls
                      text: make private calls
    """

    name: ClassVar[str] = "duty-wording"
    code: ClassVar[str] = "F22"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("duty",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each clause or point whose duty finds no support in its words."""
        for wording in wordings(linked):
            duty = wording.target.duty
            if duty is None or _agrees(wording, duty) or wording.odd_words:
                continue
            other = _first_against(wording, duty)
            if other:
                yield cls._disagreement(wording, duty, other)
            elif _only_states(wording):
                yield cls.found(
                    f"The {wording.target.kind} is marked {duty}, but its words only state a fact.",
                    wording.provision.location("duty"),
                    f"Say it with “{duty.replace('-', ' ')}”, or take the line duty out.",
                )

    @classmethod
    def _disagreement(cls, wording: Wording, duty: Duty, other: PlacedWords) -> Diagnostic:
        marked = "is marked" if wording.provision.duty else "takes over from its clause the duty"
        return cls.found(
            f"The {wording.target.kind} {marked} {duty}, but its words say “{other.text}”.",
            other.location,
            f"Write duty: {other.words.says}, or change “{other.text}” into “{duty.replace('-', ' ')}”.",
        )


def _agrees(wording: Wording, duty: Duty) -> bool:
    """Say whether some words suit the duty; a point that takes its duty over may turn from "must not" to "must".

    Whether "may not" does is open, and told by a check of its own.
    """
    if any(found.words.says is None and {"may", "must-not"} <= found.words.fits for found in wording.words):
        return True
    if wording.provision.duty:
        return any(duty in found.words.fits for found in wording.words)
    return any(fits_strength(found.words, duty) for found in wording.words)


def _first_against(wording: Wording, duty: Duty) -> PlacedWords | None:
    inherited = wording.provision.duty is None
    for found in wording.governing:
        if not (
            inherited and (found.words.says == "may" or found.words.imperative or fits_strength(found.words, duty))
        ):
            return found
    return None


def _only_states(wording: Wording) -> bool:
    """Say whether a provision with a duty of its own begins as a statement does.

    A clause with points is excused: it may leave the rule to them.
    """
    provision = wording.provision
    if provision.duty is None or provision.points:
        return False
    first = _FIRST_WORD.match(provision.text)
    word = first[1].lower() if first else ""
    return word in _SUBJECTS or word in {"[", "{"} or (word.endswith("s") and word not in VERBS | _NO_PLURALS)
