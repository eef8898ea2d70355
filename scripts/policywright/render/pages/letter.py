"""The page of each letter: its blanks to fill in, and its words."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.letter import Letter
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each letter."""
    return (composer.document("letter", document) for document in composer.handbook.of_kind(Letter))
