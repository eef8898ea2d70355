"""Situations are practised one at a time, checked and counted; without scripts, and on paper, all are there."""

import re
import subprocess
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open
from tests.browser.filling import note
from tests.browser.test_accessibility import RULES, RULES_OF_COLOUR, violations
from tests.browser.test_keyboard import tab_to

DRILL = "drill/schools.html"
SITUATION = ".situation:visible"
VERDICT = ".verdict"
SCORE = ".score[role=status]"


def choose(page: Page, outcome: str) -> None:
    page.locator(SITUATION).get_by_role("radio", name=outcome, exact=True).check()
    page.get_by_role("button", name="Check").click()


def printed(page: Page, file: Path) -> list[str]:
    """Return the words of each sheet."""
    page.pdf(path=file, format="A4")
    return subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]


def go_through(page: Page, *outcomes: str) -> None:
    """Choose an outcome in each situation, and go on."""
    for outcome in outcomes:
        choose(page, outcome)
        page.locator(".next").click()


def test_a_situation_is_practised_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(DRILL)
    tab_to(page, ".current input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="That is right")).to_be_focused()
    tab_to(page, ".next")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Situation 2")).to_be_focused()


def test_one_situation_is_shown_and_its_answer_only_once_it_is_checked(open_page: Open) -> None:
    page = open_page(DRILL)
    expect(page.locator(SITUATION)).to_have_count(1)
    expect(page.locator(".solution:visible")).to_have_count(0)
    choose(page, "Ask for it to be removed")
    expect(page.locator(".solution:visible")).to_contain_text("Nobody is threatened")
    expect(page.locator(".solution:visible").get_by_role("link", name="Ask for it to be removed")).to_be_visible()


def test_a_wrong_choice_is_told_with_what_is_right_and_why_not(open_page: Open) -> None:
    page = open_page(DRILL)
    choose(page, "Call the police now")
    expect(page.locator(VERDICT)).to_have_text("That is not where the rules lead")
    expect(page.locator(f"{SITUATION} .choice")).to_have_text(
        ["Call the police now (your choice)", "Ask for it to be removed (right)", "Ask the digital safety lead"]
    )
    expect(page.locator(".solution:visible")).to_contain_text("The post hurts, and it threatens nobody.")
    expect(page.locator(f"{SITUATION} input:enabled")).to_have_count(0)


def test_whoever_has_chosen_nothing_is_asked_to(open_page: Open) -> None:
    page = open_page(DRILL)
    page.get_by_role("button", name="Check").click()
    group = page.get_by_role("group", name="What would you do?")
    expect(group).to_have_accessible_description("Error: Choose what you would do")
    expect(group.get_by_role("radio").first).to_be_focused()
    expect(page.locator(VERDICT)).to_have_count(0)
    choose(page, "Ask for it to be removed")
    expect(group.get_by_text("Choose what you would do")).to_have_count(0)


def test_what_was_right_is_counted_to_the_end_and_the_rest_can_be_tried_again(open_page: Open) -> None:
    page = open_page(DRILL)
    expect(page.locator(SCORE)).to_have_text("Situation 1 of 4.")
    choose(page, "Ask for it to be removed")
    expect(page.locator(SCORE)).to_have_text("Situation 1 of 4. 1 of 1 right so far.")
    page.locator(".next").click()
    go_through(page, "Ask the digital safety lead", "Do not post it yet", "Post it")
    expect(page.get_by_role("heading", name="That was the last one")).to_be_focused()
    expect(page.locator(".drill-end")).to_contain_text("3 of 4 right.")
    expect(page.get_by_role("button", name="Check")).to_have_count(0)
    page.get_by_role("button", name="Try again those that were not").click()
    expect(page.get_by_role("heading", name="Situation 2")).to_be_focused()
    expect(page.locator(SCORE)).to_have_text("Situation 1 of 1.")
    go_through(page, "Call the police now")
    expect(page.locator(".drill-end")).to_contain_text("1 of 1 right.")
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(SCORE)).to_have_text("Situation 1 of 4.")
    expect(page.locator("input:checked")).to_have_count(0)


