"""The offline copy: kept by a real service worker, on a site that changes, goes away and comes back."""

import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.conftest import Quiet, served
from tests.browser.test_accessibility import violations

from policywright.adapters import offline
from policywright.render.content_policy import served_content_policy

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


def test_a_page_that_was_read_can_be_read_offline_and_says_that_it_is_a_copy(
    context: BrowserContext, address: str
) -> None:
    page = visit(context, address + POLICY)
    assert page.locator(".copy").count() == 0
    context.set_offline(True)
    page.reload()
    told = page.locator("main .copy").inner_text()
    assert re.match(r"You are offline\. This page is as it stood on \d+ \w+ \d{4} \(edition \w{7}\)\. Check it", told)
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert page.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible Next\"')")


def test_the_copy_says_that_it_is_one_in_its_own_html(context: BrowserContext, address: str) -> None:
    page = visit(context, address + POLICY)
    context.set_offline(True)
    answer = page.reload()
    assert answer is not None
    assert 'class="copy"' in answer.text()


def test_the_site_is_asked_before_the_copy(context: BrowserContext, address: str, published: Path) -> None:
    visit(context, address + POLICY).close()
    change(published, POLICY, "</h1>", ", the second edition</h1>")
    page = context.new_page()
    page.goto(address + POLICY)
    assert "the second edition" in page.inner_text("h1")
    assert page.locator(".copy").count() == 0


def test_a_copy_that_is_older_than_the_edition_known_says_so(
    context: BrowserContext, address: str, published: Path
) -> None:
    visit(context, address + POLICY).close()
    change(published, POLICY, "</h1>", ", the second edition</h1>")
    page = visit(context, address + "index.html")
    wait_until(
        page,
        """async (path) => {
            const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
            const { files } = await (await caches.match(policywright.base + "assets/handbook/offline.json")).json();
            const kept = await caches.match(policywright.base + path.replace(".html", ""));
            const known = files.find((file) => file.path === path).fingerprint !== kept.headers.get("X-Fingerprint");
            return known && !installing && !waiting && active.state === "activated";
        }""",
        POLICY,
    )
    context.set_offline(True)
    page.goto(address + POLICY)
    assert "It has changed since." in page.inner_text(".copy")
    assert "edition" not in page.inner_text(".copy")


def test_a_page_that_is_open_while_it_changes_says_so(context: BrowserContext, address: str, published: Path) -> None:
    page = visit(context, address + POLICY)
    change(published, POLICY, "</h1>", ", the second edition</h1>")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator(".copy")).to_contain_text("This page has changed since you opened it.")
    page.get_by_role("button", name="Load it again").click()
    expect(page.locator("h1")).to_contain_text("the second edition")
    assert page.locator(".copy").count() == 0


def test_a_copy_is_checked_as_soon_as_there_is_a_connection(context: BrowserContext, address: str) -> None:
    page = visit(context, address + POLICY)
    context.set_offline(True)
    page.reload()
    expect(page.locator(".copy")).to_be_visible()
    context.set_offline(False)
    expect(page.locator(".copy")).to_have_count(0, timeout=30_000)


def test_a_page_that_was_taken_out_does_not_come_back(context: BrowserContext, address: str, published: Path) -> None:
    page = visit(context, address + POLICY)
    (published / POLICY).unlink()
    offline.write(published)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator(".copy")).to_contain_text("taken out of the handbook")
    answer = page.goto(address + POLICY)
    assert answer is not None
    assert answer.status == 404
    context.set_offline(True)
    page.goto(address + POLICY)
    expect(page.locator(".not-here")).to_contain_text("is not on this device")


def test_what_is_not_kept_is_told_by_its_title_with_what_is(context: BrowserContext, address: str) -> None:
    page = visit(context, address + POLICY)
    context.set_offline(True)
    page.goto(address + UNREAD)
    expect(page.locator("h1")).to_have_text("Read offline")
    expect(page.locator(".not-here a")).to_have_attribute("href", address + UNREAD)
    assert POLICY in str(page.locator(".kept-pages a").evaluate_all("links => links.map(link => link.href)"))


class Failing(Quiet):
    """A server that can be told to fail."""

    fails = False

    def do_GET(self) -> None:  # noqa: N802  as the library calls it
        if Failing.fails:
            self.send_error(503)
        else:
            super().do_GET()


class Slow(Quiet):
    """A server that answers nothing while it is told not to."""

    answering = threading.Event()

    def do_GET(self) -> None:  # noqa: N802  as the library calls it
        self.answering.wait()
        super().do_GET()


