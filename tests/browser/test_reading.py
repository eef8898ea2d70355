"""Reading a policy: the words behind references in place, the way back, and citing a clause."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.conftest import Open
from tests.browser.test_accessibility import violations

POLICY = "schools/everything.html"
SLIP = ".slip"
REFERENCES = {
    "a clause elsewhere": (
        "schools/consent.html",
        "#_content .statements a.ref",
        "Paragraph 2.4.1",
        "Must not Staff must not",
    ),
    "a section here": (
        POLICY,
        "#decline > .fact a.ref[href='#personal-use']",
        "Chapter 2 Personal use",
        "2.1 Friend requests",
    ),
    "a term": (POLICY, "#purpose a.ref[href*='glossary']", "Digital safety lead DSL", "Glossary"),
    "a law": (POLICY, "#purpose a.ref[href*='laws']", "Data Protection Act 2018", "Laws"),
    "a form": (POLICY, "#consent a.ref[href='consent.html']", "Consent to photographs", "Form"),
}
"""What refers, where it stands, and words of the slip that comes."""


def reference(page: Page, selector: str = "#purpose a.ref") -> Locator:
    return page.locator(selector).first


def slip(page: Page) -> Locator:
    return page.locator(SLIP)


@pytest.mark.parametrize("kind", REFERENCES)
def test_a_reference_shows_the_words_of_its_target_where_the_pointer_rests(open_page: Open, kind: str) -> None:
    path, selector, *told = REFERENCES[kind]
    page = open_page(path)
    reference(page, selector).hover()
    for words in told:
        expect(slip(page)).to_contain_text(words)


def test_a_slip_comes_where_the_keyboard_rests_and_goes_with_it(open_page: Open) -> None:
    page = open_page(POLICY)
    page.locator("#purpose .number").focus()
    page.keyboard.press("Tab")
    expect(slip(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(slip(page)).to_contain_text("Equality Act 2010")
    assert page.locator("a:focus").inner_text() == "the law on equality"


def test_escape_puts_a_slip_away_and_leaves_the_focus_where_it_is(open_page: Open) -> None:
    page = open_page(POLICY)
    page.locator("#purpose .number").focus()
    page.keyboard.press("Tab")
    expect(slip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(slip(page)).to_have_count(0)
    assert page.locator("#purpose a.ref").first.evaluate("link => link === document.activeElement")


def test_escape_puts_a_slip_away_while_the_pointer_stays(open_page: Open) -> None:
    page = open_page(POLICY)
    reference(page).hover()
    expect(slip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(slip(page)).to_have_count(0)


def test_the_pointer_may_go_over_to_a_slip_and_it_stays(open_page: Open) -> None:
    page = open_page(POLICY)
    reference(page).hover()
    expect(slip(page)).to_be_visible()
    box = slip(page).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2, steps=12)
    page.wait_for_timeout(500)
    expect(slip(page)).to_be_visible()
    page.mouse.move(2, 2, steps=3)
    expect(slip(page)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("at", ["start", "end"])
def test_a_slip_never_covers_its_link_and_stays_on_the_page(open_page: Open, width: int, at: str) -> None:
    page = open_page(POLICY, width=width)
    for link in page.locator("#_content a.ref:visible").all():
        link.evaluate("(link, block) => link.scrollIntoView({block})", at)
        link.hover()
        expect(slip(page)).to_be_visible()
        over = page.evaluate(
            """() => {
                const slip = document.querySelector(".slip").getBoundingClientRect();
                const boxes = [...document.querySelector("a.ref:hover").getClientRects()];
                const apart = (one) => one.bottom <= slip.top || one.top >= slip.bottom;
                return {apart: boxes.every(apart), left: slip.left, right: slip.right};
            }"""
        )
        assert over["apart"]
        assert over["left"] >= 0
        assert over["right"] <= width
        page.keyboard.press("Escape")


def test_a_first_tap_shows_the_words_and_a_second_goes_there(open_page: Open) -> None:
    page = open_page(POLICY, width=320, touch=True)
    here = page.url
    reference(page).tap()
    expect(slip(page)).to_contain_text("Data Protection Act 2018")
    assert page.url == here
    reference(page).tap()
    page.wait_for_url("**/laws.html#data-protection-act-2018")


def test_a_tap_on_the_link_of_a_slip_goes_there_and_one_beside_it_puts_it_away(open_page: Open) -> None:
    page = open_page(POLICY, width=320, touch=True)
    reference(page).tap()
    expect(slip(page)).to_be_visible()
    page.locator("h1").tap()
    expect(slip(page)).to_have_count(0)
    reference(page).tap()
    slip(page).get_by_role("link", name="Go there Data Protection Act 2018").tap()
    page.wait_for_url("**/laws.html#data-protection-act-2018")


def test_without_scripts_references_and_numbers_are_links(open_page: Open) -> None:
    page = open_page(POLICY, scripts=False)
    page.locator("#decline > p > .number").click()
    assert page.url.endswith("#decline")
    assert page.locator("#decline > details.about").is_visible()
    reference(page).click()
    assert page.url.endswith("/laws.html#data-protection-act-2018")


def test_nothing_is_loaded_for_slips_before_one_is_asked_for(open_page: Open) -> None:
    page = open_page(POLICY)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert asked
    assert not [url for url in asked if "/previews/" in url]
    reference(page).hover()
    expect(slip(page)).to_be_visible()
    reference(page, "#purpose a.ref[href*='equality']").hover()
    expect(slip(page)).to_contain_text("Equality Act 2010")
    assert [url.rpartition("/")[2] for url in asked if "/previews/" in url] == ["laws.js"]


def test_a_link_leads_back_to_the_clause_that_a_reference_stood_in(open_page: Open) -> None:
    page = open_page(POLICY)
    reference(page).click()
    page.wait_for_url("**/laws.html#data-protection-act-2018")
    back = page.get_by_role("link", name="Back to paragraph 2.2 of Everything")
    expect(back).to_be_visible()
    page.reload()
    expect(back).to_be_visible()
    back.click()
    page.wait_for_url(f"**/{POLICY}#purpose")
    expect(page.locator(".back")).to_have_count(0)


def test_from_a_rule_a_link_leads_back_to_the_question_of_a_decision(open_page: Open) -> None:
    page = open_page("schools/abusive-post.html")
    step = page.locator(".step:visible").filter(has=page.locator("a.ref"))
    question = step.locator("h2").get_attribute("id")
    step.locator("a.ref").click()
    page.locator(".back a").click()
    page.wait_for_url(f"**/schools/abusive-post.html#{question}")
    expect(page.locator(".step:visible")).to_have_count(1)


def test_the_way_back_within_a_page_is_the_next_stop_of_the_keyboard(open_page: Open) -> None:
    page = open_page(POLICY)
    page.locator("#decline-keep a.ref").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#steps")
    expect(page.locator(".back")).to_be_visible()
    page.keyboard.press("Tab")
    if page.locator("#steps .number:focus").count():
        page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Back to paragraph 2.1(b)"


def test_who_comes_another_way_is_offered_no_way_back(open_page: Open) -> None:
    page = open_page(POLICY)
    reference(page).click()
    expect(page.locator(".back")).to_be_visible()
    page.goto(page.url.replace("laws.html#data-protection-act-2018", "glossary.html"))
    page.goto(page.url.replace("glossary.html", "laws.html#data-protection-act-2018"))
    assert page.locator(".back").count() == 0


def copied(page: Page, name: str) -> str:
    page.get_by_role("button", name=name).click()
    what = "Link" if "link" in name else "Citation"
    expect(page.locator(".slip [role=status]")).to_have_text(f"{what} copied.")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_clause_is_copied_by_its_address_and_by_its_citation(open_page: Open) -> None:
    page = open_page(POLICY)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#decline > p > .number").click()
    address = f"{page.url}#decline"
    assert copied(page, "Copy link to paragraph 2.1") == address
    assert (
        copied(page, "Copy citation of paragraph 2.1")
        == f"Everything that a policy of Ysgol Tŷ Ffynnon may hold, 2026.1, paragraph 2.1, {address}"
    )


def test_a_point_and_a_section_are_cited_too(open_page: Open) -> None:
    page = open_page(POLICY)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#decline > p > .number").click()
    slip(page).get_by_role("button", name="(b)").click()
    assert copied(page, "Copy link to paragraph 2.1(b)").endswith("#decline-keep")
    page.keyboard.press("Escape")
    page.locator("#personal-use .number").click()
    assert copied(page, "Copy link to chapter 2").endswith("#personal-use")


def test_where_nothing_can_be_copied_the_words_stand_ready(open_page: Open) -> None:
    page = open_page(POLICY)
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})")
    page.reload()
    page.locator("#decline > p > .number").click()
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Copy this")
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString()") == f"{page.url}#decline"


def test_the_slip_of_a_clause_is_opened_and_left_from_the_keyboard(open_page: Open) -> None:
    page = open_page(POLICY)
    number = page.locator("#decline > p > .number")
    for key in ("Enter", "Space"):
        number.focus()
        page.keyboard.press(key)
        expect(slip(page).get_by_role("button").first).to_be_focused()
        expect(number).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(slip(page)).to_have_count(0)
        expect(number).to_be_focused()
        expect(number).to_have_attribute("aria-expanded", "false")


def test_the_slip_of_a_clause_tells_where_it_comes_from_and_who_refers_to_it(open_page: Open) -> None:
    page = open_page(POLICY)
    page.locator("#decline > p > .number").click()
    expect(slip(page)).to_contain_text(
        "Comes from 2.1, first sentence and 2.1, second sentence in A model code for schools"
    )
    expect(slip(page)).to_contain_text("Referred to by")


def test_a_clause_takes_one_stop_of_the_keyboard_beside_its_links_and_what_changed(open_page: Open) -> None:
    page = open_page(POLICY)
    stops = page.evaluate(
        """() => {
            const isStop = (one) => one.tabIndex === 0 && one.checkVisibility();
            const controls = "a.number, summary:not(.changed > *), button";
            const stops = (clause) => [...clause.querySelectorAll(controls)].filter(isStop);
            return [...document.querySelectorAll(".clause")].map((clause) => stops(clause).length);
        }"""
    )
    assert set(stops) == {1}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_with_a_slip_open(open_page: Open, width: int, *, dark: bool) -> None:
    page = open_page(POLICY, width=width, dark=dark)
    reference(page).hover()
    expect(slip(page)).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("#decline > p > .number").click()
    expect(slip(page)).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_reading_works_from_a_folder_without_a_server(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto((site / POLICY).as_uri())
    reference(page).hover()
    expect(slip(page)).to_contain_text("Data Protection Act 2018")
    reference(page).click()
    page.wait_for_url("**/laws.html#data-protection-act-2018")
    page.get_by_role("link", name="Back to paragraph 2.2 of Everything").click()
    page.wait_for_url(f"**/{POLICY}#purpose")
    page.close()
