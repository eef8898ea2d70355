"""What stands against a filled form, in a summary and before each field; it is printed nevertheless."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Open
from tests.browser.filling import FORM, check, faults, fill_all


def test_an_empty_form_is_told_in_plain_words(open_page: Open) -> None:
    page = open_page(FORM)
    check(page)
    assert faults(page) == ["Enter the name of the child", "Enter the age", "Enter the date"]
    page.check("[name=website][value=yes]")
    check(page)
    assert faults(page)[2:4] == [
        "Choose an answer: How may we reach you?",
        "Choose one answer or more: On which days?",
    ]


def test_the_summary_has_the_focus_and_leads_to_each_field(open_page: Open) -> None:
    page = open_page(FORM)
    check(page)
    expect(page.locator(".faults")).to_be_focused()
    assert page.title().startswith("Error: ")
    page.get_by_role("link", name="Enter the age").press("Enter")
    expect(page.locator("#child-age_answer")).to_be_focused()
    assert "#" not in page.url


def test_a_message_stands_before_its_box_and_is_told_with_it(open_page: Open) -> None:
    page = open_page(FORM)
    check(page)
    age = page.locator("#child-age_answer")
    expect(age).to_have_accessible_description("In whole years Error: Enter the age")
    expect(age).to_have_attribute("aria-invalid", "true")
    day = page.locator("#signed-on")
    expect(day).to_have_accessible_description("For example, 4 3 2027 Error: Enter the date")
    tops = (
        page.locator("#child-age")
        .locator(".error-message, input")
        .evaluate_all("all => all.map((one) => [one.tagName, one.getBoundingClientRect().top])")
    )
    assert [tag for tag, _ in sorted(tops, key=lambda one: float(one[1]))] == ["P", "INPUT"]


def test_what_is_mended_is_told_no_more(open_page: Open) -> None:
    page = open_page(FORM)
    check(page)
    fill_all(page)
    check(page)
    expect(page.locator(".faults")).to_be_hidden()
    expect(page.locator(".error-message, [aria-invalid]")).to_have_count(0)
    assert not page.title().startswith("Error: ")
    expect(page.locator("#child-age_answer")).to_have_accessible_description("In whole years")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("4", "", "2026"), "Date must include a month"),
        (("4", "", ""), "Date must include a month and a year"),
        (("31", "2", "2026"), "Date must be a real date, such as 4 3 2027"),
        (("4", "13", "2026"), "Date must be a real date, such as 4 3 2027"),
        (("four", "3", "2026"), "Date must be a real date, such as 4 3 2027"),
        (("29", "2", "2024"), None),
        (("29", "2", "2025"), "Date must be a real date, such as 4 3 2027"),
        (("4", "3", "26"), "Date must have a year between 1900 and"),
    ],
)
def test_a_date_is_a_real_one_of_our_time(open_page: Open, typed: tuple[str, str, str], told: str | None) -> None:
    page = open_page(FORM)
    for box, part in zip(page.locator("#signed-on input").all(), typed, strict=True):
        box.evaluate("(box, text) => { box.value = text; }", part)
    check(page)
    (found,) = [fault for fault in faults(page) if "ate" in fault] or [""]
    assert found.startswith(told or "")
    assert bool(found) == bool(told)


@pytest.mark.parametrize(
    ("box", "typed", "told"),
    [
        ("child-age", "seven", "Age must be a whole number, such as 12"),
        ("child-class", "A" * 21, "Class must have 20 characters or fewer; it has 21"),
        ("telephone", "none", "Telephone number must be a telephone number, such as 01632 960 001"),
        ("email", "parent.school.example", "Address for email must look like name@example.org"),
    ],
)
def test_an_answer_is_of_the_kind_that_was_asked_for(open_page: Open, box: str, typed: str, told: str) -> None:
    page = open_page(FORM)
    page.check("[name=website][value=yes]")
    page.fill(f"#{box}_answer", typed)
    check(page)
    assert told in faults(page)


def test_nothing_is_told_while_somebody_types(open_page: Open) -> None:
    page = open_page(FORM)
    page.fill("#child-age_answer", "seven")
    page.press("#child-age_answer", "Enter")
    page.press("#child-age_answer", "Tab")
    expect(page.locator(".error-message")).to_have_count(0)
    expect(page.locator(".faults")).to_be_hidden()


def test_printing_with_blanks_is_never_refused(open_page: Open) -> None:
    page = open_page(FORM)
    page.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes'; }; }")
    page.fill("#child-age_answer", "seven")
    check(page)
    page.locator(".faults").get_by_role("button", name="Print with blanks").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    page.emulate_media(media="print")
    for asked in ("#child-name", "#limits", "#office-signature", ".turn >> nth=3"):
        expect(page.locator(asked)).to_be_visible()
    for not_for_paper in (".faults", ".form-acts", ".error-message >> nth=0", ".keeping", ".turn-acts >> nth=0"):
        expect(page.locator(not_for_paper)).to_be_hidden()
