"""The page of the register of platforms."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.registers import Platform
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all platforms; none where a handbook has none, since not every subject has."""
    entries = sorted(
        composer.handbook.entries(Platform), key=lambda entry: composer.linked.target_of(entry).title.casefold()
    )
    if entries:
        yield composer.page(
            "platforms", "platforms.html", "Platforms", nav=("Look something up", "Platforms"), entries=entries
        )
