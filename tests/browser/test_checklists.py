"""Checklists are ticked, counted, kept, printed and put on record."""

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open
from tests.browser.filling import note
from tests.browser.test_accessibility import RULES, RULES_OF_COLOUR, violations
from tests.browser.test_keyboard import tab_to

LIST = "schools/open-account.html"
FIRST, SECOND, NOT_SECOND = '[name="purpose_done"]', '[name="photographs_done"]', '[name="photographs_does-not-apply"]'
DOER, CONFIRMER = '[name="_done-by_name"]', '[name="_signed-off-by_name"]'
HAND = "to be filled in by hand:"
TOLD = ".progress [role=status]"


def test_a_list_is_worked_through_signed_and_put_on_record_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(LIST)
    tab_to(page, FIRST)
    page.keyboard.press("Space")
    tab_to(page, NOT_SECOND)
    page.keyboard.press("Space")
    tab_to(page, DOER)
    page.keyboard.type("Alex Example")
    for part in ("4", "3", "2027"):
        page.keyboard.press("Tab")
        page.keyboard.type(part)
    tab_to(page, ".make-record")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your record")).to_be_focused()
    expect(page.locator(".composed")).to_contain_text("Alex Example")
    expect(page.locator(".composed")).to_contain_text("4 March 2027")


def test_what_does_not_apply_is_not_done_and_the_tick_that_came_last_holds(open_page: Open) -> None:
    page = open_page(LIST)
    page.check(SECOND)
    page.check(NOT_SECOND)
    expect(page.locator(SECOND)).not_to_be_checked()
    page.check(SECOND)
    expect(page.locator(NOT_SECOND)).not_to_be_checked()
    expect(page.locator(TOLD)).to_contain_text(
        "One tick has taken the place of the other at “1.2 Collect the consents for photographs”."
    )


def test_progress_is_told_by_step_and_in_all(open_page: Open) -> None:
    page = open_page(LIST)
    expect(page.locator(TOLD)).to_have_text("0 of 2 done.")
    page.check(FIRST)
    expect(page.locator(".step .counted")).to_have_text(["1 of 2 done"])
    expect(page.locator(TOLD)).to_have_text("1 of 2 done.")
    page.check(NOT_SECOND)
    expect(page.locator(".step .counted")).to_have_text(["1 of 2 done, 1 does not apply"])
    expect(page.locator(TOLD)).to_have_text("1 of 2 done, 1 does not apply. Nothing is left to do.")
    bar = page.get_by_role("progressbar", name="Progress")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [2, 2]


def test_whoever_ticks_one_box_after_another_is_told_once(open_page: Open) -> None:
    page = open_page(LIST)
    told = page.evaluate(
        """([told, ...boxes]) => new Promise((tell) => {
          const status = document.querySelector(told);
          new MutationObserver(() => tell(status.textContent)).observe(status, {childList: true});
          boxes.forEach((box) => document.querySelector(box).click());
        })""",
        [TOLD, FIRST, SECOND],
    )
    assert told == "2 of 2 done. Nothing is left to do."


def test_what_is_ticked_too_early_is_told_and_not_forbidden(open_page: Open) -> None:
    page = open_page(LIST)
    early = page.get_by_text("This is ticked, but what must come first is not.")
    expect(early).not_to_be_visible()
    page.check(SECOND)
    expect(early).to_be_visible()
    expect(page.locator(TOLD)).to_have_text("1 of 2 done. Something is ticked that must come later.")
    page.check(FIRST)
    expect(early).not_to_be_visible()


def test_the_record_says_what_was_done_what_was_not_and_who_signs(open_page: Open) -> None:
    page = open_page(LIST)
    page.check(NOT_SECOND)
    page.fill(CONFIRMER, "Kim Example")
    page.click(".make-record")
    said = [line for line in page.locator(".composed").inner_text().splitlines() if line.strip("_")]
    assert said == [
        "Record of “Open an official account”, version 2026.1",
        "0 of 2 done, 1 does not apply.",
        "Not done (1)",
        "1.1 Write down what the account is for",
        "Does not apply (1)",
        "1.2 Collect the consents for photographs",
        *("Who did the work: Staff", "Name", HAND, "Date", HAND),
        *("Signature", HAND),
        *("Who signs off: Head teacher", "Name", "Kim Example", "Date", HAND),
        *("Signature", HAND),
    ]


@pytest.mark.parametrize("name", [FIRST, DOER], ids=["a tick", "a name"])
def test_a_record_that_does_not_hold_any_longer_goes_away(open_page: Open, name: str) -> None:
    page = open_page(LIST)
    page.click(".make-record")
    expect(page.locator(".result")).to_be_visible()
    page.locator(name).press("Space")
    expect(page.locator(".result")).not_to_be_visible()


def test_nobody_signs_off_their_own_work(open_page: Open) -> None:
    page = open_page(LIST)
    page.fill(DOER, "Alex Example")
    page.fill(CONFIRMER, " alex  EXAMPLE ")
    page.keyboard.press("Tab")
    expect(page.locator(CONFIRMER)).to_have_attribute("aria-invalid", "true")
    expect(page.locator(CONFIRMER)).to_have_accessible_description(
        "Error: This is the name of the person who did the work. Somebody else must sign off"
    )
    page.click(".make-record")
    expect(page.locator(".composed")).to_contain_text("Not signed off")
    page.fill(CONFIRMER, "Kim Example")
    page.keyboard.press("Tab")
    expect(page.locator(CONFIRMER)).not_to_have_attribute("aria-invalid", "true")
    page.click(".make-record")
    expect(page.locator(".composed")).not_to_contain_text("Not signed off")


