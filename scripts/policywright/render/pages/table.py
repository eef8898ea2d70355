"""The page of each decision table: its questions to choose in, the whole of it, and what its rules lead to."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.table import Table
from policywright.render.composer import Composer
from policywright.render.page import Page
from policywright.render.stretches import stretches


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each table."""
    return composer.of_each(Table, pages_of)


def pages_of(composer: Composer, table: Table) -> Iterator[Page]:
    """Yield the page of a table."""
    yield composer.document("table", table, tuple(stretches(table)))
