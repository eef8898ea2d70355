"""Questions of a form that are answered several times, once for each child."""

from playwright.sync_api import expect
from tests.browser.conftest import Open
from tests.browser.filling import FORM, check, composed, faults, fill_all


def test_another_child_is_added_and_its_first_box_has_the_focus(open_page: Open) -> None:
    page = open_page(FORM)
    expect(page.locator(".turn:visible")).to_have_count(1)
    expect(page.get_by_role("button", name="Remove child 1")).to_be_hidden()
    page.get_by_role("button", name="Add another child").click()
    expect(page.locator("#child-name_2_answer")).to_be_focused()
    expect(page.get_by_role("group", name="Child 2")).to_be_visible()


def test_those_after_a_child_that_is_removed_move_up(open_page: Open) -> None:
    page = open_page(FORM)
    for number, name in ((1, "Ann"), (2, "Bob"), (3, "Cai")):
        if number > 1:
            page.get_by_role("button", name="Add another child").click()
        page.locator(".turn:visible").last.locator("input").first.fill(name)
    page.get_by_role("button", name="Remove child 2").click()
    expect(page.locator(".turn:visible")).to_have_count(2)
    expect(page.locator("#child-name_2_answer")).to_be_focused()
    expect(page.locator("#child-name_2_answer")).to_have_value("Cai")
    expect(page.locator("#child-name_3_answer")).to_have_value("")
    expect(page.get_by_text("child 2 was removed.")).to_be_visible()


def test_there_are_no_more_children_than_the_form_has_room_for(open_page: Open) -> None:
    page = open_page(FORM)
    for _ in range(3):
        page.get_by_role("button", name="Add another child").click()
    expect(page.get_by_role("button", name="Add another child")).to_be_hidden()
    expect(page.get_by_text("This form has room for 4")).to_be_visible()


def test_each_child_is_checked_and_said_by_itself(open_page: Open) -> None:
    page = open_page(FORM)
    fill_all(page)
    page.get_by_role("button", name="Add another child").click()
    check(page)
    assert faults(page) == ["Child 2: Enter the name of the child", "Child 2: Enter the age"]
    fill_all(page)
    check(page)
    assert "Child 2\n\nName of the child\n    Siân Ŵyn\n" in composed(page)
    expect(page.get_by_role("link", name="Change Age, Child 2")).to_be_visible()
