"""The page of retention periods: how long something is kept, and why, gathered from the rules and forms."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.gathering.bearers import bearers
from policywright.linking.gathering.by_part import retention_periods
from policywright.linking.gathering.excerpts import is_unfinished
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all times for keeping things."""
    yield composer.page(
        "retention",
        "retention.html",
        "How long things are kept",
        nav=("Look something up", "How long things are kept"),
        entries=tuple(retention_periods(composer.linked)),
        bearers=bearers,
        is_unfinished=is_unfinished,
    )
