"""The search: what is asked, what is found, and how a reader gets there, whatever they read with."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Open
from tests.browser.test_accessibility import violations

Ask = Callable[..., list[dict[str, Any]]]
RESULTS = "search.html#q=friend+request"


@pytest.fixture
def ask(open_page: Open) -> Ask:
    """Return what asks the search, and returns what it found."""
    page = open_page("laws.html")
    return lambda words, **asker: list(
        page.evaluate("([words, asker]) => policywright.search(words, asker)", [words, asker])
    )


def first(found: list[dict[str, Any]]) -> str:
    return str(found[0]["address"])


def type_in_box(page: Page, words: str) -> None:
    page.click("#_search-words")
    page.keyboard.insert_text(words)
    page.wait_for_selector(".found a")


def hits(page: Page) -> list[str]:
    return page.locator(".hit .number").all_inner_texts()


@pytest.mark.parametrize(
    "question",
    [
        "friend requests",
        "May I accept a friend request from a pupil?",
        "a kid wants to be my freind",
        "DECLINING REQUESTS",
        "the pupil\u2019s friend-request",
    ],
)
def test_a_question_is_answered_by_the_rule(ask: Ask, question: str) -> None:
    assert first(ask(question)) == "schools/everything.html#decline"


@pytest.mark.parametrize("slip", ["fotograph", "photografs", "photgraph", "pictures", "snaps"])
def test_slips_and_other_words_for_something_lead_to_it_too(ask: Ask, slip: str) -> None:
    found = [one["address"] for one in ask(f"publish a {slip}")]
    assert "schools/everything.html#consent" in found[:3]


@pytest.mark.parametrize("number", ["2.1", "clause 2.1", "what does clause 2.1 say", "paragraph  2.1?"])
def test_a_number_leads_to_what_bears_it(ask: Ask, number: str) -> None:
    assert first(ask(number)) == "schools/everything.html#decline"


def test_a_point_and_an_annex_are_found_by_their_numbers(ask: Ask) -> None:
    assert first(ask("2.1(a)")) == "schools/everything.html#decline-tell"
    assert first(ask("schedule 1")) == "schools/everything.html#steps"


def test_a_clause_stands_there_once_however_many_of_its_points_answer(ask: Ask) -> None:
    found = [one["address"] for one in ask("school office told of the date of a friend request")]
    assert len([address for address in found if "#decline" in address]) == 1


def test_what_is_withdrawn_is_not_found(ask: Ask) -> None:
    assert "schools/everything.html#old-decline" not in [one["address"] for one in ask("answer friend requests")]


def test_a_found_thing_says_what_it_is(ask: Ask) -> None:
    found = ask("2.1")[0]
    told = {name: found[name] for name in ("kind", "number", "title", "part", "duty", "document")}
    assert told == {
        "kind": "clause",
        "number": "2.1",
        "title": "Friend requests",
        "part": "schools",
        "duty": "must",
        "document": "Everything that a policy of Ysgol Tŷ Ffynnon may hold",
    }


def test_every_kind_of_thing_is_found(ask: Ask) -> None:
    kinds = {
        "parental consent form": "form",
        "letter asking to remove a post": "letter",
        "what does working day mean": "term",
        "digital safety lead": "term",
        "equality act": "law",
        "facebook": "platform",
        "deadlines": "page",
        "welcome": "page",
    }
    assert {
        question: kind for question, kind in kinds.items() if kind not in {one["kind"] for one in ask(question)[:3]}
    } == {}


def test_only_what_was_meant_is_found_where_a_kind_is_chosen(ask: Ask) -> None:
    found = ask("consent", kind="templates")
    assert found
    assert {one["kind"] for one in found} <= {"form", "letter"}


def test_another_organisation_is_left_out_where_one_is_chosen(ask: Ask) -> None:
    assert {one["part"] for one in ask("school", part="schools")} <= {"schools", ""}


def test_nonsense_finds_nothing(ask: Ask) -> None:
    assert ask("qwxzvk") == []
    assert ask("the of and") == []
    assert ask("") == []


def test_from_the_box_to_a_rule_by_the_keyboard_alone(open_page: Open) -> None:
    page = open_page("index.html")
    while page.evaluate("document.activeElement.id") != "_search-words":
        page.keyboard.press("Tab")
    page.keyboard.type("friend request")
    page.wait_for_selector(".found a")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found a:focus .number")).to_have_text("Clause 2.1")
    page.keyboard.press("Enter")
    page.wait_for_url("**/schools/everything.html#decline")


def test_who_leaves_the_box_before_the_typing_rests_goes_to_what_answers_all_of_it(open_page: Open) -> None:
    page = open_page("index.html")
    type_in_box(page, "deadline")
    page.evaluate("""() => {
        const box = document.querySelector("#_search-words");
        box.value = "friend request";
        box.dispatchEvent(new Event("input", { bubbles: true }));
        box.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    }""")
    expect(page.locator(".found a:focus .number")).to_have_text("Clause 2.1")


def test_suggestions_are_reached_by_tab_and_left_by_escape(open_page: Open) -> None:
    page = open_page("index.html")
    type_in_box(page, "friend request")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(".found a:focus").count() == 1
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "_search-words"
    assert not page.locator(".found").is_visible()
    assert page.input_value("#_search-words") == "friend request"


def test_how_many_there_are_is_told_when_the_typing_rests(open_page: Open) -> None:
    page = open_page("index.html")
    type_in_box(page, "friend request")
    shown = page.locator(".found .what").count()
    told = page.locator(".search [role=status]")
    expect(told).to_have_text(re.compile(rf"^\d+ results, {shown} below. Press Tab to go through them.$"))


def test_words_that_are_pasted_or_dictated_are_found_too(open_page: Open) -> None:
    page = open_page("index.html")
    page.click("#_search-words")
    page.keyboard.insert_text("friend request")
    page.wait_for_selector(".found a")
    assert page.locator(".found .number").first.inner_text() == "Clause 2.1"


def test_leaving_the_box_puts_its_suggestions_away(open_page: Open) -> None:
    page = open_page("index.html")
    type_in_box(page, "friend")
    page.click(".frame-foot")
    assert not page.locator(".found").is_visible()


def test_enter_opens_the_results_and_nothing_that_is_typed_is_sent(open_page: Open) -> None:
    page = open_page("schools/everything.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.click("#_search-words")
    page.keyboard.type("friend request")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit")
    assert page.url.endswith("/search.html#q=friend+request")
    assert [url for url in asked if "?" in url or "friend" in url.partition("#")[0]] == []


def test_results_tell_number_title_duty_words_and_where_they_stand(open_page: Open) -> None:
    page = open_page(RESULTS)
    hit = page.locator(".hit").first
    hit.wait_for()
    assert hit.locator(".number").inner_text() == "Clause 2.1"
    assert hit.locator("strong").inner_text() == "Friend requests"
    assert hit.locator(".duty.must").inner_text() == "Must"
    assert "friend" in hit.locator(".words mark").all_inner_texts()
    assert hit.locator(".by").inner_text() == "Everything that a policy of Ysgol Tŷ Ffynnon may hold · Schools"
    assert page.locator(".count").inner_text().endswith(" for “friend request”.")


def test_results_are_narrowed_by_organisation_role_and_kind(open_page: Open) -> None:
    page = open_page(RESULTS)
    page.wait_for_selector(".hit")
    page.select_option("#_kind", "decisions")
    page.wait_for_url("**kind=decisions")
    assert {name.partition(" ")[0] for name in hits(page)} <= {"Decision", "Question", "Outcome"}
    page.select_option("#_kind", "")
    page.select_option("#_part", "trusts")
    page.wait_for_url("**part=trusts*")
    assert "Clause 2.1" not in hits(page)
    page.select_option("#_part", "schools")
    page.select_option("#_role", "governors")
    page.wait_for_url("**role=governors*")
    assert "Clause 2.1" not in hits(page)


def test_the_back_button_brings_the_results_before_back(open_page: Open) -> None:
    page = open_page(RESULTS + "&kind=rules")
    page.wait_for_selector(".hit")
    before = hits(page)
    page.fill("#_asked", "consent")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=consent*")
    page.locator(".hit a").first.click()
    page.wait_for_url(re.compile("^(?!.*search.html)"))
    page.go_back()
    page.wait_for_selector(".hit")
    assert page.input_value("#_asked") == "consent"
    page.go_back()
    page.wait_for_url("**q=friend*")
    expect(page.locator("#_asked")).to_have_value("friend request")
    assert hits(page) == before
    assert page.input_value("#_kind") == "rules"


def test_more_results_are_added_and_the_first_of_them_is_focused(open_page: Open) -> None:
    page = open_page("search.html#q=a+post+about+the+school")
    page.wait_for_selector(".hit")
    assert page.locator(".hit").count() == 10
    page.click(".more")
    assert page.locator(".hit").count() > 10
    assert page.evaluate("[...document.querySelectorAll('.hit a')].indexOf(document.activeElement)") == 10


def test_the_readers_own_organisation_comes_first_and_can_be_left(open_page: Open) -> None:
    page = open_page("index.html")
    page.evaluate("policywright.iAm({part: 'trusts', words: 'Trusts'})")
    page.goto(page.url.replace("index.html", RESULTS))
    expect(page.locator(".count")).to_have_text(re.compile(" in .*Trusts.$"))
    assert page.input_value("#_part") == "trusts"
    assert "Clause 2.1" not in hits(page)
    page.click(".wider")
    expect(page.locator(".hit .number").first).to_have_text("Clause 2.1")
    assert page.input_value("#_part") == ""


def test_where_nothing_is_found_there_are_other_ways(open_page: Open) -> None:
    page = open_page("search.html#q=qwxzvk")
    page.wait_for_selector(".nothing:visible")
    assert page.locator(".count").inner_text() == "Nothing found for “qwxzvk”."
    ways = page.locator(".nothing a")
    assert [way.get_attribute("href") for way in ways.all()] == ["topics.html", "glossary.html", "roles.html"]


def test_what_is_asked_is_shown_as_text_and_never_becomes_html(open_page: Open) -> None:
    page = open_page("search.html#q=%3Cimg+src%3Dx%3E+friend")
    page.wait_for_selector(".hit")
    assert "<img src=x> friend" in page.locator(".count").inner_text()
    assert page.locator(".results img").count() == 0


def test_without_scripts_there_is_an_index_from_a_to_z(open_page: Open) -> None:
    page = open_page("schools/everything.html", scripts=False)
    assert not page.locator("#_search-words").is_visible()
    page.get_by_role("link", name="Search and index").first.click()
    assert not page.locator(".results").is_visible()
    page.locator(".index").get_by_role("link", name="Friend requests").click()
    assert page.url.endswith("/topics/friend-requests.html")


def test_where_the_search_cannot_be_loaded_the_reader_is_told_and_tries_again(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address)
    page.route("**/search-records.js", lambda route: route.abort())
    page.focus("#_search-words")
    expect(page.locator(".search [role=status]")).to_have_text(re.compile("^The search could not be loaded."))
    page.unroute("**/search-records.js")
    page.focus("h1")
    type_in_box(page, "friend request")
    page.close()


def test_a_site_that_is_opened_from_its_folder_is_searched_too(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto((site / "schools" / "everything.html").as_uri())
    type_in_box(page, "friend request")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit")
    page.locator(".hit a").first.click()
    page.wait_for_url("file:///**/schools/everything.html#decline")
    page.close()


def test_nothing_of_the_search_is_loaded_before_somebody_means_to_search(open_page: Open) -> None:
    page = open_page("schools/everything.html")
    loaded = "performance.getEntriesByType('resource').map(one => one.name).filter(name => name.includes('search'))"
    assert page.evaluate(loaded) == []
    page.focus("#_search-words")
    page.wait_for_function(f"() => {loaded}.length === 3")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [RESULTS, "search.html#q=qwxzvk", "search.html"])
def test_axe_finds_nothing_among_the_results(open_page: Open, path: str, width: int, *, dark: bool) -> None:
    page = open_page(path, width=width, dark=dark)
    expect(page.locator(".count")).not_to_contain_text("loaded")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_among_the_suggestions(open_page: Open, width: int) -> None:
    page = open_page("index.html", width=width)
    type_in_box(page, "friend request")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
