"""The wording of rules: what checks of the language look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.diagnostics import Location
from policywright.linking.duty_words import DutyWords, duty_words
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.policy import Provision
from policywright.model.vocabulary import Duty
from policywright.model.walk import Written

STRENGTH: dict[Duty, str] = {
    "must": "binding",
    "must-not": "binding",
    "should": "advice",
    "should-not": "advice",
    "may": "permission",
}
"""How strong each duty is; the two of one strength differ only in asking for something or against it."""


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Duty words and where they stand."""

    words: DutyWords
    written: Written

    @property
    def text(self) -> str:
        """The words as they stand in a line."""
        return " ".join(self.written.text[self.words.start : self.words.end].split()).replace("*", "")

    @property
    def location(self) -> Location:
        """Where they stand in the sources."""
        return self.written.location(self.words.start, self.words.end)


@dataclass(frozen=True)
class Wording:
    """A provision in force, its target, and the duty words of its own text, without those of its points."""

    provision: Provision
    target: Target
    words: tuple[PlacedWords, ...]

    @property
    def governing(self) -> tuple[PlacedWords, ...]:
        """The words that say by themselves how binding their sentence is."""
        return tuple(found for found in self.words if found.words.governs and found.words.says)

    @property
    def odd_words(self) -> PlacedWords | None:
        """The first words whose strength is not that of the rest, or of the duty that holds here."""
        plain = [found for found in self.governing if not found.words.imperative]
        duty = self.target.duty or next((one.words.says for one in plain if one.words.says != "may"), None)
        if duty is None or not any(fits_strength(found.words, duty) for found in self.words):
            return None
        return next((found for found in plain if _is_odd(found.words, duty)), None)


def wordings(linked: LinkedHandbook) -> Iterator[Wording]:
    """Yield the wording of every clause and point in force, in reading order."""
    for target in linked.targets.values():
        if isinstance(target.node, Provision) and not target.withdrawn:
            words = [
                PlacedWords(words, written) for written in rule_texts(target.node) for words in duty_words(written.text)
            ]
            yield Wording(target.node, target, tuple(words))


def rule_texts(provision: Provision) -> Iterator[Written]:
    """Yield the texts that make the rule; examples, reasons and notes do not."""
    yield Written(provision, "text", None, provision.text)
    if provision.continues:
        yield Written(provision, "continues", None, provision.continues)


def fits_strength(words: DutyWords, duty: Duty) -> bool:
    """Say whether words can stand under a duty of that strength."""
    return any(STRENGTH[fit] == STRENGTH[duty] for fit in words.fits)


def _is_odd(words: DutyWords, duty: Duty) -> bool:
    """Say whether words are of another strength; within a binding rule, a permission only sets its bounds."""
    return not fits_strength(words, duty) and (words.says != "may" or duty == "may")
