"""The offline copy: kept by a real service worker, on a site that changes, goes away and comes back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import served

from policywright.adapters import offline

BELOW = "a/b c/handbook"
"""Where the site stands below the address that is served: as deep as on any council's web server."""

POLICY = "schools/everything.html"
UNREAD = "schools/consent.html"


@pytest.fixture
def published(site: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    folder = tmp_path / BELOW
    shutil.copytree(site, folder)
    return folder


@pytest.fixture
def address(published: Path, tmp_path: Path) -> Iterator[str]:
    assert published.is_dir()
    with served(tmp_path) as address:
        yield address + BELOW.replace(" ", "%20") + "/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert faults == []


def visit(context: BrowserContext, address: str, *kept: str) -> Page:
    """Open a page, and wait until the worker is in charge and keeps it, and others."""
    page = context.new_page()
    page.goto(address)
    wait_until_kept(page, address, *kept)
    return page


def wait_until_kept(page: Page, *addresses: str) -> None:
    keys = [address.removesuffix(".html").removesuffix("index") for address in addresses]
    wait_until(
        page,
        """async (keys) => navigator.serviceWorker.controller
            && (await Promise.all(keys.map((key) => caches.match(key)))).every(Boolean)""",
        keys,
    )


def wait_until(page: Page, holds: str, argument: object) -> None:
    """Wait until an asynchronous function says yes; Playwright takes the promise itself for a yes."""
    waiting = "while (!(await holds(argument))) { await new Promise(requestAnimationFrame); }"
    page.evaluate(f"async (argument) => {{ const holds = {holds}; {waiting} }}", argument)


def change(published: Path, path: str, old: str, new: str) -> None:
    """Publish another edition, in which a page says something else."""
    page = published / path
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")
    offline.write(published)
