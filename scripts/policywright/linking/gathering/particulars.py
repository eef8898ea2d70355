"""Particulars: how binding a provision is, its figures, and who acts, so that provisions can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.linking.gathering.bearers import bearers
from policywright.linking.gathering.excerpts import Excerpt
from policywright.linking.gathering.figures import FigureKind, figures
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_text import plain_text
from policywright.model.policy import AgeLimit, Policy, Provision

DUTY_WORDS = ("must", "must not", "should", "should not", "may", "without a duty")
"""What a provision may give as its duty, the strictest first."""


@dataclass(frozen=True, slots=True)
class Particular:
    """Something that a provision gives: the words for it as plain text, and the value by which it is compared."""

    words: str
    value: str


class Particulars:
    """Tells the particulars of clauses and points of one handbook, in one respect at a time."""

    def __init__(self, linked: LinkedHandbook) -> None:
        self._linked = linked
        self._wording = plain_text(linked.handbook)

    def duty(self, excerpt: Excerpt) -> Iterator[Particular]:
        """Yield the duty word."""
        words = (excerpt.target.duty or "without a duty").replace("-", " ")
        yield Particular(words, words)

    def ages(self, excerpt: Excerpt) -> Iterator[Particular]:
        """Yield the age that decides, otherwise the ages in the words."""
        age = excerpt.provision.age
        if age:
            yield Particular(f"{age_in_words(age)} ({self._wording.of(age.what)})", " ".join(_limits(age)))
        else:
            yield from _in_words(excerpt.provision, "age")

    def times(self, excerpt: Excerpt) -> Iterator[Particular]:
        """Yield the deadline, and the times in the words that no field tells."""
        deadline = excerpt.provision.deadline
        if deadline:
            within = self._wording.of(deadline.within)
            then = ": " if within.startswith("before") else " after "
            yield Particular(f"{within}{then}{self._wording.of(deadline.of)}", within.casefold())
        told = _told_by_fields(excerpt.provision)
        yield from (particular for particular in _in_words(excerpt.provision, "period") if particular.value not in told)

    def keeping(self, excerpt: Excerpt) -> Iterator[Particular]:
        """Yield how long something is kept."""
        retention = excerpt.provision.retention
        if retention:
            keep, of = self._wording.of(retention.keep), self._wording.of(retention.of or "")
            yield Particular(f"{of}: {keep}" if of else keep, keep.casefold())

    def amounts(self, excerpt: Excerpt) -> Iterator[Particular]:
        """Yield the numbers of people and things in the words."""
        return _in_words(excerpt.provision, "amount")

    def actors(self, excerpt: Excerpt) -> Iterator[Particular]:
        """Yield the roles that must or may act, beside everyone whom the policy binds."""
        target = excerpt.target
        everyone = target.document.applies_to if isinstance(target.document, Policy) else ()
        for name in bearers(target) if target.duty else ():
            role = self._linked.targets.get(f"role:{name}")
            if role and name not in everyone:
                yield Particular(role.title, name)


def age_in_words(age: AgeLimit) -> str:
    """Return an age that decides: `from 16`, `below 16`, `from 4 and below 19`."""
    limits = (("from", age.from_), ("below", age.below))
    return " and ".join(f"{word} {limit}" for word, limit in limits if limit is not None)


def _limits(age: AgeLimit) -> tuple[str, ...]:
    return tuple(str(limit) for limit in (age.from_, age.below) if limit is not None)


def _told_by_fields(provision: Provision) -> frozenset[str]:
    """Return the values of the times that a provision's fields tell, an age among them."""
    deadline, retention, age = provision.deadline, provision.retention, provision.age
    fields = (deadline.within if deadline else "", retention.keep if retention else "")
    told = {figure.value for field in fields for figure in figures(field)}
    return frozenset(told | {f"{limit} year" for limit in (_limits(age) if age else ())})


def _in_words(provision: Provision, kind: FigureKind) -> Iterator[Particular]:
    for text in (provision.heading, provision.text, provision.continues):
        for figure in figures(text or ""):
            if figure.kind == kind:
                yield Particular(figure.words, figure.value)
