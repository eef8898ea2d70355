"""The files for search engines: where the pages are, and that all of them may be visited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:  # noqa: ARG001
    """Yield what search engines ask for first."""
    yield SiteFile("robots.txt", b"User-agent: *\nAllow: /\n")
