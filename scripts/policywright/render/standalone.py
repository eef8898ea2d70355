"""Whole HTML files around the pages of the site, for a folder that no engine has touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from policywright.render.content_policy import content_policy
from policywright.render.handwritten import HANDWRITTEN
from policywright.render.navigation import FOOT, Entry, navigation
from policywright.render.page import Page
from policywright.render.places import Place, link


@dataclass(frozen=True)
class _Item:
    """An entry of the navigation, as the frame knows it from MkDocs."""

    title: str
    url: str
    children: tuple[_Item, ...]


@dataclass(frozen=True)
class _Navigation:
    items: tuple[_Item, ...]


@dataclass(frozen=True)
class Frame:
    """What stands around every page of a site, the same on all: its name, its navigation, and what they rest on."""

    site_name: str
    extra: Mapping[str, object]
    navigation: _Navigation

    @classmethod
    def of(cls, pages: Sequence[Page], language: str, *, preview: bool = False) -> Frame:
        """Return the frame of a site with these pages, the home page first."""
        entries = tuple(map(_item, navigation(pages)))
        return cls(pages[0].title, extra(language, preview=preview), _Navigation(entries))


def standalone(page: Page, frame: Frame) -> str:
    """Return a page of the site as a whole HTML file, in the frame that MkDocs fills too."""
    return _FRAME.get_template("main.html").render(
        page={"title": page.title, "url": page.path, "content": page.content, "meta": meta(page)},
        nav=frame.navigation,
        config={"site_name": frame.site_name, "extra": frame.extra},
    )


def missing(path: str) -> Page:
    """Return the page that stands at a path of a preview where there is none, until there is one."""
    words = (
        "<h1>There is no such page</h1>\n<p>It appears here as soon as something in the handbook has this address.</p>"
    )
    return Page(path, "missing", "There is no such page", lambda: Markup(words))  # noqa: S704  our own words


def extra(language: str, *, preview: bool = False) -> dict[str, object]:
    """Return what the frame asks of the settings, beside the site's name; a preview has no policy."""
    return {"language": language, "preview": preview, "foot": FOOT, "content_policy": content_policy()}


def meta(page: Page) -> dict[str, object]:
    """Return what the frame asks of a page beside its content."""
    return {
        "title": page.title,
        "description": page.description or page.title,
        "unlisted": not page.listed,
    } | ({} if page.kind == HANDWRITTEN else {"chapter": page.chapter})


def _item(entry: Entry) -> _Item:
    return _Item(entry.title, entry.page.path if entry.page else "", tuple(map(_item, entry.children)))


@pass_context
def _url(context: Context, path: str) -> str:
    """Return the address of a file of the site, as seen from the page that is being framed."""
    return link(context["page"]["url"], Place(path))


# Unlike our other templates, those of the frame are filled by engines that escape nothing by themselves.
_FRAME = Environment(loader=PackageLoader("policywright.templates", "site/theme"), trim_blocks=True)  # noqa: S701
_FRAME.filters["url"] = _url
