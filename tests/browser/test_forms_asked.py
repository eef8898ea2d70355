"""What a form asks: by the answers so far, and all of it where no scripts run."""

from playwright.sync_api import expect
from tests.browser.conftest import Open
from tests.browser.filling import FORM, check, composed, faults, fill_all


def test_a_question_that_depends_on_an_answer_appears_with_that_answer(open_page: Open) -> None:
    page = open_page(FORM)
    expect(page.locator("#limits")).to_be_hidden()
    page.check("[name=website][value=yes]")
    expect(page.locator("#limits")).to_be_visible()
    expect(page.locator("#limits .condition")).to_be_hidden()
    page.check("[name=website][value=no]")
    expect(page.locator("#limits")).to_be_hidden()


def test_a_section_that_is_not_asked_is_not_in_the_contents_either(open_page: Open) -> None:
    page = open_page(FORM)
    page.click(".contents summary")
    link = page.locator(".contents").get_by_text("How to reach you")
    expect(link).to_be_hidden()
    page.check("[name=website][value=yes]")
    expect(link).to_be_visible()
    expect(page.get_by_role("heading", name="How to reach you")).to_be_visible()


def test_what_is_not_asked_is_neither_checked_nor_said(open_page: Open) -> None:
    page = open_page(FORM)
    page.check("[name=website][value=yes]")
    page.fill("#limits_answer", "No names")
    page.check("[name=website][value=no]")
    check(page)
    assert not [fault for fault in faults(page) if "reach you" in fault]
    fill_all(page)
    page.check("[name=website][value=no]")
    check(page)
    assert "No names" not in composed(page)
    assert "How to reach you" not in composed(page)


def test_without_scripts_all_is_asked_with_its_condition_in_words(open_page: Open) -> None:
    page = open_page(FORM, scripts=False)
    expect(page.locator("#limits_answer")).to_be_visible()
    expect(page.locator("#limits .condition")).to_contain_text("Only if the answer to")
    expect(page.locator(".turn")).to_have_count(4)
    expect(page.locator(".turn").last).to_be_visible()
    for needs_scripts in (".form-acts", ".keeping", ".result", ".faults"):
        expect(page.locator(needs_scripts)).to_be_hidden()