def test_a_day_that_is_none_is_told_beside_it_and_still_put_on_record(open_page: Open) -> None:
    page = open_page(LIST)
    when = page.get_by_role("group", name="Date").first
    for part, given in (("Day", "31"), ("Month", "2"), ("Year", "2027")):
        when.get_by_label(part).fill(given)
    page.keyboard.press("Tab")
    expect(when).to_have_accessible_description(
        "For example, 4 3 2027 Error: Date must be a real date, such as 4 3 2027"
    )
    page.click(".make-record")
    expect(page.locator(".composed")).to_contain_text("31 2 2027")
    when.get_by_label("Day").fill("28")
    page.keyboard.press("Tab")
    expect(when.get_by_label("Day")).not_to_have_attribute("aria-invalid", "true")


def kept(page: Page) -> list[str]:
    return list(page.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]"))


def test_ticks_are_kept_only_when_asked_and_erased_by_one_press(open_page: Open) -> None:
    page = open_page(LIST)
    page.check(FIRST)
    assert kept(page) == []
    page.locator(".keeping summary").click()
    page.check(".keeping [value=computer]")
    assert kept(page) == ["policywright.filled"]
    page.reload()
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator(".step .counted")).to_have_text(["1 of 2 done"])
    page.locator(".keeping summary").click()
    page.click(".keeping .erase")
    expect(page.locator(FIRST)).not_to_be_checked()
    expect(page.locator(".step .counted")).to_have_text(["0 of 2 done"])
    assert kept(page) == []


def test_ticking_and_recording_ask_nobody_for_anything(open_page: Open) -> None:
    page = open_page(LIST)
    page.wait_for_load_state("networkidle")
    address, asked = page.url, list[str]()
    page.on("request", partial(note, asked))
    for box in (FIRST, SECOND, NOT_SECOND):
        page.check(box)
    page.fill(DOER, "Alex Example")
    page.press(DOER, "Enter")
    page.click(".make-record")
    expect(page.locator(".result")).to_be_visible()
    assert asked == []
    assert page.url == address


def test_without_scripts_boxes_are_ticked_and_nothing_is_promised_that_needs_one(open_page: Open) -> None:
    page = open_page(LIST, scripts=False)
    for box in (FIRST, SECOND):
        page.check(box)
    for box in (FIRST, SECOND):
        expect(page.locator(box)).to_be_checked()
    assert page.locator("form.checklist button:visible, .progress:visible, .keeping:visible").count() == 0


def squares(page: Page, file: Path) -> int:
    """Print a page, and return how many squares are crossed."""
    page.pdf(path=file)
    read = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True)
    return read.stdout.count("\N{MULTIPLICATION SIGN}")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_printed_squares_are_crossed_where_they_are_ticked(open_page: Open, tmp_path: Path, *, scripts: bool) -> None:
    page = open_page(LIST, scripts=scripts)
    assert squares(page, tmp_path / "empty.pdf") == 0
    page.check(FIRST)
    page.check(NOT_SECOND)
    assert squares(page, tmp_path / "ticked.pdf") == 2


def test_paper_holds_the_list_alone_or_the_record_alone(open_page: Open) -> None:
    page = open_page(LIST)
    page.emulate_media(media="print")
    expect(page.locator(".item").last).to_be_visible()
    expect(page.locator(".signature-of")).to_have_count(2)
    aside = page.locator(".progress, .counted, .keeping, form.checklist button, .about-text, .signature-of .help")
    assert aside.count() > 5
    assert [one for one in aside.all() if one.is_visible()] == []
    page.emulate_media(media="screen")
    page.click(".make-record")
    page.emulate_media(media="print")
    expect(page.locator(".composed")).to_be_visible()
    expect(page.locator("form.checklist")).not_to_be_visible()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_progress_goes_along_and_never_covers_what_has_the_focus(open_page: Open, key: str) -> None:
    page = open_page(LIST, width=320)
    page.locator(FIRST if key == "Tab" else ".print-list").focus()
    stops = 0
    while page.evaluate("document.activeElement.closest('form.checklist') !== null"):
        stops += 1
        assert page.evaluate(
            """() => {
              const bar = document.querySelector(".progress").getBoundingClientRect();
              const focused = document.activeElement.getBoundingClientRect();
              return focused.top >= bar.bottom || focused.bottom <= bar.top;
            }"""
        )
        page.keyboard.press(key)
    assert stops > 10


def begin(_: Page) -> None:
    pass


def tick_some(page: Page) -> None:
    page.check(SECOND)
    expect(page.locator(".too-early")).to_be_visible()


def tick_all(page: Page) -> None:
    page.check(FIRST)
    page.check(NOT_SECOND)
    expect(page.locator(TOLD)).to_contain_text("Nothing is left")


def sign_twice(page: Page) -> None:
    for name in (DOER, CONFIRMER):
        page.fill(name, "Alex Example")
    page.keyboard.press("Tab")
    expect(page.locator(".signature-of .name .error-message span").first).to_be_visible()


def record(page: Page) -> None:
    tick_some(page)
    page.click(".make-record")


def put_on_paper(page: Page) -> None:
    tick_some(page)
    page.emulate_media(media="print")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", [begin, tick_some, tick_all, sign_twice, record, put_on_paper])
def test_axe_finds_nothing_in_any_state_of_a_list(
    open_page: Open, state: Callable[[Page], None], *, dark: bool
) -> None:
    page = open_page(LIST, width=320, dark=dark)
    page.locator(".keeping details").evaluate("keeping => keeping.open = true")
    state(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page, RULES_OF_COLOUR if dark else RULES) == []
