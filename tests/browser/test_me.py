"""What applies to me: the choice of organisation and role, and how pages lead with it."""

import json

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open
from tests.browser.test_accessibility import violations

REFUSE = """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("", "SecurityError"); }})"""
FRAME = ".frame-head a.me"


def choose(page: Page, part: str = "", role: str = "") -> None:
    page.evaluate("document.querySelector('.choosing').open = true")
    page.select_option("#_my-part", part)
    page.select_option("#_my-role", role)
    page.click("text=Show what applies to me")


def am(page: Page, **choice: str) -> None:
    """Choose as if on another page before this one was opened."""
    page.evaluate("choice => localStorage.setItem('policywright.me', choice)", json.dumps(choice))
    page.reload()


def me(page: Page) -> object:
    return page.evaluate("policywright.me()")


def test_the_keyboard_alone_chooses_and_finds_what_applies(open_page: Open) -> None:
    page = open_page("index.html")
    page.focus(".choosing summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Schools")
    page.keyboard.press("Tab")
    page.keyboard.type("Staff")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".who").inner_text() == "Staff, Schools"
    assert page.locator(":focus").inner_text() == "What applies to you"
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Everything for Staff"
    page.keyboard.press("Enter")
    page.wait_for_url("**/roles/staff.html")


def test_only_the_roles_of_the_chosen_organisation_are_offered(open_page: Open) -> None:
    page = open_page("me.html")
    parents = page.locator("#_my-role option[value=parent]")
    assert parents.count() == 1
    page.select_option("#_my-role", "parent")
    page.select_option("#_my-part", "trusts")
    assert parents.count() == 0
    assert page.input_value("#_my-role") == ""


def test_the_choice_is_kept_and_every_page_says_it(open_page: Open) -> None:
    page = open_page("me.html", width=320)
    choose(page, "schools", "staff")
    page.goto(page.url.replace("me.html", "schools/everything.html"))
    assert page.locator(FRAME).inner_text() == "You: Staff, Schools · change"
    assert page.locator(FRAME).is_visible()
    page.click(FRAME)
    page.click("button.change")
    assert page.input_value("#_my-role") == "staff"


def test_one_press_clears_the_choice(open_page: Open) -> None:
    page = open_page("me.html")
    choose(page, "schools")
    page.click("button.forget")
    assert page.locator(".told").inner_text() == "Your choice is cleared."
    assert page.evaluate("localStorage.length") == 0
    assert page.locator(FRAME).inner_text() == "What applies to me"
    assert page.evaluate("document.activeElement.id") == "_my-part"


def test_choosing_nothing_is_said(open_page: Open) -> None:
    page = open_page("me.html")
    page.click("text=Show what applies to me")
    assert "Choose where you work" in page.locator(".told").inner_text()


def test_a_browser_that_keeps_nothing_says_so_and_holds_the_choice_for_the_page(open_page: Open) -> None:
    page = open_page("me.html")
    page.add_init_script(REFUSE)
    page.reload()
    choose(page, "schools", "staff")
    assert "refuses to keep" in page.locator(".told").inner_text()
    assert page.locator(".who").inner_text() == "Staff, Schools"
    page.reload()
    assert me(page) == {}


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ({"part": "gone", "role": "staff"}, {"role": "staff"}),
        ({"part": "schools", "role": "gone"}, {"part": "schools"}),
        ({"part": "trusts", "role": "parent"}, {"part": "trusts"}),
        ({"part": "gone"}, {}),
    ],
)
def test_what_the_handbook_has_no_longer_is_dropped(open_page: Open, kept: dict[str, str], left: object) -> None:
    page = open_page("me.html")
    am(page, **kept)
    assert me(page) == left
    page.reload()
    assert me(page) == left


@pytest.mark.parametrize("kept", ["", "null", "[]", '"staff"', '{"part": 7}', "{"])
def test_what_makes_no_sense_is_no_choice(open_page: Open, kept: str) -> None:
    page = open_page("deadlines.html")
    page.evaluate("kept => localStorage.setItem('policywright.me', kept)", kept)
    page.reload()
    assert me(page) == {}


def test_what_is_chosen_in_one_window_holds_in_the_others(open_page: Open) -> None:
    page = open_page("me.html")
    other = page.context.new_page()
    other.goto(page.url)
    choose(page, "schools", "staff")
    other.wait_for_function("policywright.me().role === 'staff'")
    assert other.locator(".who").inner_text() == "Staff, Schools"


