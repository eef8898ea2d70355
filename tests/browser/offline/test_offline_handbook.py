"""The whole handbook or a part of it, kept by one press and removed by one."""

import json
import re
from pathlib import Path

from playwright.sync_api import BrowserContext, expect
from tests.browser.offline.conftest import POLICY, UNREAD, change, visit

from policywright.adapters import offline


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
