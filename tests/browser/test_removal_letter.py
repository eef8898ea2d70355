"""A head teacher with an abusive post on the screen: from the home page to a printed, correct removal letter.

Nothing is measured by the clock. What a reader does is counted instead: presses, keys, and words to read before the
next of them, from which the keystroke-level model (Card, Moran and Newell) makes seconds. To read the whole letter once
more before it goes out takes about a minute besides.
"""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Open

POINT, KEY, THINK, WORD = 1.2, 0.28, 1.35, 60 / 200
"""Seconds for pointing and pressing, for a key, for a thought, and for a word that is read."""

LETTER = {
    "Name of the person who wrote the post": "Ms Example",
    "What the post is about": "Our trip to Llŷn",
    "Why the post is unacceptable": "It insults a teacher",
    "Your name": "A. Head",
    "Telephone number of the school": "01632 960 001",
}


@dataclass
class Reader:
    """Somebody who has never seen the handbook, with what it costs them to get through."""

    page: Page
    presses: int = 0
    keys: int = 0
    words: int = field(default=0)

    def press(self, wanted: Locator) -> None:
        """Press something that must be in sight, or be reached by scrolling alone, and nothing may cover it."""
        self.presses += 1
        self.words += len(wanted.inner_text().split())
        wanted.click()

    def type(self, wanted: Locator, text: str) -> None:
        self.press(wanted)
        self.keys += len(text)
        wanted.press_sequentially(text)

    def read(self, wanted: Locator) -> None:
        self.words += len(wanted.inner_text().split())

    @property
    def seconds(self) -> float:
        return self.presses * (POINT + THINK) + self.keys * KEY + self.words * WORD


def reach_the_letter(reader: Reader) -> None:
    """Go from the home page to the letter, by the search and the questions of the decision."""
    page = reader.page
    reader.type(page.locator("#_search-words"), "abusive post")
    found = page.locator(".found").get_by_role("link", name="There is a harmful post about the school")
    reader.press(found)
    for question, answer in (
        ("Does the post threaten anyone", "No"),
        ("What is it about?", "An unpleasant or abusive post about a member of staff"),
        ("What has the school done", "Nothing yet"),
        ("What kind of post is it?", "It is more minor, but still unpleasant"),
        ("Is it really possible", "No"),
        ("Is the author a parent", "No"),
    ):
        shown = page.locator(".step:visible")
        expect(shown.locator("h2")).to_contain_text(question)
        reader.read(shown.locator("h2"))
        reader.press(shown.locator(".answers a", has_text=answer).first)
    outcome = page.locator(".step:visible")
    expect(outcome.locator("h2")).to_contain_text("Ask the author to remove the post")
    reader.read(outcome.locator(".actions"))
    reader.press(outcome.locator(".to-use").get_by_role("link", name="Letter that asks for a post to be removed"))


def write_the_letter(reader: Reader) -> None:
    page = reader.page
    for label, text in LETTER.items():
        reader.type(page.locator("form.blanks").get_by_label(label, exact=True), text)
    reader.press(page.get_by_label("Facebook", exact=True))
    expect(page.locator(".left")).to_have_text("Every blank is filled in.")
    page.evaluate("() => { globalThis.printed = 0; globalThis.print = () => { printed += 1; }; }")
    reader.press(page.get_by_role("button", name="Print", exact=True))
    assert page.evaluate("printed") == 1


@pytest.mark.parametrize("width", [375, 1280])
def test_a_removal_letter_is_printed_in_under_two_minutes_and_without_a_manual(
    open_real: Open, width: int, tmp_path: Path
) -> None:
    reader = Reader(open_real("index.html", width=width))
    reach_the_letter(reader)
    write_the_letter(reader)
    assert reader.presses <= 16
    assert reader.seconds < 120
    reader.page.pdf(path=tmp_path / "letter.pdf", format="A4", prefer_css_page_size=True)
    read = subprocess.run(["pdftotext", tmp_path / "letter.pdf", "-"], check=True, capture_output=True, text=True)
    letter = " ".join(read.stdout.split())
    assert letter.startswith("The school Address of the school Telephone and email of the school")
    assert "Dear Ms Example Your post about the school I have been told about your post on Facebook." in letter
    assert letter.endswith("please telephone the school on 01632 960 001. Yours sincerely A. Head Headteacher")
    assert read.stdout.count("\f") == 1


@pytest.mark.parametrize("width", [375, 1280])
def test_the_letter_stands_beside_its_blanks_where_there_is_room_and_below_them_on_a_phone(
    open_real: Open, width: int
) -> None:
    page = open_real("schools/remove-post.html", width=width)
    page.get_by_label("Your name").focus()
    seen = page.locator(".composed").evaluate("paper => paper.getBoundingClientRect().top < innerHeight")
    assert seen == (width > 1000)
    assert page.get_by_role("link", name="See the letter").is_visible() == (width < 1000)
