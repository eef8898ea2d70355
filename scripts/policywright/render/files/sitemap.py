"""The files for search engines: where the pages are, and that all of them may be visited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile
from policywright.render.places import place

SITEMAP = "sitemap.xml"

UNLISTED = frozenset({"moved", "problems", "search"})
"""The kinds of pages that nobody looks for: they lead elsewhere, or are for editors, or are empty until asked."""


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:
    """Yield what search engines ask for first.

    The addresses of a map must be whole, so that there is none where nobody has said where the site is published.
    """
    robots = "User-agent: *\nAllow: /\n"
    if composer.address:
        robots += f"Sitemap: {composer.address}{SITEMAP}\n"
        yield SiteFile(SITEMAP, _sitemap(composer, pages))
    yield SiteFile("robots.txt", robots.encode())


def _is_listed(page: Page) -> bool:
    return page.listed and page.kind not in UNLISTED


def _sitemap(composer: Composer, pages: Sequence[Page]) -> bytes:
    """Return the map of the site; a document's page changed when the document was last approved."""
    approved = {
        place(composer.linked.target_of(document)).path: document.approved for document in composer.handbook.documents
    }
    handwritten = (page.path.removesuffix(".md") + ".html" for page in composer.handbook.pages)
    paths = dict.fromkeys((*(page.path for page in pages if _is_listed(page)), *handwritten))
    urlset = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for path in paths:
        url = ElementTree.SubElement(urlset, "url")
        ElementTree.SubElement(url, "loc").text = composer.address + path
        if day := approved.get(path):
            ElementTree.SubElement(url, "lastmod").text = day.isoformat()
    ElementTree.indent(urlset)
    content: bytes = ElementTree.tostring(urlset, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
