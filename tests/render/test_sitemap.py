"""The files for search engines."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from policywright import pipeline
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined
from policywright.render.page import Page

ADDRESS = "https://handbook.example.org/policies/"
NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, Circumstances(date(2026, 11, 21)))


@pytest.fixture(scope="module")
def pages(examined: Examined) -> tuple[Page, ...]:
    return pipeline.site(examined, preview=True)


@pytest.fixture(scope="module")
def listed(examined: Examined, pages: tuple[Page, ...]) -> dict[str, str | None]:
    """Return when each page in the map changed, if known, by its address."""
    content = files(examined, pages, ADDRESS)["sitemap.xml"]
    urls = ElementTree.fromstring(content).findall("url", NAMES)  # noqa: S314  our own file
    return {url.findtext("loc", "", NAMES): url.findtext("lastmod", None, NAMES) for url in urls}


def files(examined: Examined, pages: tuple[Page, ...], address: str = "") -> dict[str, bytes]:
    return {file.path: file.content for file in pipeline.site_files(examined, pages, address=address)}


def test_every_page_that_people_look_for_is_in_the_map(listed: dict[str, str | None], pages: tuple[Page, ...]) -> None:
    for_people = {page.path for page in pages if page.kind not in {"moved", "problems", "search"} and page.listed}
    assert set(listed) == {ADDRESS + path for path in for_people | {"welcome.html"}}


def test_a_document_s_page_changed_when_it_was_approved(
    listed: dict[str, str | None], examined: Examined, pages: tuple[Page, ...]
) -> None:
    assert any(page.kind == "moved" for page in pages)
    assert listed[f"{ADDRESS}laws.html"] is None
    unlisted = {page.path for page in pages if not page.listed}
    for document in examined.linked.handbook.documents:
        if f"{document.part}/{document.id}.html" in unlisted:
            continue
        approved = document.approved.isoformat() if document.approved else None
        assert listed[f"{ADDRESS}{document.part}/{document.id}.html"] == approved


@pytest.mark.parametrize("address", [ADDRESS, ADDRESS.rstrip("/")])
def test_robots_are_told_where_the_map_is(examined: Examined, pages: tuple[Page, ...], address: str) -> None:
    robots = files(examined, pages, address)["robots.txt"]
    assert robots == f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n".encode()


def test_without_the_site_s_address_there_is_no_map(examined: Examined, pages: tuple[Page, ...]) -> None:
    written = files(examined, pages)
    assert "sitemap.xml" not in written
    assert written["robots.txt"] == b"User-agent: *\nAllow: /\n"
