"""The page of reviews: when each document is due for review, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.gathering.reviews import reviews
from policywright.render.composer import Composer
from policywright.render.navigation import FOOT
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all reviews."""
    title = "Documents due for review"
    entries = tuple(reviews(composer.linked))
    yield composer.page("reviews", "reviews.html", title, nav=(FOOT, title), entries=entries)
