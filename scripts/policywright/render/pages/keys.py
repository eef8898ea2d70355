"""The page of all keys that editors may write."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.render.composer import Composer
from policywright.render.keys import things
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all keys."""
    yield composer.page("keys", "guide/keys.html", "All keys", chapter="guide/index.html", things=tuple(things()))
