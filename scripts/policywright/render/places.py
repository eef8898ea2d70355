"""Places: on which page of the site something stands, and how one page links to another."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from policywright.linking.linked import Target
from policywright.model.letter import Blank

_REGISTER_PAGES = {
    "role": "roles.html",
    "topic": "topics.html",
    "term": "glossary.html",
    "law": "laws.html",
    "platform": "platforms.html",
}


_WRITTEN_INTO = Markup(
    '<span class="blank" data-blank="{0.id}" data-asked="{1}" data-empty="{2}" data-lines="{0.lines}" '
    'contenteditable="plaintext-only" role="textbox" aria-multiline="true" aria-label="{1}"></span>'
)


@dataclass(frozen=True, slots=True)
class Place:
    """A page, by its path in the site, and an anchor on it; without an anchor, the page as a whole."""

    path: str
    anchor: str = ""


def place(target: Target) -> Place:
    """Return where a target stands on the site."""
    if target.document is not None:
        return Place(f"{target.document.part}/{target.document.id}.html", target.anchor)
    if target.kind == "part":
        return Place(f"{target.anchor}/index.html")
    if target.kind == "source-provision":
        return Place(f"sources/{target.address.partition('#')[0]}.html", target.anchor)
    return Place(_REGISTER_PAGES[target.kind], target.anchor)


def link(from_path: str, to: Place) -> str:
    """Return the relative address that leads from one page to a place."""
    fragment = f"#{to.anchor}" if to.anchor else ""
    if to.path == from_path and fragment:
        return fragment
    return _relative(to.path, posixpath.dirname(from_path)) + fragment


@lru_cache(maxsize=50_000)
def _relative(path: str, folder: str) -> str:
    """Return the way from a folder of the site to a page; pages of one folder share their ways."""
    return posixpath.relpath(path, folder)


class SiteMedium:
    """The site as a medium, seen from one page: links are relative, and nothing follows them."""

    def __init__(self, path: str) -> None:
        self._path = path

    def anchor(self, target: Target) -> str:
        """Return the target's own anchor."""
        return target.anchor

    def old_anchors(self, target: Target) -> tuple[str, ...]:
        """Return the anchors that the target had before, so that links to them still arrive."""
        return tuple(alias.rpartition("#")[2].rpartition(":")[2] for alias in target.aliases)

    def href(self, target: Target) -> str:
        """Return the relative address of a target; everything has a place on the site."""
        return link(self._path, place(target))

    def previews(self, target: Target) -> bool:
        """Everything that has words of its own can show them; a part of the handbook has none."""
        return target.kind != "part"

    def expands_acronyms(self) -> bool:
        """Tell each acronym in full once a page, since any page may be the first that somebody reads."""
        return True

    def after(self, target: Target) -> Markup:  # noqa: ARG002  the same for every target
        """Return nothing: on the site a link needs no page number."""
        return Markup()

    def blank(self, label: str, asked: Blank | None) -> Markup:  # noqa: ARG002  the same for every blank
        """Return a mark with what is asked for."""
        return Markup('<span class="blank">{}</span>').format(label)


class LetterMedium(SiteMedium):
    """The page of a letter, where its blanks can be written into."""

    def blank(self, label: str, asked: Blank | None) -> Markup:
        """Return a place in the letter that can be written into, even where scripts do not run.

        Unlike a field, it breaks with the lines of the letter, and its words are copied and printed with the others.
        """
        return super().blank(label, None) if asked is None else _WRITTEN_INTO.format(asked, label, asked.if_empty or "")
