"""The search, as long as it is Material's."""

from tests.browser.conftest import Open


def test_a_clause_is_found_and_reached_from_the_keyboard(open_page: Open) -> None:
    page = open_page("index.html")
    page.click("#_search-words")
    page.keyboard.type("decline friend request")
    page.wait_for_selector(".found a")
    assert "matching" in page.locator(".found [role=status]").inner_text()
    page.keyboard.press("Tab")
    assert page.locator(".found a:focus").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/schools/*.html*")


def test_words_that_are_pasted_are_found_too(open_page: Open) -> None:
    page = open_page("index.html")
    page.click("#_search-words")
    page.wait_for_timeout(300)
    page.keyboard.insert_text("photograph")
    page.wait_for_selector(".found a")


def test_leaving_the_search_puts_its_list_away(open_page: Open) -> None:
    page = open_page("index.html")
    page.click("#_search-words")
    page.keyboard.type("friend")
    page.wait_for_selector(".found a")
    page.click("h1")
    assert not page.locator(".found").is_visible()