def test_ones_own_organisation_leads_and_the_others_are_folded_and_counted(open_page: Open) -> None:
    page = open_page("all/policy.html")
    am(page, part="trusts")
    lists = page.locator("[data-lead=fold] > *")
    assert lists.first.get_attribute("data-parts") == "trusts"
    assert page.locator(".others > summary").inner_text() == "Others: 1 organisation"
    assert not page.locator("section[data-parts=schools]").is_visible()
    page.click(".others > summary")
    assert page.locator("section[data-parts=schools]").is_visible()


def test_nothing_is_folded_where_ones_own_organisation_has_nothing(open_page: Open) -> None:
    page = open_page("all/form.html")
    am(page, part="trusts")
    assert page.locator(".others").count() == 0
    assert page.get_by_text("Consent to photographs").is_visible()


def test_a_link_to_what_is_folded_unfolds_it(open_page: Open) -> None:
    page = open_page("me.html")
    am(page, part="trusts")
    assert not page.locator("#_schools").is_visible()
    page.goto(page.url.replace("me.html", "schools/index.html"))
    page.click("text=What applies to each role here")
    page.wait_for_url("**/me.html#_schools")
    assert page.locator("#_schools").is_visible()
    page.go_back()
    page.goto(page.url.replace("schools/index.html", "me.html"))
    page.evaluate("location.hash = '_schools'")
    page.wait_for_function("document.querySelector('.others').open")


def test_what_asks_something_of_ones_role_leads_in_a_list(open_page: Open) -> None:
    page = open_page("retention.html")
    entries = page.locator("[data-parts=schools] > ul > li")
    assert "picture of the request" in entries.first.inner_text()
    am(page, part="schools", role="parent")
    assert "Consent to photographs" in entries.first.inner_text()
    assert entries.count() == 2


def test_clearing_the_choice_puts_everything_back(open_page: Open) -> None:
    page = open_page("index.html")
    written = page.locator("#parts + ul").inner_text()
    choose(page, "trusts")
    assert page.locator("#parts + ul").inner_text() != written
    page.click("button.forget")
    assert page.locator("#parts + ul").inner_text() == written


def test_only_what_applies_to_me_says_how_many_there_are_and_how_many_are_set_aside(open_page: Open) -> None:
    page = open_page("retention.html")
    assert not page.locator(".only-mine").is_visible()
    am(page, role="parent")
    assert page.locator(".only-mine label").inner_text() == "Only what applies to me (1 of 2)"
    page.focus(".only-mine input")
    page.keyboard.press("Space")
    assert page.locator(".only-mine [role=status]").inner_text() == "1 set aside."
    assert page.locator("main [data-roles]:visible").count() == 1
    page.keyboard.press("Space")
    assert page.locator("main [data-roles]:visible").count() == 2


def test_a_list_in_which_everything_applies_has_no_control(open_page: Open) -> None:
    page = open_page("deadlines.html")
    am(page, role="staff")
    assert not page.locator(".only-mine").is_visible()


def test_printing_hides_nothing(open_page: Open) -> None:
    page = open_page("retention.html")
    am(page, role="parent")
    page.check(".only-mine input")
    page.emulate_media(media="print")
    assert page.locator("main [data-roles]:visible").count() == 2


@pytest.mark.parametrize("path", ["index.html", "me.html", "retention.html", "topics.html", "roles.html"])
def test_without_scripts_there_are_links_and_no_dead_controls(open_page: Open, path: str) -> None:
    page = open_page(path, scripts=False)
    assert page.locator("main :is(select, input, button):visible").count() == 0
    assert page.locator(FRAME).inner_text() == "What applies to me"


def test_without_scripts_each_role_is_found_by_its_organisation(open_page: Open) -> None:
    page = open_page("me.html", scripts=False)
    page.locator("[data-parts=trusts]").get_by_text("Staff", exact=True).click()
    page.wait_for_url("**/roles/staff.html")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_once_something_is_chosen(open_page: Open, width: int, *, dark: bool) -> None:
    page = open_page("index.html", width=width, dark=dark)
    site = page.url.removesuffix("index.html")
    choose(page, "schools", "parent")
    assert violations(page) == []
    for path in ("me.html", "retention.html", "topics.html", "all/policy.html", "roles/staff.html"):
        page.goto(site + path)
        if page.locator(".only-mine:visible").count():
            page.check(".only-mine input")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
