"""Letters, written in Chromium: beside the sheet, and on it where no scripts run."""

import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Open
from tests.browser.filling import note
from tests.browser.test_accessibility import violations

from policywright.linking.letters import LetterText, compositions, letter_texts, options
from policywright.model.letter import Blank, Letter, Paragraph
from policywright.pipeline import Examined

LETTER = "schools/remove-post.html"
HANDED_OVER = f"{LETTER}#choose:platform=Facebook"

WRITE = """letters => letters.map(({answers, kept}) => {
  const form = document.querySelector("form.blanks");
  form.reset();
  for (const field of form.querySelectorAll("textarea, input:not([type=radio], [type=checkbox])")) {
    field.value = "";
  }
  for (const [name, words] of Object.entries(answers)) {
    (form.elements[`${name}_day`] ?? form.elements[name]).value = words;
  }
  form.querySelectorAll("[name=_paragraph]").forEach((box, index) => { box.checked = kept[index]; });
  form.dispatchEvent(new Event("input"));
  document.querySelector(".composed .letterhead")?.remove();
  return policywright.plainText(document.querySelector(".composed"));
})"""
"""Writes letters one after the other, and returns how each reads below its head."""


UNTIDY = re.compile(r"[{}]|\S  +\S| [,.;:!?]|,\s*[,.\n]|\.\.|\(\s|\s\)|^\s*[,.;:]", re.MULTILINE)
"""What is left of a blank that came to nothing: a mark, two spaces, a comma before nothing."""


def one_line(text: str) -> str:
    # A variable at the beginning of a sentence is given its capital after the letter is composed.
    return " ".join(text.split()).casefold()


def answered(letter: Letter) -> Iterator[dict[str, str]]:
    """Yield the words of each blank, for every choice; what is typed is filled in everywhere or nowhere."""
    picks = [blank for blank in letter.blanks if blank.pick]
    typed = [blank for blank in letter.blanks if not blank.pick]
    for nothing, chosen in itertools.product((False, True), itertools.product(*map(options, picks))):
        words = {blank.id: options(blank)[-1 if nothing else 0] for blank in typed}
        yield words | {blank.id: pick for blank, pick in zip(picks, chosen, strict=True)}


def stands(text: LetterText, words: Mapping[str, str], left_out: set[int]) -> bool:
    """Return whether a text stands in the letter; an address does only if it is filled in."""
    chosen = text.show_if is None or words[text.show_if.blank] == text.show_if.is_
    node = text.written.node
    is_empty = isinstance(node, Paragraph) and node.place == "address" and "⟨" not in words[node.text.strip("{} \n")]
    return chosen and not is_empty and id(node) not in left_out


def reads(letter: Letter, words: Mapping[str, str], left_out: set[int], variables: Mapping[str, str]) -> str:
    """Return how a letter reads, by what is composed from its source."""
    standing = [text for text in letter_texts(letter) if stands(text, words, left_out)]
    composed = [
        next(one.text for one in compositions(letter, text, variables) if one.choices.items() <= words.items())
        for text in standing
    ]
    return one_line(" ".join(composed))


def typed(blanks: tuple[Blank, ...], words: Mapping[str, str]) -> dict[str, str]:
    """Return what is filled in so that the blanks hold some words; nothing for what stands there by itself."""
    return {blank.id: words[blank.id] for blank in blanks if words[blank.id] != options(blank)[-1]}


def written_in_every_way(page: Page, letter: Letter, variables: Mapping[str, str]) -> int:
    optional = [one for one in letter.body if isinstance(one, Paragraph) and one.optional]
    ways = list(itertools.product(answered(letter), itertools.product((True, False), repeat=len(optional))))
    written = page.evaluate(
        WRITE, [{"answers": typed(letter.blanks, words), "kept": list(kept)} for words, kept in ways]
    )
    expected = [
        reads(letter, words, {id(one) for one, is_kept in zip(optional, kept, strict=True) if not is_kept}, variables)
        for words, kept in ways
    ]
    assert [one_line(text) for text in written] == expected
    assert [text for text in written if UNTIDY.search(text)] == []
    return len(ways)


def variables_of(examined: Examined) -> dict[str, str]:
    return {one.id: one.default or "" for one in examined.linked.handbook.settings.variables}


def test_every_combination_reads_as_it_is_composed_from_the_source(open_page: Open, examined: Examined) -> None:
    letters = list(examined.linked.handbook.of_kind(Letter))
    ways = [
        written_in_every_way(open_page(f"{letter.part}/{letter.id}.html"), letter, variables_of(examined))
        for letter in letters
    ]
    assert sum(ways) >= 16


def test_every_combination_of_the_real_letters_does_too(open_real: Open, real: Examined) -> None:
    for letter in real.linked.handbook.of_kind(Letter):
        page = open_real(f"{letter.part}/{letter.id}.html")
        assert written_in_every_way(page, letter, variables_of(real)) > 1


