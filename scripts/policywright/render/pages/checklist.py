"""The page of each checklist."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.checklist import Checklist
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each checklist."""
    return composer.of_each(Checklist, pages_of)


def pages_of(composer: Composer, checklist: Checklist) -> Iterator[Page]:
    """Yield the page of a checklist."""
    yield composer.document("checklist", checklist)
