"""Decisions are walked by links alone, from page to page or, if they are sensitive, on one page."""

from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open

from policywright.linking.paths import Path, paths
from policywright.model.decision import Decision
from policywright.pipeline import Examined

SHOWN = ".step:visible h2"
SENSITIVE = "schools/abusive-post.html"
WALKED = "schools/may-i-post.html"
RESULT = "schools/may-i-post/a-pupil_some.html"


@pytest.fixture(scope="session")
def decisions(examined: Examined) -> dict[str, Decision]:
    return {f"{one.part}/{one.id}.html": one for one in examined.linked.handbook.of_kind(Decision)}


def asked(page: Page) -> str:
    """Return the question or outcome that is shown."""
    own = page.locator(SHOWN)
    return (own if own.count() else page.locator("h1")).inner_text()


def follow(page: Page, path: Path, decision: Decision) -> None:
    """Answer every question of a path, each of which must be the one that is shown."""
    for turn in path.turns:
        question = decision.questions[turn.question]
        assert asked(page).endswith(question.ask)
        page.locator(".answers a:visible").nth(question.answers.index(turn.answer)).click()
    assert asked(page).endswith(decision.outcomes[path.outcome].title)


def given(page: Page) -> list[str]:
    return page.locator(".given dt").all_inner_texts()


def test_every_path_of_every_decision_is_walked_forward_and_back_without_scripts(
    open_page: Open, decisions: dict[str, Decision]
) -> None:
    page = open_page("index.html", scripts=False)
    site = page.url.removesuffix("index.html")
    for address, decision in decisions.items():
        for path in paths(decision):
            page.goto(site + address)
            follow(page, path, decision)
            for turn in reversed(path.turns):
                page.go_back()
                assert asked(page).endswith(decision.questions[turn.question].ask)


def test_each_answer_is_listed_and_can_be_changed_without_scripts(
    open_page: Open, decisions: dict[str, Decision]
) -> None:
    decision = decisions[WALKED]
    page = open_page(WALKED, scripts=False)
    for path in paths(decision):
        page.goto(page.url.partition("/schools/")[0] + f"/{WALKED}")
        follow(page, path, decision)
        result = page.url
        assert given(page) == [decision.questions[turn.question].ask for turn in path.turns]
        for index, turn in enumerate(path.turns):
            page.goto(result)
            page.locator(".change").nth(index).click()
            assert asked(page).endswith(decision.questions[turn.question].ask)


def test_back_leads_to_the_last_question_and_start_again_to_the_first(open_page: Open) -> None:
    page = open_page(RESULT, scripts=False)
    page.get_by_role("link", name="Back", exact=True).click()
    page.wait_for_url("**/schools/may-i-post/a-pupil.html")
    page.get_by_role("link", name="Start again").click()
    page.wait_for_url(f"**/{WALKED}")


def test_a_sensitive_decision_puts_no_answer_into_an_address(open_page: Open, decisions: dict[str, Decision]) -> None:
    decision = decisions[SENSITIVE]
    page = open_page(SENSITIVE)
    own, asked_for = page.url, list[str]()
    page.on("request", lambda request: asked_for.append(request.url))
    for path in paths(decision):
        page.goto(f"{own}#{decision.start}")
        follow(page, path, decision)
        assert urldefrag(page.url) == (own, path.outcome)
    assert {urldefrag(url).url for url in asked_for if "/assets/" not in url} <= {own}
    assert page.evaluate("[localStorage.length, history.state]") == [0, None]
    assert page.get_attribute("meta[name=referrer]", "content") == "no-referrer"


def test_a_sensitive_page_tells_what_was_answered_and_forgets_what_is_taken_back(
    open_page: Open, decisions: dict[str, Decision]
) -> None:
    decision = decisions[SENSITIVE]
    page = open_page(SENSITIVE)
    path = next(path for path in paths(decision) if len(path.turns) > 1)
    follow(page, path, decision)
    assert given(page) == [decision.questions[turn.question].ask for turn in path.turns]
    page.locator(".change:visible").first.click()
    assert asked(page).endswith(decision.questions[decision.start].ask)
    assert given(page) == []


