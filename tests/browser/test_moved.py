"""Former addresses still lead to where a text is now."""

from tests.browser.conftest import Open


def test_a_document_that_was_renamed_is_reached_at_the_same_place(open_page: Open) -> None:
    page = open_page("schools/all-things.html#decline")
    page.wait_for_url("**/schools/everything.html#decline")


def test_without_scripts_a_link_leads_there(open_page: Open) -> None:
    page = open_page("schools/all-things.html", scripts=False)
    page.locator("a.moved").click()
    assert page.url.endswith("/schools/everything.html")


def test_a_clause_that_was_renamed_is_still_met_by_its_old_name(open_page: Open) -> None:
    page = open_page("schools/everything.html#decline-requests")
    number = page.locator("#decline .number").first.bounding_box()
    assert number is not None
    assert 0 <= number["y"] < 900