def test_the_head_of_the_letter_shows_its_logo(open_page: Open) -> None:
    logo = open_page(LETTER).locator(".composed .letterhead img")
    assert logo.evaluate("image => image.complete && image.naturalWidth") == 240


def test_what_is_typed_stands_in_the_letter_at_once_and_is_marked_there(open_page: Open) -> None:
    page = open_page(LETTER)
    page.get_by_label("Name of the parent or carer").fill("Mrs Example")
    now = page.locator(".composed .now")
    expect(now).to_have_text("Mrs Example")
    expect(page.locator(".composed")).to_contain_text("Dear Mrs Example")
    page.get_by_label("What the post says").fill("First line\nSecond line")
    expect(now.locator("br")).to_have_count(1)


def test_a_blank_that_is_left_says_its_stand_in_or_what_is_missing(open_page: Open) -> None:
    paper = open_page(LETTER).locator(".composed")
    expect(paper).to_contain_text("Dear Parent or carer")
    expect(paper.locator(".open").first).to_contain_text("Where the post is")


def test_a_date_is_suggested_and_can_be_changed_in_words_or_figures(open_page: Open) -> None:
    page = open_page(LETTER)
    blank = page.locator(".composed [data-blank=letter-date]")
    today = date.fromisoformat(page.evaluate("new Date().toLocaleDateString('sv')"))
    expect(blank).to_have_text(f"{today.day} {today:%B %Y}")
    later = today.replace(day=1) + timedelta(days=45)
    page.get_by_label("Day", exact=True).fill("9")
    page.get_by_label("Month").fill("march")
    page.get_by_label("Year").fill(str(later.year))
    expect(blank).to_have_text(f"9 March {later.year}")


def test_a_day_that_is_none_is_told_beside_it_and_nothing_is_blocked(open_page: Open) -> None:
    page = open_page(LETTER)
    page.get_by_label("Month").fill("2")
    page.get_by_label("Day", exact=True).fill("31")
    page.keyboard.press("Tab")
    error = page.locator("fieldset .error")
    expect(error).to_have_text("There is no such day. Date of the letter must be a real date.")
    assert page.get_by_label("Day", exact=True).get_attribute("aria-invalid") == "true"
    assert page.locator("button.print").is_enabled()
    assert violations(page) == []


def test_a_decision_hands_its_choices_over_and_they_leave_the_address(open_page: Open) -> None:
    page = open_page(HANDED_OVER)
    expect(page.get_by_label("Facebook")).to_be_checked()
    expect(page.locator(".composed")).to_contain_text("a post on Facebook about our school")
    assert page.url.endswith(LETTER)


@pytest.mark.parametrize(
    "fragment", ["platform=nowhere", "nothing=Facebook", "parent-name=Somebody", "%zz", "_keep=computer", "="]
)
def test_what_is_handed_over_and_unknown_is_passed_over(open_page: Open, fragment: str) -> None:
    page = open_page(f"{LETTER}#choose:{fragment}")
    expect(page.locator(".composed .open").first).to_contain_text("Where the post is")
    assert page.locator("form.blanks :checked:not([type=checkbox])").count() == 0
    assert page.locator("[name=_keep]:checked").get_attribute("value") == "nowhere"
    assert page.url.endswith(LETTER)


def test_choices_with_every_sign_come_over_whole(open_page: Open) -> None:
    page = open_page(f"{LETTER}#choose:platform=X%20%28formerly%20Twitter%29")
    expect(page.locator(".composed [data-blank=platform]").first).to_have_text("X (formerly Twitter)")


def test_only_what_stands_in_the_letter_is_asked_for(open_real: Open) -> None:
    page = open_real("schools/remove-post.html")
    other, day = page.get_by_label("Name of the other website"), page.locator("[data-asks=remove-by]")
    expect(other).to_be_hidden()
    page.get_by_label("another website", exact=True).check()
    expect(other).to_be_visible()
    page.get_by_label("Please let me know by").uncheck()
    expect(day).to_be_hidden()


def test_a_choice_that_a_paragraph_hangs_on_counts_as_left(open_real: Open) -> None:
    page = open_real("schools/post-concerns.html")
    expect(page.locator(".left")).to_have_text("6 of 9 blanks are still empty.")
    page = open_real("schools/post-concerns.html#choose:asks-removal=yes")
    expect(page.locator(".left")).to_have_text("5 of 9 blanks are still empty.")


def test_how_much_is_left_is_told_when_a_field_is_left_and_not_at_each_key(open_page: Open) -> None:
    page = open_page(LETTER)
    left = page.locator(".left")
    expect(left).to_have_text("2 of 4 blanks are still empty.")
    page.get_by_label("What the post says").press_sequentially("abc")
    expect(left).to_have_text("2 of 4 blanks are still empty.")
    page.keyboard.press("Tab")
    expect(left).to_have_text("1 of 4 blanks is still empty.")
    assert page.locator(".composed[aria-live], .composed[role=status], output").count() == 0


