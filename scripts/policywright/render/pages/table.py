"""The page of each decision table: its questions to choose in, the whole of it, and what its rules lead to."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.table import Table
from policywright.render.composer import Composer
from policywright.render.laid_out import laid_out
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each table."""
    return (composer.document("table", table, laid_out(table)) for table in composer.handbook.of_kind(Table))
