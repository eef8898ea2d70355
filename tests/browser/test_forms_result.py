"""What a filled form says: on screen, printed, copied and saved."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Open
from tests.browser.filling import FORM, check, composed, fill, fill_all

LONG = "A word and another, each of them a little longer. " * 30
WHOLE = """\
Consent to photographs
======================

About the children
------------------

Child 1

Name of the child
    Siân Ŵyn

Age
    7 years

Class
    Llŷn

What we may do
--------------

May we use photographs on the website?
    Yes

Anything that we must not show
    The first line.
    The second line.

Address of the school's page
    Llŷn

How to reach you
----------------

How may we reach you?
    Telephone

On which days?
    Monday to Thursday
    Friday, but not after noon

Telephone number
    01632 960 001

Address for email
    parent@school.example

Signature
---------

By signing, you agree to this:

A I have read paragraph 2.4.1 of Everything and know that I can change my mind.

B What I have written is true.

Date
    4 March 2026

Signature of the parent or carer
    To be signed by hand: ________________________________________

Signature of the school office
    To be signed by hand: ________________________________________

Changing your mind
------------------

Tell the office at any time, in person, by telephone or by email.

Goes to: School office, within a week

Kept in the school office until the pupil leaves, because The Data Protection Act 2018 asks for it.

Version 2026.1 of this form
"""


def test_the_whole_form_in_words(open_page: Open) -> None:
    page = open_page(FORM)
    fill_all(page)
    page.get_by_label("Friday, but not after noon").check()
    check(page)
    expect(page.get_by_role("heading", name="Your filled form")).to_be_focused()
    assert composed(page) == WHOLE


@pytest.mark.parametrize(("answer", "said"), [("yes", "Yes"), ("no", "No"), ("", "Not answered, which counts as no")])
def test_consent_that_is_not_given_is_said_to_count_as_no(open_page: Open, answer: str, said: str) -> None:
    page = open_page(FORM)
    fill_all(page)
    page.locator("[name=website]").evaluate_all(
        "(all, given) => all.forEach((one) => { one.checked = one.value === given; })", answer
    )
    page.locator("form.form").dispatch_event("change")
    check(page)
    assert f"website?\n    {said}\n" in composed(page)


def test_an_answer_is_changed_from_the_result(open_page: Open) -> None:
    page = open_page(FORM)
    fill_all(page)
    check(page)
    page.get_by_role("link", name="Change Age").press("Enter")
    expect(page.locator("#child-age_answer")).to_be_focused()
    page.keyboard.type("1")
    expect(page.locator(".result")).to_be_hidden()


def test_the_result_is_printed_alone(open_page: Open) -> None:
    page = open_page(FORM)
    fill_all(page)
    check(page)
    page.emulate_media(media="print")
    expect(page.locator(".composed dt").last).to_be_visible()
    for left_out in ("h1", "form.form", ".about-text", ".composed .not-said >> nth=0", ".result button >> nth=0"):
        expect(page.locator(left_out)).to_be_hidden()


def test_the_result_is_copied(open_page: Open) -> None:
    page = open_page(FORM)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill_all(page)
    check(page)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == composed(page)


def test_where_a_browser_copies_nothing_by_itself_all_is_selected(open_page: Open) -> None:
    page = open_page(FORM)
    fill_all(page)
    check(page)
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("All of it is selected.")).to_be_visible()
    assert "Siân Ŵyn" in page.evaluate("getSelection().toString()")


def test_the_result_is_saved_as_a_text_and_as_a_web_page(open_page: Open, tmp_path: Path) -> None:
    page = open_page(FORM)
    fill_all(page)
    check(page)
    saved = {}
    for button, name in (("Save as a text file", "consent.txt"), ("Save as a web page", "consent.html")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
        saved[name] = (tmp_path / name).read_text(encoding="utf-8")
    assert saved["consent.txt"] == composed(page)
    assert saved["consent.html"].startswith('<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">')
    assert "Siân Ŵyn" in saved["consent.html"]
    assert "Change" not in re.sub("Changing", "", saved["consent.html"])


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_form_that_was_only_typed_into_prints_what_was_typed(
    open_page: Open, tmp_path: Path, *, scripts: bool
) -> None:
    page = open_page(FORM, scripts=scripts)
    page.locator("[name=website]").first.check()
    page.fill("#child-name_answer", "Siân Ŵyn")
    page.fill("#limits_answer", "No names, please")
    page.pdf(path=tmp_path / "form.pdf")
    read = subprocess.run(["pdftotext", tmp_path / "form.pdf", "-"], check=True, capture_output=True, text=True)
    for printed in ("Siân Ŵyn", "No names, please", "Child 4", "Signature of the school office"):
        assert printed in read.stdout
    assert "Check and see the result" not in read.stdout


def test_a_date_that_was_typed_is_printed_in_words(open_page: Open) -> None:
    page = open_page(FORM)
    fill(page.locator("#signed-on"))
    page.emulate_media(media="print")
    expect(page.locator("#signed-on > .mirror")).to_have_text("4 March 2026")
    expect(page.locator("#signed-on input").first).to_be_hidden()


def test_the_longest_answers_fit_their_boxes_on_a_phone(open_page: Open) -> None:
    page = open_page(FORM, width=320)
    page.check("[name=website][value=yes]")
    sizes = {"#limits_answer": 1500, "#school-page_answer": 80, "#child-class_answer": 20}
    for box, longest in sizes.items():
        page.fill(box, LONG[:longest])
    fits = "box => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight + 1"
    assert [box for box in sizes if not page.locator(box).evaluate(fits)] == []
