"""The page on privacy: what the site keeps on a reader's device, what it sends, and how anyone can check that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.render.composer import Composer
from policywright.render.content_policy import SILENCE, content_policy
from policywright.render.navigation import FOOT
from policywright.render.page import Page


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that the site keeps in a reader's browser: under which name, what it is, and when it is kept."""

    name: str
    what: str
    when: str


KEPT = (
    Kept("policywright.me", "Where you work and what you do", "You chose it. It is there until you clear it."),
    Kept("policywright.offline", "Which part of the handbook this device keeps", "You chose it on “Read offline”."),
    Kept(
        "policywright.filled",
        "What you filled in on forms, letters and checklists",
        "You asked for it on that page. It is there until you erase it on that page, or until you close the tab.",
    ),
    Kept("policywright.followed", "The reference that you followed last", "To lead you back, until a page has opened."),
)
"""All that the site's scripts put into the browser's store for this site (`localStorage` and `sessionStorage`)."""


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page."""
    title = "Privacy"
    yield composer.page(
        "privacy",
        "privacy.html",
        title,
        nav=(FOOT, title),
        description="What this website keeps on your device, what it sends, and how you can check both",
        kept=KEPT,
        content_policy=content_policy(),
        silence=SILENCE,
    )
