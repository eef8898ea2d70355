"""The page of the register of laws."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.registers import Law
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all laws."""
    entries = sorted(
        composer.handbook.entries(Law), key=lambda entry: composer.linked.target_of(entry).title.casefold()
    )
    yield composer.page("laws", "laws.html", "Laws", nav=("Look something up", "Laws"), entries=entries)