def test_copying_and_printing_say_what_is_left_and_are_never_refused(open_page: Open) -> None:
    page = open_page(HANDED_OVER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("() => { globalThis.printed = 0; globalThis.print = () => { printed += 1; }; }")
    page.locator("button.print").click()
    expect(page.locator(".told").last).to_have_text("1 of 4 blanks is still empty.")
    assert page.evaluate("printed") == 1
    page.locator("button.copy-all").click()
    expect(page.locator(".told").last).to_have_text("Copied. 1 of 4 blanks is still empty.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "It says: ________" in " ".join(copied.split())
    assert "What the post says" not in copied


@pytest.mark.parametrize(("button", "ending"), [("save-text", "txt"), ("save-page", "html")])
def test_the_letter_is_saved_and_nothing_else(open_page: Open, button: str, ending: str, tmp_path: Path) -> None:
    page = open_page(HANDED_OVER)
    with page.expect_download() as saving:
        page.locator(f"button.{button}").click()
    saved = tmp_path / saving.value.suggested_filename
    saving.value.save_as(saved)
    text = saved.read_text(encoding="utf-8")
    assert saved.name == f"remove-post.{ending}"
    assert "Dear " in text
    assert "Leave it out where nobody can be spared" not in text


def printed(page: Page) -> str:
    """Return all that comes out on paper, as text."""
    page.emulate_media(media="print")
    return " ".join(page.locator("body").inner_text().split())


def test_only_the_letter_comes_out_on_paper(open_page: Open) -> None:
    page = open_page(HANDED_OVER)
    page.get_by_label("What the post says").fill("Words that hurt")
    text = printed(page)
    assert text.startswith("Ysgol Tŷ Ffynnon 1 School Lane Exampleton")
    assert "It says: Words that hurt You can delete it from the menu of the post. I would be glad" in text
    assert text.endswith("Yours sincerely")


def test_without_scripts_the_letter_is_written_into_and_printed_alone(open_page: Open) -> None:
    page = open_page(LETTER, scripts=False)
    expect(page.locator("form.blanks :is(input, textarea)").first).to_be_hidden()
    page.get_by_role("textbox", name="Where the post is").first.fill("a wall")
    page.get_by_role("textbox", name="What the post says").fill("First\nSecond")
    page.get_by_label("Keep this paragraph").nth(1).uncheck()
    text = printed(page)
    assert text.startswith("Ysgol Tŷ Ffynnon 1 School Lane Exampleton")
    assert "a post on a wall about our school. It says: First Second If the post" in text
    assert text.endswith("Yours sincerely")


def test_everything_is_done_with_the_keyboard_from_the_result_of_a_decision(open_page: Open) -> None:
    page = open_page("schools/abusive-post.html#ask-removal")
    page.evaluate("() => { globalThis.print = () => {}; }")
    page.locator("#ask-removal ~ * a[href*='remove-post.html']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{LETTER}*")
    expect(page.locator(".composed")).to_contain_text("a post on Facebook")
    page.evaluate("() => { globalThis.printed = 0; globalThis.print = () => { printed += 1; }; }")
    page.get_by_label("Name of the parent or carer").focus()
    page.keyboard.type("Mrs Example")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("Words that hurt")
    for _ in range(20):
        if page.evaluate("document.activeElement.matches('button.print')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("printed") == 1
    assert (
        "Dear Mrs Example A post about Ysgol Tŷ Ffynnon I have been shown a post on Facebook about our school. "
        "It says: Words that hurt" in printed(page)
    )


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_a_letter_that_is_being_written(open_page: Open, width: int, *, dark: bool) -> None:
    page = open_page(HANDED_OVER, width=width, dark=dark)
    page.get_by_label("Name of the parent or carer").fill("Mrs Example")
    assert violations(page) == []
    page.get_by_label("What the post says").fill("Words that hurt, " * 40)
    page.locator("button.save-text").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_a_letter_without_scripts(chromium: Browser, address: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    # Scripts that are switched off would keep axe from running too.
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address + LETTER)
    expect(page.locator(".write-into")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_nothing_is_asked_of_anybody_while_a_letter_is_written(open_page: Open) -> None:
    page = open_page(HANDED_OVER)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", partial(note, asked))
    for field in page.locator("form.blanks :is(input:not([type=radio], [type=checkbox]), textarea)").all():
        field.fill("7")
        field.press("Enter")
    for choice in page.locator("form.blanks :is([type=radio], [type=checkbox])").all():
        choice.click()
    page.locator("button.copy-all").click()
    assert asked == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert "?" not in page.url