def test_a_decision_can_be_practised_by_itself_by_choice_or_by_address(open_page: Open) -> None:
    page = open_page(DRILL)
    page.get_by_label("What about?").select_option(label="May I post this picture? (2)")
    expect(page.locator(SCORE)).to_have_text("Situation 1 of 2.")
    expect(page.get_by_role("heading", name="Situation 3")).to_be_visible()
    page.goto(page.url.partition("drill/")[0] + "schools/may-i-post.html")
    page.locator(".examples summary").click()
    page.get_by_role("link", name="Practise on such situations").click()
    expect(page.get_by_label("What about?")).to_have_value("may-i-post")
    expect(page.get_by_role("heading", name="Situation 3")).to_be_visible()


def test_a_situation_is_opened_by_its_address(open_page: Open) -> None:
    page = open_page(f"{DRILL}#abusive-post_car-park")
    expect(page.get_by_role("heading", name="Situation 2")).to_be_visible()
    expect(page.locator(SITUATION)).to_have_count(1)


def test_whoever_goes_on_from_the_top_of_the_page_goes_on_with_the_same_situation(open_page: Open) -> None:
    page = open_page(DRILL)
    go_through(page, "Ask for it to be removed")
    page.locator(".skip").press("Enter")
    expect(page).to_have_url(re.compile("#_content$"))
    expect(page.locator(SCORE)).to_have_text("Situation 2 of 4. 1 of 1 right so far.")


def test_a_mixed_order_holds_every_situation_once(open_page: Open) -> None:
    page = open_page(DRILL)
    page.get_by_label("In a mixed order").check()
    met = []
    for _ in range(4):
        met.append(page.locator(f"{SITUATION} h3").inner_text())
        page.locator(f"{SITUATION} input").first.check()
        page.get_by_role("button", name="Check").click()
        page.locator(".next").click()
    assert sorted(met) == ["Situation 1", "Situation 2", "Situation 3", "Situation 4"]


def test_nothing_is_kept_and_nothing_is_asked_for_or_can_be(open_page: Open) -> None:
    page = open_page(DRILL)
    page.wait_for_load_state("networkidle")
    asked = list[str]()
    page.on("request", partial(note, asked))
    choose(page, "Ask for it to be removed")
    page.get_by_label("In a mixed order").check()
    assert asked == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.locator("meta[content=\"connect-src 'none'\"]").count() == 1


def test_without_scripts_every_situation_is_there_with_its_answer_folded(open_page: Open) -> None:
    page = open_page(DRILL, scripts=False)
    expect(page.locator(SITUATION)).to_have_count(4)
    expect(page.locator(".solution[open]")).to_have_count(0)
    page.get_by_text("Answer to situation 2").click()
    expect(page.locator(".solution[open]")).to_contain_text("Call the police now")
    expect(page.get_by_role("button", name="Check")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_the_answers_follow_after_the_last_situation(
    open_page: Open, tmp_path: Path, *, scripts: bool
) -> None:
    page = open_page(DRILL, scripts=scripts)
    words = printed(page, tmp_path / "drill.pdf")
    titles = [f"Situation {number}" for number in range(1, 5)]
    assert [title for title in titles if title in words[0]] == titles
    assert "Answer" not in words[0]
    assert words[1].startswith("Answers\n")
    assert "Answer to situation 4" in "".join(words[1:])
    assert not {"Check", "In a mixed order"} & set("\n".join(words).splitlines())


def test_of_one_decision_nothing_else_comes_on_paper(open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{DRILL}#may-i-post")
    words = "".join(printed(page, tmp_path / "drill.pdf"))
    assert "May I post this picture?" in words
    assert "Somebody has posted" not in words
    assert re.findall(r"Answer to situation (\d)", words) == ["3", "4"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state(open_page: Open, width: int, *, dark: bool) -> None:
    page = open_page(DRILL, width=width, dark=dark)
    rules = RULES_OF_COLOUR if dark else RULES

    def is_sound() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page, rules) == []

    page.get_by_role("button", name="Check").click()
    is_sound()
    choose(page, "Call the police now")
    is_sound()
    page.locator(".next").click()
    choose(page, "Call the police now")
    is_sound()
    page.locator(".next").click()
    go_through(page, "Post it", "Post it")
    is_sound()
