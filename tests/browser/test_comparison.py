"""The comparison of a topic, side by side."""

import pytest
from tests.browser.conftest import Open
from tests.browser.test_accessibility import violations

PAGE = "topics/friend-requests.html"
SIDES = ".sides > .side"


def test_ones_own_organisation_stands_first_and_is_marked(open_page: Open) -> None:
    page = open_page(PAGE)
    assert page.locator(f"{SIDES} > h2").first.inner_text() == "Schools"
    page.evaluate("policywright.iAm({part: 'trusts', words: 'Trusts'})")
    assert "Trusts" in page.locator(f"{SIDES} > h2").first.inner_text()
    assert page.locator(".alike > li").first.inner_text().startswith("No rule")
    marks = "side => getComputedStyle(side.querySelector('h2'), '::after').content"
    assert "yours" in page.locator(SIDES).first.evaluate(marks)
    assert page.locator(SIDES).last.evaluate(marks) == "none"


def test_organisations_are_picked_from_the_keyboard_and_the_address_remembers_them(open_page: Open) -> None:
    page = open_page(PAGE)
    page.focus(".pick-sides input[value=trusts]")
    page.keyboard.press("Space")
    assert page.locator(f"{SIDES}:visible").count() == 1
    assert page.locator(".pick-sides [role=status]").inner_text().startswith("1 of 2 organisations")
    assert page.url.endswith("#compare=schools")
    page.reload()
    assert not page.is_checked(".pick-sides input[value=trusts]")
    page.check(".pick-sides input[value=trusts]")
    assert "#" not in page.url
    assert page.locator(f"{SIDES}:visible").count() == 2


def test_a_difference_is_told_only_while_those_that_differ_are_shown(open_page: Open) -> None:
    page = open_page(PAGE)
    assert page.locator(".difference:visible").count() == 1
    assert not page.locator(".no-difference").is_visible()
    page.uncheck(".pick-sides input[value=trusts]")
    assert page.locator(".difference:visible").count() == 0
    assert page.locator(".no-difference").is_visible()


def test_picking_none_shows_all(open_page: Open) -> None:
    page = open_page(PAGE + "#compare=")
    assert page.locator(f"{SIDES}:visible").count() == 2


def test_a_link_to_a_place_on_the_page_picks_nothing(open_page: Open) -> None:
    page = open_page(PAGE + "#compare=schools", width=320)
    page.locator(".jump-sides a:visible").click()
    assert page.url.endswith("#_schools")
    assert page.locator(f"{SIDES}:visible").count() == 1


def test_printing_hides_no_organisation(open_page: Open) -> None:
    page = open_page(PAGE + "#compare=schools")
    page.emulate_media(media="print")
    assert page.locator(f"{SIDES}:visible").count() == 2
    assert page.locator(".difference:visible").count() == 1
    assert not page.locator(".no-difference").is_visible()


def test_a_narrow_screen_stacks_the_organisations_and_keeps_the_name_in_sight(open_page: Open) -> None:
    page = open_page(PAGE, width=320)
    boxes = [side.bounding_box() for side in page.locator(SIDES).all()]
    assert boxes[0]
    assert boxes[1]
    assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]
    page.evaluate("y => scrollTo(0, y)", boxes[0]["y"] + 200)
    heading = page.locator(f"{SIDES} > h2").first.bounding_box()
    assert heading
    assert 0 <= heading["y"] < 5


@pytest.mark.parametrize("path", [PAGE, "roles/staff.html"])
def test_a_name_that_stays_in_sight_covers_no_stop_of_the_keyboard(open_page: Open, path: str) -> None:
    page = open_page(path, width=320)
    page.set_viewport_size({"width": 320, "height": 480})
    page.locator("main a").last.focus()
    covered = []
    for _ in range(page.locator("main a:visible").count()):
        page.keyboard.press("Shift+Tab")
        covered += page.evaluate(
            """() => {
                const stop = document.activeElement;
                const box = stop.getClientRects()[0];
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 8));
                return top && (stop.contains(top) || top.contains(stop)) ? [] : [stop.outerHTML];
            }"""
        )
    assert covered == []


def test_a_wide_screen_lines_the_organisations_up(open_page: Open) -> None:
    page = open_page(PAGE)
    first, second = (heading.bounding_box() for heading in page.locator(f"{SIDES} > h2").all())
    assert first
    assert second
    assert first["y"] == second["y"]
    assert first["height"] == second["height"]


def test_without_scripts_all_are_shown_and_nothing_is_picked(open_page: Open) -> None:
    page = open_page(PAGE, scripts=False)
    assert not page.locator(".pick-sides").is_visible()
    assert page.locator(f"{SIDES}:visible").count() == 2


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_when_organisations_are_picked(open_page: Open, width: int, *, dark: bool) -> None:
    page = open_page(PAGE + "#compare=schools", width=width, dark=dark)
    page.evaluate("policywright.iAm({part: 'schools', words: 'Schools'})")
    assert violations(page) == []
