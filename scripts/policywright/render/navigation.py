"""The navigation of the site: its chapters, in nested groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policywright.render.page import Page

FOOT = "This handbook"
"""The group that stands in the foot of every page: what the handbook says about itself."""


@dataclass(frozen=True)
class Entry:
    """An entry of the navigation: a page, or a group of entries."""

    title: str
    page: Page | None
    children: list[Entry]


def navigation(pages: Iterable[Page]) -> list[Entry]:
    """Return the entries at the top; a group stands where the first of its pages does."""
    top: list[Entry] = []
    groups: dict[tuple[str, ...], list[Entry]] = {(): top}
    for page in pages:
        for depth in range(1, len(page.nav)):
            group = page.nav[:depth]
            if group not in groups:
                groups[group] = []
                groups[group[:-1]].append(Entry(group[-1], None, groups[group]))
        if page.nav:
            groups[page.nav[:-1]].append(Entry(page.nav[-1], page, []))
    return top


def source_path(path: str) -> str:
    """Return what MkDocs and its kin take for the source of the page at a path; they make `x.html` of `x.md`."""
    return path.removesuffix(".html") + ".md"


def nav(entries: Sequence[Entry], handwritten: Iterable[object] = ()) -> list[object]:
    """Return entries as `nav:` of MkDocs holds them.

    `handwritten` are the entries of the hand-written pages in that form; they stand before the first group.
    """
    groups = [index for index, entry in enumerate(entries) if entry.page is None]
    items: list[object] = [
        {entry.title: source_path(entry.page.path) if entry.page else nav(entry.children)} for entry in entries
    ]
    place = groups[0] if groups else len(items)
    return [*items[:place], *handwritten, *items[place:]]
