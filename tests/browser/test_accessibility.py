"""What axe-core finds, and what it cannot see: widths, focus and the keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open

from policywright.render.pages import PAGE_KINDS

AXE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "accessibility": "accessibility.html",
    "ages": "ages.html",
    "changes": "changes.html",
    "changes, role": "changes/staff.html",
    "checks": "checks/dangling-reference.html",
    "checks, all": "checks/index.html",
    "comparison": "topics/friend-requests.html",
    "checklist": "schools/open-account.html",
    "deadlines": "deadlines.html",
    "decision": "schools/abusive-post.html",
    "form": "schools/consent.html",
    "glossary": "glossary.html",
    "guide": "guide/policies.html",
    "keys": "guide/keys.html",
    "handwritten": "welcome.html",
    "home": "index.html",
    "laws": "laws.html",
    "letter": "schools/remove-post.html",
    "me": "me.html",
    "moved": "schools/all-things.html",
    "none": "404.html",
    "offline": "offline.html",
    "part": "schools/index.html",
    "platforms": "platforms.html",
    "policy": "schools/everything.html",
    "privacy": "privacy.html",
    "programs": "programs.html",
    "retention": "retention.html",
    "reviews": "reviews.html",
    "role": "roles/staff.html",
    "roles": "roles.html",
    "search": "search.html",
    "sources": "sources/model-code.html",
    "topics": "topics.html",
}
"""A page of each kind, with the one that holds most."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""What alone can differ between light and dark."""


def violations(page: Page, rules: list[str] = RULES) -> list[str]:
    # The page's own policy forbids scripts from elsewhere, so axe comes in as the browser's own.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
    assert found["passes"]
    return [f"{violation['id']}: {node['html']}" for violation in found["violations"] for node in violation["nodes"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page: Open, kind: str, width: int, *, dark: bool) -> None:
    page = open_page(PAGES[kind], width=width, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, RULES_OF_COLOUR if dark else RULES) == []


def test_every_kind_of_page_is_tried() -> None:
    only_in_a_preview = {"problems"}
    assert {str(kind.__name__).rpartition(".")[2] for kind in PAGE_KINDS} - only_in_a_preview <= set(PAGES)


@pytest.mark.parametrize("path", ["problems.html", "schools/references.html", "schools/stolen-phone.html"])
def test_axe_finds_nothing_where_a_preview_shows_faults(open_preview: Open, path: str) -> None:
    page = open_preview(path, width=320)
    assert page.locator(".problem").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_axe_finds_nothing_when_everything_is_unfolded_and_the_search_has_found_something(open_page: Open) -> None:
    page = open_page("schools/everything.html")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.click("#_search-words")
    page.keyboard.type("friend")
    page.wait_for_selector(".found a")
    assert violations(page) == []


def test_the_first_stop_of_the_keyboard_leads_to_the_content(open_page: Open) -> None:
    page = open_page("schools/everything.html")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#_content').contains(document.activeElement)")


def test_every_stop_of_the_keyboard_can_be_seen(open_page: Open) -> None:
    page = open_page("schools/everything.html", width=320)
    hidden = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const stop = document.activeElement;
                if (stop === document.body) return null;
                const box = stop.getClientRects()[0];
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 8));
                const seen = box.width > 1 && box.bottom > 0 && box.y < innerHeight;
                const covered = top && !stop.contains(top) && !top.contains(stop);
                return {html: stop.outerHTML.slice(0, 120), seen: seen && !covered};
            }"""
        )
        if stop is None:
            break
        hidden += [] if stop["seen"] else [stop["html"]]
    assert hidden == []


def test_single_letters_do_nothing(open_page: Open) -> None:
    page = open_page("laws.html")
    address = page.url
    for key in "npfs,./":
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == address
    assert page.evaluate("document.activeElement === document.body")


def test_a_narrow_screen_has_a_menu_that_opens_from_the_keyboard(open_page: Open) -> None:
    page = open_page("index.html", width=320)
    nav = page.locator(".frame-nav")
    assert not nav.is_visible()
    page.focus("button.menu")
    page.keyboard.press("Enter")
    assert nav.is_visible()
    assert page.get_attribute("button.menu", "aria-expanded") == "true"


def test_without_scripts_the_menu_is_open(open_page: Open) -> None:
    page = open_page("index.html", width=320, scripts=False)
    assert page.locator(".frame-nav").is_visible()
    assert not page.locator("button.menu").is_visible()
