"""Pages that are read offline, and what they say of themselves."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from tests.browser.offline.conftest import POLICY, UNREAD, change, visit, wait_until
from tests.browser.test_accessibility import violations

from policywright.adapters import offline


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


def test_the_search_finds_offline(context: BrowserContext, address: str) -> None:
    page = visit(context, address + POLICY)
    context.set_offline(True)
    page.reload()
    page.click("#_search-words")
    page.keyboard.type("friend request")
    expect(page.locator(".found a").first).to_be_visible()


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


def test_a_preview_and_a_folder_have_no_copy(chromium: Browser, preview_address: str, site: Path) -> None:
    context = chromium.new_context()
    page = context.new_page()
    for address in (preview_address, (site / "offline.html").as_uri()):
        page.goto(address)
        assert page.evaluate("policywright.offline.possible") is False
        assert page.locator("link[rel=manifest]").count() == 0
    expect(page.locator(".cannot")).to_be_visible()
    context.close()
