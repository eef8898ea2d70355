"""Whole HTML files around the pages of the site, for a folder that no engine has touched."""

from __future__ import annotations

from collections.abc import Sequence

from policywright.render.navigation import navigation
from policywright.render.page import Page
from policywright.render.places import Place, link
from policywright.render.templates import fill


def standalone(page: Page, pages: Sequence[Page], language: str) -> str:
    """Return a page of the site as a whole HTML file with the navigation to the others."""
    return fill(
        "site/standalone.html",
        page=page,
        site_title=pages[0].title,
        language=language,
        entries=navigation(pages),
        href=lambda path: link(page.path, Place(path)),
    )
