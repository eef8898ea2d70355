"""Binding rules that give no definite time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.wording import rule_texts
from policywright.diagnostics import Diagnostic, Location, Severity
from policywright.linking.duty_words import own_words
from policywright.linking.linked import LinkedHandbook
from policywright.model.policy import Provision


@dataclass(frozen=True, slots=True)
class VagueWords:
    """Words that fix no time or no condition, why they do not, and what to write."""

    words: str
    because: str
    write: str


_WITHIN = "Say by when, such as “within one working day”"
_HOW_OFTEN = "Say how often, such as “each term”"
_IN_WHICH_CASE = "Say in which cases, or who decides"

VAGUE_WORDS: tuple[VagueWords, ...] = (
    VagueWords("as soon as (?:reasonably )?(?:possible|practicable)", "each reader decides what is possible", _WITHIN),
    VagueWords("as soon as (?:you|they|he|she|it|staff) can", "each reader decides what can be done", _WITHIN),
    VagueWords("as quickly as possible", "each reader decides what is possible", _WITHIN),
    VagueWords("promptly", "an hour and a week have both been called prompt", _WITHIN),
    VagueWords("(?:without undue|with no undue) delay", "it leaves open which delay is due", _WITHIN),
    VagueWords("in a timely (?:manner|fashion|way)", "it names no time", _WITHIN),
    VagueWords("in (?:due course|good time)", "it names no time", _WITHIN),
    VagueWords("within a reasonable (?:time|period)", "readers differ on what is reasonable", _WITHIN),
    VagueWords("regularly|on a regular basis", "every ten years is regular too", _HOW_OFTEN),
    VagueWords("periodically|from time to time", "it names no interval", _HOW_OFTEN),
    VagueWords("(?:where|when|if|as) (?:appropriate|necessary)", "it leaves open who judges that", _IN_WHICH_CASE),
)
"""What the check looks for in binding rules."""

_VAGUE = re.compile(
    rf"\b(?:{'|'.join(f'({vague.words})' for vague in VAGUE_WORDS)})\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+")
_FIGURE = re.compile(
    r"\b(?:within|no later than|at the latest|at least|every|each|before|by)\s+(?:the\s+)?(?:\w+\s+){0,3}?"
    r"(?:minutes?|hours?|days?|weeks?|months?|terms?|years?|lesson|noon|midnight|morning|evening)\b",
    re.IGNORECASE,
)


class VagueDeadline(Check):
    """A binding rule that leaves open by when, how often or in which cases.

    Why it matters: nobody can keep, or be held to, a duty whose time each reader sets. "Promptly" was yesterday for
    the parent and is next week for the office.

    Only clauses and points with the duty must or must-not are looked at. A sentence that also gives a figure is
    excused: "as soon as possible, and within 24 hours at the latest".

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: messages
              title: Messages
              clauses:
                - id: reply
                  duty: must
                  actors: [staff]
                  text: |
                    Staff must answer the messages of parents
        >           promptly.
                - id: passwords
                  duty: must
                  actors: [staff]
        >         text: Staff must change their passwords regularly.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: messages
              title: Messages
              clauses:
                - id: reply
                  duty: must
                  actors: [staff]
                  text: |
                    Staff must answer the messages of parents promptly, within two working days at the latest.
                - id: passwords
                  duty: must
                  actors: [staff]
                  text: Staff must change their passwords each term.
    """

    name: ClassVar[str] = "vague-deadline"
    code: ClassVar[str] = "F24"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each vague phrase of a binding rule."""
        for target in linked.targets.values():
            if isinstance(target.node, Provision) and target.duty in {"must", "must-not"} and not target.withdrawn:
                for words, location in _vague_words(target.node):
                    vague = _entry(words)
                    yield cls.found(
                        f"“{' '.join(words[0].split())}” leaves the rule open: {vague.because}.",
                        location,
                        f"{vague.write}; where only advice is meant, write duty: should.",
                    )


def _vague_words(provision: Provision) -> Iterator[tuple[re.Match[str], Location]]:
    for written in rule_texts(provision):
        words = own_words(written.text) if _VAGUE.search(written.text) else ""
        for sentence in _SENTENCE.finditer(words):
            for found in _VAGUE.finditer(words, sentence.start(), sentence.end()):
                if not _FIGURE.search(sentence[0]):
                    yield found, written.location(*found.span())
    if provision.deadline:
        for found in _VAGUE.finditer(provision.deadline.within):
            yield found, provision.deadline.location_in("within", *found.span())


def _entry(found: re.Match[str]) -> VagueWords:
    return VAGUE_WORDS[(found.lastindex or 1) - 1]
