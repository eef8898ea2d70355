"""The QR code on a printed document leads to its page, which says whether that copy is the current one."""

from tests.browser.conftest import Open


def test_the_page_says_that_a_copy_is_current(open_page: Open) -> None:
    page = open_page("schools/everything.html#version=2026.1")
    notice = page.get_by_role("status").filter(has_text="Your printed copy")
    assert notice.inner_text() == "Your printed copy is version 2026.1, which is the current one."


def test_the_page_says_that_a_copy_is_out_of_date(open_page: Open) -> None:
    page = open_page("schools/everything.html#version=2025.2")
    notice = page.locator(".copy-held")
    assert "Your printed copy is version 2025.2, and out of date. This page has version 2026.1." in notice.inner_text()


def test_nothing_is_said_to_who_comes_another_way(open_page: Open) -> None:
    assert open_page("schools/everything.html").locator(".copy-held").count() == 0
    assert open_page("schools/everything.html#version=old").locator(".copy-held").count() == 0


def test_without_scripts_the_version_stands_at_the_head_of_the_page(open_page: Open) -> None:
    page = open_page("schools/everything.html#version=2025.2", scripts=False)
    assert "Version 2026.1" in page.locator(".byline").inner_text()
