"""Forms, filled in on screen: what is asked, what is checked, what comes out, and what is kept."""

import re
import subprocess
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, expect
from tests.browser.conftest import Open
from tests.browser.test_accessibility import RULES, RULES_OF_COLOUR, violations
from tests.browser.test_keyboard import faults_along_the_way

FORM = "schools/consent.html"
LONG = "A word and another, each of them a little longer. " * 30
ANSWERS = {
    "name": "Siân Ŵyn",
    "text": "Llŷn",
    "long-text": "The first line.\nThe second line.",
    "number": "7",
    "phone": "01632 960 001",
    "email": "parent@school.example",
}
"""What is typed into the single box of a field, by its type."""


def fields(page: Page) -> list[Locator]:
    """Return the fields that are asked at present, in order."""
    asked = "all => all.filter((field) => field.checkVisibility()).map((field) => field.id)"
    found = page.locator("form.form [data-type]").evaluate_all(asked)
    return [page.locator(f"[id='{name}']") for name in found]


def fill(field: Locator) -> None:
    """Answer a field; yes and the first of several answers where there is a choice."""
    kind = field.get_attribute("data-type")
    if kind == "date":
        for box, part in zip(field.locator("input").all(), ("4", "3", "2026"), strict=True):
            box.fill(part)
    elif kind in ANSWERS:
        field.locator("input, textarea").fill(ANSWERS[kind])
    elif kind != "signature":
        field.locator("input").first.check()


def fill_all(page: Page) -> None:
    """Answer all that is asked, and what is asked for that reason."""
    done: set[str] = set()
    while waiting := [field for field in fields(page) if str(field.get_attribute("id")) not in done]:
        fill(waiting[0])
        done.add(str(waiting[0].get_attribute("id")))


def check(page: Page) -> None:
    page.get_by_role("button", name="Check and see the result").click()


def composed(page: Page) -> str:
    return str(page.evaluate("policywright.plainText(document.querySelector('.composed'))"))


def faults(page: Page) -> list[str]:
    return page.locator(".faults li").all_inner_texts()


class TestWhatIsAsked:
    def test_a_question_that_depends_on_an_answer_appears_with_that_answer(self, open_page: Open) -> None:
        page = open_page(FORM)
        expect(page.locator("#limits")).to_be_hidden()
        page.check("[name=website][value=yes]")
        expect(page.locator("#limits")).to_be_visible()
        expect(page.locator("#limits .condition")).to_be_hidden()
        page.check("[name=website][value=no]")
        expect(page.locator("#limits")).to_be_hidden()

    def test_a_section_that_is_not_asked_is_not_in_the_contents_either(self, open_page: Open) -> None:
        page = open_page(FORM)
        page.click(".contents summary")
        link = page.locator(".contents").get_by_text("How to reach you")
        expect(link).to_be_hidden()
        page.check("[name=website][value=yes]")
        expect(link).to_be_visible()
        expect(page.get_by_role("heading", name="How to reach you")).to_be_visible()

    def test_what_is_not_asked_is_neither_checked_nor_said(self, open_page: Open) -> None:
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

    def test_without_scripts_all_is_asked_with_its_condition_in_words(self, open_page: Open) -> None:
        page = open_page(FORM, scripts=False)
        expect(page.locator("#limits_answer")).to_be_visible()
        expect(page.locator("#limits .condition")).to_contain_text("Only if the answer to")
        expect(page.locator(".turn")).to_have_count(4)
        expect(page.locator(".turn").last).to_be_visible()
        for needs_scripts in (".form-acts", ".keeping", ".result", ".faults"):
            expect(page.locator(needs_scripts)).to_be_hidden()


class TestSeveralChildren:
    def test_another_child_is_added_and_its_first_box_has_the_focus(self, open_page: Open) -> None:
        page = open_page(FORM)
        expect(page.locator(".turn:visible")).to_have_count(1)
        expect(page.get_by_role("button", name="Remove child 1")).to_be_hidden()
        page.get_by_role("button", name="Add another child").click()
        expect(page.locator("#child-name_2_answer")).to_be_focused()
        expect(page.get_by_role("group", name="Child 2")).to_be_visible()

    def test_those_after_a_child_that_is_removed_move_up(self, open_page: Open) -> None:
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

    def test_there_are_no_more_children_than_the_form_has_room_for(self, open_page: Open) -> None:
        page = open_page(FORM)
        for _ in range(3):
            page.get_by_role("button", name="Add another child").click()
        expect(page.get_by_role("button", name="Add another child")).to_be_hidden()
        expect(page.get_by_text("This form has room for 4")).to_be_visible()

    def test_each_child_is_checked_and_said_by_itself(self, open_page: Open) -> None:
        page = open_page(FORM)
        fill_all(page)
        page.get_by_role("button", name="Add another child").click()
        check(page)
        assert faults(page) == ["Child 2: Enter the name of the child", "Child 2: Enter the age"]
        fill_all(page)
        check(page)
        assert "Child 2\n\nName of the child\n    Siân Ŵyn\n" in composed(page)
        expect(page.get_by_role("link", name="Change Age, Child 2")).to_be_visible()


