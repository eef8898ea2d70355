"""The page of each letter: its blanks to fill in, and its words."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.letter import Letter
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each letter."""
    return composer.of_each(Letter, pages_of)


def pages_of(composer: Composer, letter: Letter) -> Iterator[Page]:
    """Yield the page of a letter."""
    yield composer.document("letter", letter)
