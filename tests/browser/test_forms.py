"""Forms as a whole: nothing is asked of anybody while they are filled in, and everybody can use them in each state."""

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Open
from tests.browser.filling import FORM, check, fill_all, keep, note, reach
from tests.browser.test_accessibility import RULES, RULES_OF_COLOUR, violations
from tests.browser.test_keyboard import faults_along_the_way


def test_whatever_is_typed_into_any_form_nothing_is_asked_of_any_host(open_page: Open, site: Path) -> None:
    paths = [path for path in site.rglob("*.html") if '<form class="form"' in path.read_text(encoding="utf-8")]
    assert paths
    for path in paths:
        page = open_page(path.relative_to(site).as_posix())
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", partial(note, asked))
        fill_all(page)
        keep(page, "computer")
        check(page)
        expect(page.locator(".result")).to_be_visible()
        assert asked == []
        assert page.get_by_role("link", name="How you can check that").get_attribute("href") == "../privacy.html#_check"


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
