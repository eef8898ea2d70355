"""What axe-core finds in states that a page comes into while somebody works with it: light, dark, forced, on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open
from tests.browser.filling import check, fill_all, keep
from tests.browser.test_accessibility import RULES, RULES_OF_COLOUR, violations
from tests.browser.test_keyboard import faults_along_the_way

FORM, LETTER, LIST = "schools/consent.html", "schools/remove-post.html", "schools/open-account.html"
SENSITIVE, RESULT = "schools/abusive-post.html", "schools/may-i-post/a-pupil_some.html"
State = tuple[str, Callable[[Page], None]]


def erased(page: Page) -> None:
    fill_all(page)
    keep(page, "computer")
    page.click(".keeping .erase")
    expect(page.get_by_text("All that you typed is erased.")).to_be_visible()


def wrong_in_many_ways(page: Page) -> None:
    page.get_by_role("button", name="Add another child").click()
    page.check("[name=website][value=yes]")
    page.fill("#child-age_answer", "seven")
    page.locator("#signed-on input").first.fill("31")
    check(page)
    expect(page.locator(".faults")).to_be_visible()


def asked_whether_it_printed(page: Page) -> None:
    keep(page, "tab")
    page.check(".after-printing")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("dialog")).to_be_visible()


def written(page: Page) -> None:
    page.get_by_label("Name of the parent or carer").fill("Mrs Example")
    page.get_by_label("What the post says").fill("Words that hurt")
    page.get_by_role("button", name="Save as a text file").click()


def with_no_such_day(page: Page) -> None:
    page.check('[name="photographs_does-not-apply"]')
    for part, given in (("day", "31"), ("month", "2"), ("year", "2027")):
        page.fill(f"[name=_done-by_date_{part}]", given)
    page.keyboard.press("Tab")
    page.click(".make-record")
    expect(page.locator(".result")).to_be_visible()


def answered(page: Page) -> None:
    page.locator(".answers a:visible").first.click()
    expect(page.locator(".so-far")).to_be_visible()


def recorded(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("Decided by").fill("The head teacher")
    page.get_by_role("button", name="Copy this record").click()
    expect(page.get_by_text("The record is copied.")).to_be_visible()


STATES: dict[str, State] = {
    "form, erased": (FORM, erased),
    "form, wrong in many ways": (FORM, wrong_in_many_ways),
    "form, asked whether it printed": (FORM, asked_whether_it_printed),
    "letter, written and saved": (LETTER, written),
    "checklist, does not apply and no such day": (LIST, with_no_such_day),
    "decision, answered": (SENSITIVE, answered),
    "decision, recorded": (RESULT, recorded),
}


@pytest.mark.parametrize(("path", "reach"), STATES.values(), ids=STATES)
def test_axe_finds_nothing_however_the_state_is_seen(open_page: Open, path: str, reach: Callable[[Page], None]) -> None:
    page = open_page(path, width=320)
    reach(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, RULES_OF_COLOUR) == []
    page.emulate_media(color_scheme="light", forced_colors="active")
    assert violations(page, RULES_OF_COLOUR) == []
    page.emulate_media(forced_colors="none", media="print")
    # A printed sheet needs no heading of the first rank, as pages of the web do, and a link on it is but its words.
    on_paper = violations(page, [rule for rule in RULES if rule != "best-practice"])
    assert [one for one in on_paper if not one.startswith("link-in-text-block")] == []


@pytest.mark.parametrize(("path", "reach"), [one for name, one in STATES.items() if "asked whether" not in name])
def test_every_stop_of_the_keyboard_is_seen_in_the_state(
    open_page: Open, path: str, reach: Callable[[Page], None]
) -> None:
    page = open_page(path, width=320)
    reach(page)
    stops, unseen = faults_along_the_way(page, "Tab")
    assert stops >= 10
    assert unseen == []
