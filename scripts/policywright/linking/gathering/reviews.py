"""Reviews: when each document is due for review."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from policywright.linking.linked import LinkedHandbook, Target


@dataclass(frozen=True, eq=False)
class Due:
    """The documents that are due for review on one day, or that have no such day."""

    date: datetime.date | None
    documents: tuple[Target, ...]


def reviews(linked: LinkedHandbook) -> Iterator[Due]:
    """Yield the documents by the day on which they are due for review, the earliest first; then those without a day."""
    due = defaultdict[datetime.date | None, list[Target]](list)
    for document in linked.handbook.documents:
        if document.status != "withdrawn":
            due[document.review_by].append(linked.target_of(document))
    for date in sorted(due, key=lambda day: day or datetime.date.max):
        yield Due(date, tuple(due[date]))
