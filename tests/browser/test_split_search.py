"""The search of a large handbook, whose files are loaded as a question needs them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.test_search import type_in_box
from tests.search.split import with_split_search

from policywright.pipeline import Examined


@pytest.fixture
def large(site: Path, examined: Examined, tmp_path: Path) -> Path:
    """Return the folder of the handbook's site, with the search that a large one has."""
    return with_split_search(examined, site, tmp_path)


@pytest.fixture
def split(chromium: Browser, large: Path) -> Iterator[Page]:
    page = chromium.new_page()
    page.goto((large / "index.html").as_uri())
    yield page
    page.close()


def test_a_large_handbook_is_searched_from_its_folder_too(split: Page) -> None:
    type_in_box(split, "friend request")
    expect(split.locator(".found .number").first).to_have_text("Clause 2.1")
    split.keyboard.press("Enter")
    hit = split.locator(".hit").first
    expect(hit.locator(".by")).to_have_text("Everything that a policy of Ysgol Tŷ Ffynnon may hold · Schools")
    expect(hit.locator(".words mark").first).to_have_text("friend")
    hit.locator("a").click()
    split.wait_for_url("file:///**/schools/everything.html#decline")


def test_of_a_large_handbook_each_file_is_loaded_when_a_question_first_needs_it(split: Page) -> None:
    loaded = "[...document.scripts].filter(({src}) => src.includes('/assets/handbook/search/')).length"
    split.focus("#_search-words")
    split.evaluate("policywright.search('')")
    assert split.evaluate(loaded) == 0
    split.evaluate("policywright.search('friend request')")
    once = split.evaluate(loaded)
    assert once > 0
    split.evaluate("policywright.search('request of a friend')")
    assert split.evaluate(loaded) == once


@pytest.mark.parametrize("path", ["index.html", "search.html"])
def test_where_a_file_cannot_be_loaded_the_reader_is_told_and_tries_again(split: Page, large: Path, path: str) -> None:
    split.goto((large / path).as_uri())
    words, status = ("#_asked", ".count") if path == "search.html" else ("#_search-words", ".search [role=status]")
    files = large / "assets" / "handbook" / "search"
    files.rename(large / "away")
    split.fill(words, "friend request")
    expect(split.locator(status)).to_have_text(re.compile("^The search could not be loaded."))
    (large / "away").rename(files)
    split.fill(words, "friend requests")
    expect(split.locator(".hit .number, .found .number").first).to_have_text("Clause 2.1")
