"""What is filled in is kept where somebody asks for it, and erased on request."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open
from tests.browser.filling import ANSWERS, FORM, check, fill_all, keep
from tests.browser.test_accessibility import violations

KEEP = {"tab": "sessionStorage", "computer": "localStorage"}


def stored(page: Page) -> dict[str, bool]:
    return {place: bool(page.evaluate(f"{store}.length")) for place, store in KEEP.items()}


def test_nothing_is_kept_unless_somebody_asks(open_page: Open) -> None:
    page = open_page(FORM)
    fill_all(page)
    check(page)
    assert stored(page) == {"tab": False, "computer": False}
    page.reload()
    expect(page.locator("#child-name_answer")).to_have_value("")


@pytest.mark.parametrize("place", KEEP)
def test_what_is_kept_is_there_again_after_a_reload(open_page: Open, place: str) -> None:
    page = open_page(FORM)
    fill_all(page)
    page.get_by_role("button", name="Add another child").click()
    page.fill("#child-name_2_answer", "Bob")
    keep(page, place)
    assert stored(page) == {other: other == place for other in KEEP}
    page.reload()
    expect(page.locator("#child-name_2_answer")).to_be_visible()
    expect(page.locator("#child-name_2_answer")).to_have_value("Bob")
    expect(page.locator("#limits_answer")).to_have_value(ANSWERS["long-text"])
    expect(page.locator("[name=website][value=yes]")).to_be_checked()
    expect(page.locator(".kept-where")).to_have_text({"tab": "in this tab", "computer": "on this computer"}[place])


def test_who_keeps_it_on_the_computer_is_warned_of_others(open_page: Open) -> None:
    page = open_page(FORM)
    keep(page, "tab")
    expect(page.locator(".shared")).to_be_hidden()
    page.check("[name=_keep][value=computer]")
    expect(page.locator(".shared")).to_contain_text("It holds personal details.")


def test_one_button_erases_all_at_once(open_page: Open) -> None:
    page = open_page(FORM)
    fill_all(page)
    keep(page, "computer")
    check(page)
    page.get_by_role("button", name="Erase all that I typed").click()
    assert stored(page) == {"tab": False, "computer": False}
    expect(page.locator("#child-name_answer")).to_have_value("")
    expect(page.locator(".result")).to_be_hidden()
    expect(page.get_by_text("All that you typed is erased.")).to_be_visible()


def print_after(page: Page, *, asked: bool) -> None:
    """Type and keep something, and close the print window, which asks afterwards or does not."""
    page.fill("#child-name_answer", "Bob")
    keep(page, "tab")
    page.locator(".after-printing").set_checked(asked)
    page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize(("answer", "is_kept"), [("Erase it now", False), ("Keep it", True)])
def test_who_wants_it_erased_after_printing_says_whether_it_printed(
    open_page: Open, answer: str, *, is_kept: bool
) -> None:
    page = open_page(FORM)
    print_after(page, asked=True)
    assert violations(page) == []
    page.get_by_role("dialog", name="Did it print?").get_by_role("button", name=answer).click()
    assert stored(page) == {"tab": is_kept, "computer": False}
    expect(page.locator("#child-name_answer")).to_have_value("Bob" if is_kept else "")
    expect(page.get_by_text("All that you typed is erased.")).to_be_visible(visible=not is_kept)


def test_the_question_after_printing_is_left_by_the_key_escape_and_nothing_is_erased(open_page: Open) -> None:
    page = open_page(FORM)
    print_after(page, asked=True)
    expect(page.get_by_role("button", name="Erase it now")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert stored(page) == {"tab": True, "computer": False}


def test_nobody_is_asked_after_printing_who_has_not_chosen_it(open_page: Open) -> None:
    page = open_page(FORM)
    print_after(page, asked=False)
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert stored(page) == {"tab": True, "computer": False}


def test_a_browser_that_refuses_to_keep_anything_is_told_of(open_page: Open) -> None:
    page = open_page(FORM)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('refused'); }; }")
    keep(page, "computer")
    expect(page.get_by_text("This browser refuses to keep anything.")).to_be_visible()
    expect(page.locator("[name=_keep][value=nowhere]")).to_be_checked()
