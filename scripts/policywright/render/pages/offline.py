"""The page on reading offline: what is on this device, and keeping more of the handbook there."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.render.composer import Composer
from policywright.render.navigation import FOOT
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page."""
    title = "Read offline"
    yield composer.page(
        "offline",
        "offline.html",
        title,
        nav=(FOOT, title),
        description="How to keep this handbook on a device, and read it without a connection",
    )
