"""What axe-core finds on every kind of page, and what Chromium tells of it to assistive technology."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open

from policywright.render.pages import PAGE_KINDS

AXE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "accessibility": "accessibility.html",
    "adopters": "adopters/index.html",
    "ages": "ages.html",
    "changes": "changes.html",
    "changes, role": "changes/staff.html",
    "checks": "checks/dangling-reference.html",
    "checks, all": "checks/index.html",
    "comparison": "topics/friend-requests.html",
    "checklist": "schools/open-account.html",
    "deadlines": "deadlines.html",
    "decision": "schools/abusive-post.html",
    "decision, outcome": "schools/abusive-post.html#police",
    "decision, ordinary": "schools/may-i-post.html",
    "decision, question": "schools/may-i-post/a-pupil.html",
    "decision, result": "schools/may-i-post/a-pupil_all_own.html",
    "documents": "all/decision.html",
    "drill": "drill.html",
    "drill, part": "drill/schools.html",
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
    "table": "schools/harmful-post.html",
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


LANDMARKS = {"navigation", "search", "region", "form", "complementary"}
NAMED = {
    "button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "spinbutton", "heading", "navigation",
    "dialog", "image", "DisclosureTriangle", "radiogroup",
}  # fmt: skip
"""What is nothing without a name."""


def properties(node: dict[str, Any]) -> dict[str, object]:
    """Return what Chromium tells of something besides its role and name, such as a heading's level."""
    return {one["name"]: one["value"].get("value") for one in node.get("properties", ())}


@pytest.mark.parametrize("kind", PAGES)
def test_what_is_told_to_assistive_technology_has_landmarks_and_names(open_page: Open, kind: str) -> None:
    page = open_page(PAGES[kind])
    told = [
        (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")).strip(), properties(node))
        for node in page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        if not node["ignored"]
    ]
    roles = Counter(role for role, _, _ in told)
    assert {role: roles[role] for role in ("banner", "main", "contentinfo")} == dict.fromkeys(
        ("banner", "main", "contentinfo"), 1
    )
    assert [role for role, name, _ in told if role in NAMED and not name] == []

    landmarks = Counter((role, name) for role, name, _ in told if role in LANDMARKS and (name or role != "form"))
    assert [landmark for landmark, times in landmarks.items() if times > 1] == []

    assert [of["level"] for role, _, of in told if role == "heading"].count(1) == 1
    assert page.get_attribute("html", "lang") == "en-GB"
    assert page.title().strip()
