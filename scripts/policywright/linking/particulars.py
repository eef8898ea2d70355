"""Particulars: what a provision gives in figures, and who acts under it, so that provisions can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.linking.bearers import bearers
from policywright.linking.figures import FigureKind, figures
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.plain_text import PlainText
from policywright.model.policy import AgeLimit, Policy, Provision


@dataclass(frozen=True, slots=True)
class Particular:
    """Something that a provision gives: the words for it as plain text, and the value by which it is compared."""

    words: str
    value: str


DUTY_WORDS = ("must", "must not", "should", "should not", "may", "without a duty")
"""What a provision may give as its duty, the strictest first."""


def duty(target: Target) -> Iterator[Particular]:
    """Yield the duty word of a clause or point."""
    words = (target.duty or "without a duty").replace("-", " ")
    yield Particular(words, words)


def ages(provision: Provision, wording: PlainText) -> Iterator[Particular]:
    """Yield the age that decides, otherwise the ages in the words."""
    if provision.age:
        limits = age_in_words(provision.age)
        yield Particular(f"{limits} ({wording.of(provision.age.what)})", _value(provision.age))
    else:
        yield from _in_words(provision, "age")


def times(provision: Provision, wording: PlainText) -> Iterator[Particular]:
    """Yield the deadline, and the further times in the words."""
    deadline, retention, age = provision.deadline, provision.retention, provision.age
    told = {
        figure.value
        for field in (deadline and deadline.within, retention and retention.keep)
        if field
        for figure in figures(field)
    }
    if age:
        told |= {f"{limit} year" for limit in _value(age).split()}
    if deadline:
        within = wording.of(deadline.within)
        then = ": " if within.startswith("before") else " after "
        yield Particular(f"{within}{then}{wording.of(deadline.of)}", within.casefold())
    yield from (particular for particular in _in_words(provision, "period") if particular.value not in told)


def keeping(provision: Provision, wording: PlainText) -> Iterator[Particular]:
    """Yield how long something is kept."""
    if provision.retention:
        keep, of = wording.of(provision.retention.keep), wording.of(provision.retention.of or "")
        yield Particular(f"{of}: {keep}" if of else keep, keep.casefold())


def amounts(provision: Provision, wording: PlainText) -> Iterator[Particular]:  # noqa: ARG001  as the others are told
    """Yield the numbers of people and things in the words."""
    return _in_words(provision, "amount")


def actors(target: Target, linked: LinkedHandbook) -> Iterator[Particular]:
    """Yield the roles that must or may act under a clause or point, beside everyone whom its policy binds."""
    everyone = target.document.applies_to if isinstance(target.document, Policy) else ()
    for name in bearers(target) if target.duty else ():
        role = linked.targets.get(f"role:{name}")
        if role and name not in everyone:
            yield Particular(role.title, name)


def age_in_words(age: AgeLimit) -> str:
    """Return an age that decides: `from 16`, `below 16`, `from 4 and below 19`."""
    limits = (("from", age.from_), ("below", age.below))
    return " and ".join(f"{word} {limit}" for word, limit in limits if limit is not None)


def _value(age: AgeLimit) -> str:
    return " ".join(str(limit) for limit in (age.from_, age.below) if limit is not None)


def _in_words(provision: Provision, kind: FigureKind) -> Iterator[Particular]:
    for text in (provision.heading, provision.text, provision.continues):
        for figure in figures(text or ""):
            if figure.kind == kind:
                yield Particular(figure.words, figure.value)
