"""The page of the register of defined terms."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.registers import Term
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all defined terms."""
    entries = sorted(
        composer.handbook.entries(Term), key=lambda entry: composer.linked.target_of(entry).title.casefold()
    )
    yield composer.page("glossary", "glossary.html", "Glossary", nav=("Look something up", "Glossary"), entries=entries)
