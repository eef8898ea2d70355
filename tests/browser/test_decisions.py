"""Decisions are walked by links alone."""

import pytest
from tests.browser.conftest import Open

SHOWN = ".step:visible h2"


def test_a_decision_is_walked_to_its_outcome_without_scripts(open_page: Open) -> None:
    page = open_page("schools/abusive-post.html", scripts=False)
    first = page.locator(SHOWN).all_inner_texts()
    assert len(first) == 1
    while page.locator(".answers a:visible").count():
        page.locator(".answers a:visible").first.click()
        assert page.locator(SHOWN).count() == 1
    assert page.locator(".outcome:visible").count() == 1
    page.locator(".again a:visible").click()
    assert page.locator(SHOWN).all_inner_texts() == first


def test_all_questions_can_be_read_at_once(open_page: Open) -> None:
    page = open_page("schools/abusive-post.html", scripts=False)
    page.get_by_role("link", name="Show all questions").click()
    assert page.locator(SHOWN).count() == page.locator(".step").count() > 1


def test_a_link_to_an_outcome_shows_it(open_page: Open) -> None:
    page = open_page("schools/abusive-post.html", scripts=False)
    outcome = page.locator(".outcome h2").last.get_attribute("id")
    page.goto(page.url + f"#{outcome}")
    assert page.locator(SHOWN).all_inner_texts() == [page.locator(f"#{outcome}").inner_text()]


def test_on_paper_all_questions_and_all_ways_through_stand(open_page: Open) -> None:
    page = open_page("schools/abusive-post.html")
    page.emulate_media(media="print")
    assert page.locator(SHOWN).count() == page.locator(".step").count()
    assert page.locator(".paths li").last.is_visible()


@pytest.mark.parametrize("path", ["schools/consent.html", "schools/open-account.html", "schools/remove-post.html"])
def test_nothing_that_is_filled_in_is_sent(open_page: Open, path: str) -> None:
    page = open_page(path)
    address = page.url
    assert page.locator("form[action]").count() == 0
    page.locator("#_content input[type=text], #_content input[type=checkbox]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.url.rstrip("?") == address
