"""Decision tables: asked for one case they say what to do, and without a script they are tables to read."""

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open
from tests.browser.test_accessibility import RULES, RULES_OF_COLOUR, violations

from policywright.linking.combinations import Case, cases
from policywright.model.table import Table
from policywright.pipeline import Examined

TABLE = "schools/harmful-post.html"
SHOWN = ".certain h2"
SURE = {"harm": "insult", "author": "unsure", "audience": "staff-only"}


@pytest.fixture(scope="session")
def table(examined: Examined) -> Table:
    (only,) = examined.linked.handbook.of_kind(Table)
    return only


def choose(page: Page, **values: str) -> None:
    for condition, value in values.items():
        page.locator(f"input[name={condition}][value={value}]").check()


def told(page: Page) -> str:
    return page.locator(".conditions").get_by_role("status").inner_text()


def shown(page: Page) -> str:
    """Return the identifier of the outcome that is shown beside the questions; empty where none is."""
    return str(page.evaluate(f"document.querySelector('{SHOWN}')?.id ?? ''"))


def test_every_combination_leads_to_the_outcome_that_its_rules_say(open_page: Open, table: Table) -> None:
    page = open_page(TABLE)
    for case in cases(table):
        choose(page, **dict(zip(table.conditions, case.combination, strict=True)))
        assert shown(page) == "".join(case.outcomes)
        assert told(page) == _expected(table, case)


def _expected(table: Table, case: Case) -> str:
    if case.impossible:
        return f"That cannot be: {case.impossible[0].because}"
    (outcome,) = case.outcomes
    return f"What to do: {table.outcomes[outcome].title}"


def test_an_outcome_is_shown_as_soon_as_nothing_else_can_come_out(open_page: Open) -> None:
    page = open_page(TABLE)
    assert told(page) == ""
    choose(page, harm="insult")
    assert told(page) == "Not certain yet: 2 more questions to answer."
    choose(page, author="pupil")
    assert shown(page) == "teacher"
    choose(page, harm="threat")
    assert shown(page) == "police"


def test_a_change_puts_the_former_outcome_back_where_it_stood(open_page: Open, table: Table) -> None:
    page = open_page(TABLE)
    choose(page, harm="threat")
    choose(page, harm="insult", author="pupil")
    choose(page, author="parent")
    page.get_by_role("button", name="Choose again").click()
    assert page.locator(".all-outcomes h2").evaluate_all("all => all.map(one => one.id)") == [*table.outcomes]
    assert (shown(page), told(page)) == ("", "")
    assert page.locator(":checked").count() == 0


def test_what_was_chosen_is_recorded_and_each_answer_can_be_changed(open_page: Open) -> None:
    page = open_page(TABLE)
    choose(page, **SURE)
    recorded = page.locator(".certain .given dd")
    assert [words.split("Change")[0].strip() for words in recorded.all_inner_texts()] == [
        "It hurts somebody",
        "Nobody knows",
        "Staff alone",
    ]
    recorded.nth(1).get_by_role("link").click()
    assert page.evaluate("document.activeElement.id || location.hash.slice(1)") == "author"


def test_the_clause_of_the_one_rule_that_decides_is_recorded(open_page: Open) -> None:
    page = open_page(TABLE)
    choose(page, harm="unsure", author="pupil")
    assert page.locator(".certain .given dt").last.inner_text() == "By the rule"
    choose(page, author="parent")
    assert page.locator(".certain .given dt").last.inner_text() != "By the rule"


def test_a_record_is_copied_with_what_was_chosen(open_page: Open) -> None:
    page = open_page(TABLE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, **SURE)
    page.get_by_role("button", name="Copy this record").click()
    page.get_by_text("The record is copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    for words in ("Who acts on a harmful post (version 2026.1)", "Ask the digital safety lead", "Nobody knows"):
        assert words in copied
    assert "Change" not in copied


def test_a_table_is_answered_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(TABLE)
    page.locator("input[name=harm]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.name") != "author":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert shown(page) == "teacher"
    while page.evaluate("document.activeElement.textContent") != "Tell the teacher of the class":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#teacher").evaluate("one => one === document.activeElement || one.matches(':target')")


def test_what_has_the_focus_is_not_hidden_by_what_is_told(open_page: Open) -> None:
    page = open_page(TABLE, width=320)
    choose(page, harm="insult")
    for radio in page.locator(".conditions input").all():
        radio.focus()
        covered = radio.evaluate(
            "one => { const box = one.getBoundingClientRect();"
            " return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) !== one }"
        )
        assert not covered


def test_nothing_that_is_chosen_is_sent_or_kept(open_page: Open) -> None:
    page = open_page(TABLE)
    address, asked_for = page.url, list[str]()
    page.on("request", lambda request: asked_for.append(request.url))
    choose(page, **SURE)
    assert page.url == address
    assert [url for url in asked_for if "/assets/" not in url] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, history.state]") == [0, 0, None]


def test_without_scripts_every_rule_stands_in_the_table_with_a_link_to_its_outcome(
    open_page: Open, table: Table
) -> None:
    page = open_page(TABLE, width=320, scripts=False)
    assert page.locator(".conditions input:visible, .choose-again:visible, .by-choice:visible").count() == 0
    assert page.locator(".by-eye").is_visible()
    for rule in table.rules:
        link = page.locator(f"[data-rule={rule.id}] a.goes").first
        assert link.is_visible()
        assert link.get_attribute("href") == f"#{rule.go}"
    page.locator("[data-rule=parents] a.goes").first.click()
    assert page.locator("#ask-removal").is_visible()
    assert page.locator(".record:visible").count() == 1


@pytest.mark.parametrize("anchor", ["unknown-among-staff", "author", "teacher"])
def test_a_link_leads_to_a_rule_a_condition_or_an_outcome(open_page: Open, anchor: str) -> None:
    page = open_page(f"{TABLE}#{anchor}", scripts=False)
    assert page.locator(":target").count() == 1
    assert page.locator(f"#{anchor}").is_visible()


def test_on_paper_the_whole_table_stands_with_its_outcomes(open_page: Open, table: Table) -> None:
    page = open_page(TABLE)
    page.emulate_media(media="print")
    assert page.locator(".stretch tr:visible").count() > len(table.rules)
    assert page.locator(".all-outcomes h2:visible").count() == len(table.outcomes)
    assert page.locator(".record:visible, .conditions input:visible, .exit:visible").count() == 0


def test_the_outcome_that_was_found_is_printed_alone_with_its_record(open_page: Open) -> None:
    page = open_page(TABLE)
    choose(page, **SURE)
    page.emulate_media(media="print")
    assert page.locator("h2:visible").all_inner_texts() == ["D Ask the digital safety lead"]
    assert page.locator(".certain .given dd:visible").count() == 3
    assert page.locator(".certain .by-hand:visible").count() == 1
    assert page.locator(".text button:visible, .change:visible").count() == 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("values", [{"harm": "insult"}, SURE, {"author": "pupil", "audience": "staff-only"}])
def test_axe_finds_nothing_whatever_is_told(open_page: Open, values: dict[str, str], width: int, *, dark: bool) -> None:
    page = open_page(TABLE, width=width, dark=dark)
    choose(page, **values)
    assert told(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, RULES_OF_COLOUR if dark else RULES) == []
