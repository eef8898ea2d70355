"""Reviews: what rests on a rule, and whether the rule says what it said when somebody last looked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.linking.fingerprints import fingerprint_of
from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.model.registers import Review


@dataclass(frozen=True, eq=False)
class Resting:
    """Something that rests on a rule: what it is, the rule, where it names it, and what the rule says today.

    `review` is the last one that was written down, if any.
    """

    what: Target
    rule: Target
    reference: Reference
    fingerprint: str
    review: Review | None = None

    @property
    def is_suspect(self) -> bool:
        """Whether the rule says something else than when somebody last looked."""
        return self.review is not None and self.review.fingerprint != self.fingerprint


def resting(linked: LinkedHandbook) -> Iterator[Resting]:
    """Yield what rests on rules, in reading order: whatever names a clause, a point or a section under `clauses`.

    A rule counts with its heading, its duty, who bears it and the words of its variables.
    """
    reviews = {(one.what, one.rests_on): one for one in linked.handbook.entries(Review)}
    variables = {one.id: one.default or "" for one in linked.handbook.settings.variables}
    fingerprints: dict[str, str] = {}
    seen = set[tuple[str, str]]()
    for reference in linked.references:
        what, rule = reference.source, reference.target
        if reference.kind != "clauses" or what is None or rule is None or rule.kind == "document":
            continue
        link = (what.address, rule.address)
        if link not in seen:
            seen.add(link)
            said = fingerprints.setdefault(rule.address, "") or fingerprint_of(rule, variables)
            fingerprints[rule.address] = said
            yield Resting(what, rule, reference, said, reviews.get(link))
