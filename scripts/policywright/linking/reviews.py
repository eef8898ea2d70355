"""Reviews: what rests on a rule, and whether the rule says what it said when somebody last looked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.linking.fingerprints import fingerprint_of
from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.linking.local_changes import Footing, footings
from policywright.model.adopter import Adopter
from policywright.model.registers import Beginning, Review, Reviews


@dataclass(frozen=True, eq=False)
class Resting:
    """Something that rests on a rule: what it is, the rule, where it names it, and what the rule says today.

    `last` is what was last written down of it, if anything: that somebody looked, or that the record began. `compared`
    is what the rule said then.
    """

    what: Target
    rule: Target
    reference: Reference
    fingerprint: str
    last: Review | Beginning | None = None
    compared: str = ""

    @property
    def review(self) -> Review | None:
        """That somebody looked, if anybody has since the record began."""
        return self.last if isinstance(self.last, Review) else None

    @property
    def is_suspect(self) -> bool:
        """Whether the rule says something else than what was last written down of it."""
        return self.last is not None and self.compared != self.fingerprint


@dataclass(frozen=True, eq=False)
class Unsettled:
    """A local change of an adopter that stands on words which the model does not have any more."""

    adopter: Adopter
    footing: Footing


def resting(linked: LinkedHandbook) -> Iterator[Resting]:
    """Yield what rests on rules, in reading order: whatever names a clause, a point or a section under `clauses`.

    A rule counts with its heading, its duty, who bears it and the words of its variables. A document that names a rule
    both as a whole and in one of its parts rests on it in that part.
    """
    record, variables = _Record(linked), {one.id: one.default or "" for one in linked.handbook.settings.variables}
    fingerprints: dict[str, str] = {}
    for (what, rule), reference in _links(linked).items():
        if rule.address not in fingerprints:
            fingerprints[rule.address] = fingerprint_of(rule, variables)
        yield Resting(what, rule, reference, fingerprints[rule.address], *record.last(what, rule))


def unsettled(linked: LinkedHandbook) -> Iterator[Unsettled]:
    """Yield what adopters have otherwise than the model, and have to look at since it moved on."""
    for adopter in linked.handbook.adopters:
        for footing in footings(linked, adopter):
            if footing.state in {"moved", "gone"}:
                yield Unsettled(adopter, footing)


def _links(linked: LinkedHandbook) -> dict[tuple[Target, Target], Reference]:
    """Return what names which rule, each pair once, with the first place at which it does."""
    found: dict[tuple[Target, Target], Reference] = {}
    for reference in linked.references:
        what, rule = reference.source, reference.target
        if reference.kind == "clauses" and what and rule and rule.kind != "document":
            found.setdefault((what, rule), reference)
    in_parts = {(id(what.document), rule) for what, rule in found if what.kind != "document"}
    return {
        (what, rule): reference
        for (what, rule), reference in found.items()
        if what.kind != "document" or (id(what.document), rule) not in in_parts
    }


class _Record:
    """What was written down of each link, by the addresses that things bear today."""

    def __init__(self, linked: LinkedHandbook) -> None:
        self._linked = linked
        registers = [register for register in linked.handbook.registers if isinstance(register, Reviews)]
        self._reviews = {
            (self._of_today(one.what), self._of_today(one.rests_on)): one
            for register in registers
            for one in register.entries
        }
        self._begun = {
            self._of_today(rule): (beginning, fingerprint)
            for register in registers
            for beginning in register.begun
            for rule, fingerprint in beginning.rules.items()
        }

    def last(self, what: Target, rule: Target) -> tuple[Review | Beginning | None, str]:
        """Return what was last written down of a link, and what the rule said then."""
        review = self._reviews.get((what.address, rule.address))
        return (review, review.fingerprint) if review else self._begun.get(rule.address, (None, ""))

    def _of_today(self, address: str) -> str:
        """Return the address of what bears an address, or bore it, by itself or with its document."""
        if address in self._linked.targets:
            return address
        if found := self._linked.aliases.get(address):
            return found.address
        name, _, anchor = address.partition("#")
        document = self._linked.aliases.get(name) if anchor else None
        return self._of_today(f"{document.address}#{anchor}") if document else address
