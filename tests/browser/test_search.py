"""The search, as long as it is Material's."""

from pathlib import Path

from playwright.sync_api import Browser, Page
from tests.browser.conftest import Open


def search(page: Page, words: str) -> None:
    """Paste words into the search, so that it is asked once, and wait for what it finds."""
    page.click("#_search-words")
    page.wait_for_function("document.querySelector('#__search').checked")
    page.keyboard.insert_text(words)
    page.wait_for_selector(".found a")


def test_what_is_found_is_reached_from_the_keyboard(open_page: Open) -> None:
    page = open_page("index.html")
    search(page, "decline friend request")
    assert "matching" in page.locator(".found [role=status]").inner_text()
    page.keyboard.press("Tab")
    address = page.locator(".found a:focus").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(address))


def test_words_that_are_typed_are_found_too(open_page: Open) -> None:
    page = open_page("index.html")
    page.click("#_search-words")
    page.keyboard.type("photograph")
    page.wait_for_selector(".found a")


def test_leaving_the_search_puts_its_list_away(open_page: Open) -> None:
    page = open_page("index.html")
    search(page, "friend")
    page.click("h1")
    assert not page.locator(".found").is_visible()


def test_a_site_that_is_opened_from_its_folder_has_everything_but_the_search(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto((site / "index.html").as_uri())
    page.wait_for_function("document.querySelector('.search').hidden")
    assert page.evaluate("getComputedStyle(document.querySelector('.frame-head')).display") == "flex"
    page.locator(".frame-nav").get_by_text("Schools").click()
    page.wait_for_url("**/schools/index.html")
    page.close()