class TestWhatIsWrong:
    def test_an_empty_form_is_told_in_plain_words(self, open_page: Open) -> None:
        page = open_page(FORM)
        check(page)
        assert faults(page) == ["Enter the name of the child", "Enter the age", "Enter the date"]
        page.check("[name=website][value=yes]")
        check(page)
        assert faults(page)[2:4] == [
            "Choose an answer: How may we reach you?",
            "Choose one answer or more: On which days?",
        ]

    def test_the_summary_has_the_focus_and_leads_to_each_field(self, open_page: Open) -> None:
        page = open_page(FORM)
        check(page)
        expect(page.locator(".faults")).to_be_focused()
        assert page.title().startswith("Error: ")
        page.get_by_role("link", name="Enter the age").press("Enter")
        expect(page.locator("#child-age_answer")).to_be_focused()
        assert "#" not in page.url

    def test_a_message_stands_before_its_box_and_is_told_with_it(self, open_page: Open) -> None:
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

    def test_what_is_mended_is_told_no_more(self, open_page: Open) -> None:
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
    def test_a_date_is_a_real_one_of_our_time(
        self, open_page: Open, typed: tuple[str, str, str], told: str | None
    ) -> None:
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
            ("email", "parent.school.example", "Address for email must look like name@school.example"),
        ],
    )
    def test_an_answer_is_of_the_kind_that_was_asked_for(
        self, open_page: Open, box: str, typed: str, told: str
    ) -> None:
        page = open_page(FORM)
        page.check("[name=website][value=yes]")
        page.fill(f"#{box}_answer", typed)
        check(page)
        assert told in faults(page)

    def test_nothing_is_told_while_somebody_types(self, open_page: Open) -> None:
        page = open_page(FORM)
        page.fill("#child-age_answer", "seven")
        page.press("#child-age_answer", "Enter")
        page.press("#child-age_answer", "Tab")
        expect(page.locator(".error-message")).to_have_count(0)
        expect(page.locator(".faults")).to_be_hidden()

    def test_printing_with_blanks_is_never_refused(self, open_page: Open) -> None:
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

Goes to: School office

Kept in the school office until the pupil leaves, because The Data Protection Act 2018 asks for it.

