"""Excerpts: the provisions of a policy that matter somewhere, such as those on a topic or those that bind a role."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from policywright.linking.duty_words import duty_words
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.policy import Clause, Policy, Provision, Section
from policywright.model.vocabulary import Duty


@dataclass(frozen=True, eq=False)
class Excerpt:
    """A clause or point that matters, with those of its points that do.

    `matters` is false where the provision only leads up to its points: "You must not:".
    """

    target: Target
    provision: Provision
    matters: bool
    points: tuple[Excerpt, ...] = ()

    @property
    def duty(self) -> Duty | None:
        """The duty that it has itself or gives to points that matter."""
        given = self.matters or any(point.target.duty == self.target.duty for point in self.points)
        return self.target.duty if given else None


def clauses(policy: Policy) -> Iterator[Clause]:
    """Yield every clause of a policy and of its annexes, in reading order."""
    return chain.from_iterable(map(_clauses_of, (*policy.sections, *policy.annexes)))


def excerpts(
    linked: LinkedHandbook, provisions: Iterable[Provision], matters: Callable[[Target], bool]
) -> Iterator[Excerpt]:
    """Yield what matters of clauses, or of points, in reading order; what is withdrawn never does.

    A point whose clause does not matter stands by itself, unless the clause is the beginning of its sentence.
    """
    for provision in provisions:
        target = linked.target_of(provision)
        if not target.withdrawn:
            points = tuple(excerpts(linked, provision.points, matters))
            yield from _excerpt(target, provision, points, matters=matters(target))


def is_unfinished(provision: Provision) -> bool:
    """Tell whether a provision is the beginning of a sentence that goes on in its points: "You must not:"."""
    return bool(provision.points) and provision.text.rstrip().endswith(":")


def flat(found: Iterable[Excerpt]) -> Iterator[Excerpt]:
    """Yield every excerpt that matters itself, those within others too."""
    for excerpt in found:
        if excerpt.matters:
            yield excerpt
        yield from flat(excerpt.points)


def _clauses_of(section: Section) -> Iterator[Clause]:
    yield from section.clauses
    yield from chain.from_iterable(map(_clauses_of, section.sections))


def _excerpt(target: Target, provision: Provision, points: tuple[Excerpt, ...], *, matters: bool) -> Iterator[Excerpt]:
    unfinished = is_unfinished(provision)
    if unfinished and not duty_words(provision.text):
        # "Staff in particular:" says nothing but what its points say.
        matters = matters and any(point.target.duty == target.duty for point in points)
    if matters or (unfinished and points):
        yield Excerpt(target, provision, matters, points)
    else:
        yield from points
