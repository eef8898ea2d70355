"""The page of deadlines: by when something must be done, gathered from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.gathering.bearers import bearers
from policywright.linking.gathering.by_part import deadlines
from policywright.linking.gathering.excerpts import is_unfinished
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all deadlines."""
    yield composer.page(
        "deadlines",
        "deadlines.html",
        "Deadlines",
        nav=("Look something up", "Deadlines"),
        entries=tuple(deadlines(composer.linked)),
        bearers=bearers,
        is_unfinished=is_unfinished,
    )