def test_a_sensitive_page_is_left_without_a_way_back_to_it(open_page: Open) -> None:
    page = open_page("welcome.html")
    page.goto(page.url.replace("welcome.html", SENSITIVE))
    page.get_by_role("link", name="Exit this page").click()
    page.wait_for_url("**/index.html")
    page.go_back()
    page.wait_for_url("**/welcome.html")


def test_all_questions_can_be_read_at_once(open_page: Open) -> None:
    page = open_page(SENSITIVE, scripts=False)
    page.get_by_role("link", name="Show all questions").click()
    assert page.locator(SHOWN).count() == page.locator(".step").count() > 1
    assert page.locator(".leads:visible").count() == page.locator(".answers a").count()


@pytest.mark.parametrize(("path", "anchor"), [(SENSITIVE, "police"), (WALKED, "ask-lead")])
def test_a_link_to_an_outcome_shows_it(open_page: Open, path: str, anchor: str) -> None:
    page = open_page(f"{path}#{anchor}", scripts=False)
    assert page.locator(f"#{anchor}").is_visible()


def test_on_paper_all_questions_and_all_ways_through_stand(open_page: Open) -> None:
    page = open_page(SENSITIVE)
    page.emulate_media(media="print")
    assert page.locator(SHOWN).count() == page.locator(".step").count()
    assert page.locator(".paths li").last.is_visible()


def test_on_paper_the_list_of_a_decision_and_its_chart_are_unfolded(open_page: Open) -> None:
    page = open_page(WALKED, scripts=False)
    page.emulate_media(media="print")
    assert page.locator(".key .keyed").last.is_visible()
    assert page.locator(".chart svg").is_visible()


def test_the_outcome_that_is_shown_is_printed_alone_with_its_record(open_page: Open) -> None:
    page = open_page(f"{SENSITIVE}#police")
    page.emulate_media(media="print")
    assert page.locator(SHOWN).count() == 1
    assert page.locator(".record:visible").count() == 1
    assert not page.locator(".whole").is_visible()


def test_a_printed_record_has_lines_to_sign_on_and_nothing_to_press(open_page: Open) -> None:
    page = open_page(RESULT)
    page.get_by_label("Decided by").fill("The head teacher")
    page.emulate_media(media="print")
    assert page.locator(".by-hand").is_visible()
    assert page.locator(".given div").count() == page.locator(".given dt:visible").count() == 2
    assert page.locator(".change:visible, button:visible").count() == 0


def test_a_record_is_copied_with_what_was_typed_and_that_is_announced(open_page: Open) -> None:
    page = open_page(RESULT)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for part, given in (("Day", "3"), ("Month", "3"), ("Year", "2027")):
        page.get_by_label(part).fill(given)
    page.get_by_role("button", name="Copy this record").click()
    page.get_by_text("The record is copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    for words in (
        "May I post this picture? (version 2026.1)",
        "Do not post it yet",
        "Only some of them",
        "3 March 2027",
    ):
        assert words in copied
    assert "Change" not in copied
    assert page.get_by_text("The record is copied.").get_attribute("role") == "status"


def test_the_chart_is_a_picture_that_says_where_its_words_stand(open_page: Open) -> None:
    page = open_page(WALKED)
    page.get_by_text("Drawn as a chart").click()
    page.get_by_role("img", name="The list of all questions and outcomes says the same").wait_for()


@pytest.mark.parametrize(
    "path", ["schools/consent.html", "schools/open-account.html", "schools/remove-post.html", RESULT]
)
def test_nothing_that_is_filled_in_is_sent(open_page: Open, path: str) -> None:
    page = open_page(path)
    address = page.url
    assert page.locator("form[action]").count() == 0
    page.locator("#_content input[type=text], #_content input[type=checkbox]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.url.rstrip("?") == address
