"""The page of the register of topics."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.registers import Topic
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all topics."""
    entries = sorted(
        composer.handbook.entries(Topic), key=lambda entry: composer.linked.target_of(entry).title.casefold()
    )
    yield composer.page(
        "topics",
        "topics.html",
        "Topics",
        nav=("Look something up", "Topics"),
        entries=entries,
        comparisons=composer.comparisons,
        concerned_by=composer.concerned.by,
    )
