"""The page of each decision table: its questions to choose in, the whole of it, and what its rules lead to."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.table import Table
from policywright.render.composer import Composer
from policywright.render.page import Page
from policywright.render.stretches import stretches


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each table."""
    return (composer.document("table", table, tuple(stretches(table))) for table in composer.handbook.of_kind(Table))
