"""The page on what applies to the reader: the choice of organisation and role, and the way to each role's sheet."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page."""
    title = "What applies to me"
    yield composer.page("me", "me.html", title, nav=(title,), description="Everything for one role, in one place")
