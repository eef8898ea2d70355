"""The page of ages: from which age, or below which, something holds, gathered from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.gathering.bearers import bearers
from policywright.linking.gathering.by_part import ages
from policywright.linking.gathering.excerpts import is_unfinished
from policywright.linking.gathering.particulars import age_in_words
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all ages that decide."""
    yield composer.page(
        "ages",
        "ages.html",
        "Ages",
        nav=("Look something up", "Ages"),
        entries=tuple(ages(composer.linked)),
        bearers=bearers,
        is_unfinished=is_unfinished,
        age_in_words=age_in_words,
    )
