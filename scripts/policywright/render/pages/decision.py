"""The page of each decision: its questions one by one, and all its paths."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.decision import Decision
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each decision."""
    return (composer.document("decision", document) for document in composer.handbook.of_kind(Decision))