class Strict(Quiet):
    """A server that sends our policy with every file."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", served_content_policy())
        super().end_headers()


@pytest.fixture
def read_by(context: BrowserContext, published: Path, tmp_path: Path) -> Iterator[Callable[[type[Quiet]], Page]]:
    """Return what opens the policy from a server of some kind, and waits until it is kept."""
    assert published.is_dir()
    with ExitStack() as servers:

        def read(server: type[Quiet]) -> Page:
            root = servers.enter_context(served(tmp_path, server))
            return visit(context, f"{root}{BELOW.replace(' ', '%20')}/{POLICY}")

        yield read
        Slow.answering.set()


def test_a_site_that_fails_is_read_from_the_copy(
    read_by: Callable[[type[Quiet]], Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read_by(Failing)
    monkeypatch.setattr(Failing, "fails", True)
    page.reload()
    assert "The handbook cannot be reached just now." in page.inner_text(".copy")


def test_a_site_that_takes_too_long_is_read_from_the_copy(read_by: Callable[[type[Quiet]], Page]) -> None:
    Slow.answering.set()
    page = read_by(Slow)
    Slow.answering.clear()
    page.reload()
    expect(page.locator(".copy")).to_contain_text("The handbook cannot be reached just now.")
    Slow.answering.set()
    expect(page.locator(".copy")).to_have_count(0)


def test_the_copy_is_kept_where_the_server_sends_our_policy_with_every_file(
    context: BrowserContext, read_by: Callable[[type[Quiet]], Page]
) -> None:
    page = read_by(Strict)
    context.set_offline(True)
    answer = page.reload()
    assert answer is not None
    assert "You are offline." in page.inner_text(".copy")
    assert answer.header_value("Content-Security-Policy") == served_content_policy()


def test_the_search_finds_offline(context: BrowserContext, address: str) -> None:
    page = visit(context, address + POLICY)
    context.set_offline(True)
    page.reload()
    page.click("#_search-words")
    page.keyboard.type("friend request")
    expect(page.locator(".found a").first).to_be_visible()


def test_the_whole_handbook_is_kept_by_one_press_after_saying_how_much_it_is(
    context: BrowserContext, address: str, published: Path
) -> None:
    page = visit(context, address + "offline.html")
    keeper = page.get_by_role("button", name="Keep the whole handbook")
    expect(page.locator("li", has=keeper)).to_contain_text(re.compile(r"\d+ pages, up to \d+\.\d MB"))
    keeper.click()
    expect(page.locator(".told")).to_have_text("Kept on this device: the whole handbook.")
    listed = json.loads((published / offline.LIST).read_text(encoding="utf-8"))["files"]
    assert page.locator(".kept-pages a").count() == len([file for file in listed if file["title"]])
    context.set_offline(True)
    page.goto(address + UNREAD)
    assert "You are offline." in page.inner_text(".copy")


def test_a_part_is_kept_with_what_all_parts_share_and_without_the_others(context: BrowserContext, address: str) -> None:
    page = visit(context, address + "offline.html")
    page.locator("[data-keep=trusts]").click()
    expect(page.locator(".told")).to_contain_text("Kept on this device")
    kept = str(page.locator(".kept-pages a").evaluate_all("links => links.map(link => link.href)"))
    assert "/trusts/index.html" in kept
    assert "/glossary.html" in kept
    assert "/schools/" not in kept


def test_what_was_kept_follows_a_new_edition(context: BrowserContext, address: str, published: Path) -> None:
    page = visit(context, address + "offline.html")
    page.locator("[data-keep=schools]").click()
    expect(page.locator(".told")).to_contain_text("Kept on this device")
    change(published, UNREAD, "</h1>", ", the second edition</h1>")
    page.goto(address + "index.html")
    edition = re.search(r'EDITION = "(\w+)"', (published / offline.WORKER).read_text(encoding="utf-8"))
    assert edition
    page.wait_for_function("edition => policywright.offline.read().edition === edition", arg=edition[1])
    context.set_offline(True)
    page.goto(address + UNREAD)
    assert "the second edition" in page.inner_text("h1")


def test_everything_is_removed_by_one_press_and_does_not_come_back(context: BrowserContext, address: str) -> None:
    page = visit(context, address + "offline.html")
    page.get_by_role("button", name="Remove all of it from this device").click()
    expect(page.get_by_role("heading", name="Nothing is kept on this device")).to_be_focused()
    page.goto(address + POLICY)
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    page.goto(address + "offline.html")
    page.get_by_role("button", name="Keep the pages that I read").click()
    expect(page.get_by_role("heading", name="What is on this device")).to_be_visible()


def test_what_an_open_page_asks_for_after_everything_was_removed_is_not_kept(
    context: BrowserContext, address: str
) -> None:
    page = visit(context, address + POLICY)
    kept = page.evaluate(
        """async (address) => {
            const { ask, remove } = policywright.offline;
            const before = ask("now", { address });
            await remove();
            await Promise.all([before, ask("now", { address }), ask("now", { address: address + ".gone" })]);
            return caches.keys();
        }""",
        address + POLICY,
    )
    assert kept == []


def test_what_is_kept_is_cleared_from_the_page_on_privacy(context: BrowserContext, address: str) -> None:
    page = visit(context, address + "privacy.html")
    page.evaluate("policywright.iAm({part: 'schools', words: 'Schools'})")
    page.get_by_role("button", name="Clear all of it from this device").click()
    expect(page.locator(".forgetting .told")).to_contain_text("All of it is cleared.")
    assert page.evaluate("Object.keys(localStorage)") == ["policywright.offline"]
    assert page.evaluate("caches.keys()") == []


@pytest.mark.parametrize("path", [POLICY, UNREAD, "offline.html"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_copy(context: BrowserContext, address: str, path: str, width: int) -> None:
    page = visit(context, address + POLICY)
    page.set_viewport_size({"width": width, "height": 900})
    context.set_offline(True)
    page.goto(address + path)
    page.locator("main .copy").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_two_handbooks_on_one_host_leave_each_other_alone(
    context: BrowserContext, address: str, published: Path
) -> None:
    shutil.copytree(published, published / "inner")
    visit(context, address + POLICY).close()
    page = visit(context, f"{address}inner/{POLICY}")
    page.goto(f"{address}inner/offline.html")
    page.get_by_role("button", name="Remove all of it from this device").click()
    expect(page.get_by_role("heading", name="Nothing is kept on this device")).to_be_focused()
    assert page.evaluate("caches.keys()") == [f"policywright {address}"]


def test_a_preview_and_a_folder_have_no_copy(chromium: Browser, preview_address: str, site: Path) -> None:
    context = chromium.new_context()
    page = context.new_page()
    for address in (preview_address, (site / "offline.html").as_uri()):
        page.goto(address)
        assert page.evaluate("policywright.offline.possible") is False
        assert page.locator("link[rel=manifest]").count() == 0
    expect(page.locator(".cannot")).to_be_visible()
    context.close()
