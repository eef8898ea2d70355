"""Reviews: when each document is due for review, and who answers for it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from policywright.linking.linked import LinkedHandbook, Target


@dataclass(frozen=True, eq=False)
class Owned:
    """The documents that one role answers for, or nobody."""

    owner: Target | None
    documents: tuple[Target, ...]


@dataclass(frozen=True, eq=False)
class Due:
    """The documents that are due for review on one day, or that have no such day, by owner."""

    date: datetime.date | None
    owners: tuple[Owned, ...]


def reviews(linked: LinkedHandbook) -> Iterator[Due]:
    """Yield the documents by the day on which they are due for review, the earliest first; then those without a day."""
    due = defaultdict[datetime.date | None, defaultdict[str, list[Target]]](lambda: defaultdict(list))
    for document in linked.handbook.documents:
        if document.status != "withdrawn":
            due[document.review_by][document.owner or ""].append(linked.target_of(document))
    for date in sorted(due, key=lambda day: day or datetime.date.max):
        owners = (
            Owned(linked.targets.get(f"role:{owner}"), tuple(documents)) for owner, documents in due[date].items()
        )
        yield Due(date, tuple(owners))
