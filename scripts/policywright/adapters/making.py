"""Making the pages of a site, and the files beside them, with all processors that there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from policywright.adapters.processes import shared_out
from policywright.render.page import Page, SiteFile

Files = tuple[SiteFile, ...]


def made(pages: Sequence[Page], files: Callable[[], Files]) -> tuple[tuple[Page, ...], Files]:
    """Return pages with their content made, and what `files` returns; both are the same however many make them."""
    waiting = (page for page in pages if not page.is_made)
    groups = [tuple(group) for _, group in groupby(waiting, key=_whole)]
    # The files take longest of all, so they are begun first.
    tasks: list[Callable[[], Any]] = [files, *(partial(_contents, group) for group in groups)]
    beside, *contents = shared_out(tasks)
    found = zip(groups, contents, strict=True)
    known = {page.path: page.holding(one) for group, ones in found for page, one in zip(group, ones, strict=True)}
    return tuple(known.get(page.path, page) for page in pages), beside


def _whole(page: Page) -> str:
    """Return what a page is one of, such as the pages of a decision: they are kept together, so they are made so."""
    return "/".join(page.path.removesuffix(".html").split("/")[:2])


def _contents(pages: Sequence[Page]) -> tuple[str, ...]:
    return tuple(page.content for page in pages)