Version 2026.1 of this form
"""


class TestWhatComesOut:
    def test_the_whole_form_in_words(self, open_page: Open) -> None:
        page = open_page(FORM)
        fill_all(page)
        page.get_by_label("Friday, but not after noon").check()
        check(page)
        expect(page.get_by_role("heading", name="Your filled form")).to_be_focused()
        assert composed(page) == WHOLE

    @pytest.mark.parametrize(
        ("answer", "said"), [("yes", "Yes"), ("no", "No"), ("", "Not answered, which counts as no")]
    )
    def test_consent_that_is_not_given_is_said_to_count_as_no(self, open_page: Open, answer: str, said: str) -> None:
        page = open_page(FORM)
        fill_all(page)
        page.locator("[name=website]").evaluate_all(
            "(all, given) => all.forEach((one) => { one.checked = one.value === given; })", answer
        )
        page.locator("form.form").dispatch_event("change")
        check(page)
        assert f"website?\n    {said}\n" in composed(page)

    def test_an_answer_is_changed_from_the_result(self, open_page: Open) -> None:
        page = open_page(FORM)
        fill_all(page)
        check(page)
        page.get_by_role("link", name="Change Age").press("Enter")
        expect(page.locator("#child-age_answer")).to_be_focused()
        page.keyboard.type("1")
        expect(page.locator(".result")).to_be_hidden()

    def test_the_result_is_printed_alone(self, open_page: Open) -> None:
        page = open_page(FORM)
        fill_all(page)
        check(page)
        page.emulate_media(media="print")
        expect(page.locator(".composed dt").last).to_be_visible()
        for left_out in ("h1", "form.form", ".about-text", ".composed .not-said >> nth=0", ".result button >> nth=0"):
            expect(page.locator(left_out)).to_be_hidden()

    def test_the_result_is_copied(self, open_page: Open) -> None:
        page = open_page(FORM)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        fill_all(page)
        check(page)
        page.get_by_role("button", name="Copy").click()
        expect(page.get_by_text("Copied.")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == composed(page)

    def test_where_a_browser_copies_nothing_by_itself_all_is_selected(self, open_page: Open) -> None:
        page = open_page(FORM)
        fill_all(page)
        check(page)
        page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); }")
        page.get_by_role("button", name="Copy").click()
        expect(page.get_by_text("All of it is selected.")).to_be_visible()
        assert "Siân Ŵyn" in page.evaluate("getSelection().toString()")

    def test_the_result_is_saved_as_a_text_and_as_a_web_page(self, open_page: Open, tmp_path: Path) -> None:
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
        self, open_page: Open, tmp_path: Path, *, scripts: bool
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

    def test_a_date_that_was_typed_is_printed_in_words(self, open_page: Open) -> None:
        page = open_page(FORM)
        fill(page.locator("#signed-on"))
        page.emulate_media(media="print")
        expect(page.locator("#signed-on > .mirror")).to_have_text("4 March 2026")
        expect(page.locator("#signed-on input").first).to_be_hidden()

    def test_the_longest_answers_fit_their_boxes_on_a_phone(self, open_page: Open) -> None:
        page = open_page(FORM, width=320)
        page.check("[name=website][value=yes]")
        sizes = {"#limits_answer": 1500, "#school-page_answer": 80, "#child-class_answer": 20}
        for box, longest in sizes.items():
            page.fill(box, LONG[:longest])
        fits = "box => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight + 1"
        assert [box for box in sizes if not page.locator(box).evaluate(fits)] == []


KEEP = {"tab": "sessionStorage", "computer": "localStorage"}


def keep(page: Page, place: str) -> None:
    page.click(".keeping summary")
    page.click(f"[name=_keep][value={place}]")


def stored(page: Page) -> dict[str, bool]:
    return {place: bool(page.evaluate(f"{store}.length")) for place, store in KEEP.items()}


class TestWhatIsKept:
    def test_nothing_is_kept_unless_somebody_asks(self, open_page: Open) -> None:
        page = open_page(FORM)
        fill_all(page)
        check(page)
        assert stored(page) == {"tab": False, "computer": False}
        page.reload()
        expect(page.locator("#child-name_answer")).to_have_value("")

    @pytest.mark.parametrize("place", KEEP)
    def test_what_is_kept_is_there_again_after_a_reload(self, open_page: Open, place: str) -> None:
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

    def test_who_keeps_it_on_the_computer_is_warned_of_others(self, open_page: Open) -> None:
        page = open_page(FORM)
        keep(page, "tab")
        expect(page.locator(".shared")).to_be_hidden()
        page.check("[name=_keep][value=computer]")
        expect(page.locator(".shared")).to_contain_text("It holds personal details.")

    def test_one_button_erases_all_at_once(self, open_page: Open) -> None:
        page = open_page(FORM)
        fill_all(page)
        keep(page, "computer")
        check(page)
        page.get_by_role("button", name="Erase all that I typed").click()
        assert stored(page) == {"tab": False, "computer": False}
        expect(page.locator("#child-name_answer")).to_have_value("")
        expect(page.locator(".result")).to_be_hidden()
        expect(page.get_by_text("All that you typed is erased.")).to_be_visible()

    @pytest.mark.parametrize("chosen", [True, False])
    def test_it_is_erased_after_printing_only_if_chosen(self, open_page: Open, *, chosen: bool) -> None:
        page = open_page(FORM)
        page.fill("#child-name_answer", "Bob")
        keep(page, "tab")
        page.locator(".after-printing").set_checked(chosen)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert stored(page) == {"tab": not chosen, "computer": False}
        expect(page.locator("#child-name_answer")).to_have_value("" if chosen else "Bob")

    def test_a_browser_that_refuses_to_keep_anything_is_told_of(self, open_page: Open) -> None:
        page = open_page(FORM)
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('refused'); }; }")
        keep(page, "computer")
        expect(page.get_by_text("This browser refuses to keep anything.")).to_be_visible()
        expect(page.locator("[name=_keep][value=nowhere]")).to_be_checked()


def _note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def test_whatever_is_typed_into_any_form_nothing_is_asked_of_any_host(open_page: Open, site: Path) -> None:
    paths = [path for path in site.rglob("*.html") if '<form class="form"' in path.read_text(encoding="utf-8")]
    assert paths
    for path in paths:
        page = open_page(path.relative_to(site).as_posix())
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", partial(_note, asked))
        fill_all(page)
        keep(page, "computer")
        check(page)
        expect(page.locator(".result")).to_be_visible()
        assert asked == []
        assert page.get_by_role("link", name="How you can check that").get_attribute("href") == "../privacy.html#_check"


def reach(page: Page, state: str) -> None:
    """Bring a form into a state."""
    if state in {"filled", "composed", "printed"}:
        fill_all(page)
        page.get_by_role("button", name="Add another child").click()
        page.click(".keeping summary")
    if state in {"composed", "printed"}:
        fill_all(page)
        check(page)
        expect(page.locator(".result")).to_be_visible()
    if state == "errors":
        check(page)
        expect(page.locator(".faults")).to_be_visible()
    if state == "printed":
        page.emulate_media(media="print")


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)], ids=["a phone", "a dark screen"])
@pytest.mark.parametrize("state", ["empty", "errors", "filled", "composed", "printed"])
def test_axe_finds_nothing_in_any_state(open_page: Open, state: str, width: int, *, dark: bool) -> None:
    page = open_page(FORM, width=width, dark=dark)
    reach(page, state)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # A printed sheet needs no heading of the first rank, as pages of the web do.
    rules = [rule for rule in RULES if state != "printed" or rule != "best-practice"]
    assert violations(page, RULES_OF_COLOUR if dark else rules) == []


@pytest.mark.parametrize("state", ["errors", "composed"])
def test_every_stop_of_the_keyboard_is_seen_in_each_state(open_page: Open, state: str) -> None:
    page = open_page(FORM, width=320)
    reach(page, state)
    stops, unseen = faults_along_the_way(page, "Tab")
    assert stops > 20
    assert unseen == []
