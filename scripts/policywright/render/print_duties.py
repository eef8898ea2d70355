"""The table of duties: which clauses bind each role, policy by policy, with their pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from policywright.linking.gathering.excerpts import Excerpt, flat
from policywright.linking.gathering.role_sheet import Sheet
from policywright.linking.linked import Target
from policywright.model.policy import Policy
from policywright.model.vocabulary import Duty
from policywright.render.print_medium import PrintMedium, pages_of


@dataclass(frozen=True, slots=True)
class DutyLine:
    """The clauses and points by which a policy binds a role in one way."""

    duty: Duty
    targets: tuple[Target, ...]

    @property
    def numbers(self) -> str:
        """Their numbers, as they stand in the policy."""
        return ", ".join(target.number for target in self.targets)

    @property
    def pages(self) -> Markup:
        """Their pages."""
        return pages_of([], [PrintMedium().anchor(target) for target in self.targets])


@dataclass(frozen=True, slots=True)
class RoleDuties:
    """How a role is bound, in each policy that binds it."""

    role: Target
    policies: tuple[tuple[Policy, tuple[DutyLine, ...]], ...]


def duties(sheets: Iterable[Sheet], documents: Collection[str]) -> Iterator[RoleDuties]:
    """Yield how each role is bound by some documents, in alphabetical order."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.role.title.casefold()):
        policies = tuple((policy, tuple(_lines(sheet, policy))) for policy in sheet.policies if policy.id in documents)
        if policies:
            yield RoleDuties(sheet.role, policies)


def _lines(sheet: Sheet, policy: Policy) -> Iterator[DutyLine]:
    for duty, bonds in sheet.duties.items():
        for bound in bonds:
            if bound.policy is policy:
                yield DutyLine(duty, tuple(_outermost(bound.excerpts)))


def _outermost(excerpts: Iterable[Excerpt]) -> Iterator[Target]:
    """Yield what matters, without the points of a clause that matters itself."""
    for excerpt in excerpts:
        if excerpt.matters:
            yield excerpt.target
        else:
            yield from (inner.target for inner in flat(excerpt.points))
