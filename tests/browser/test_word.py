"""Forms and letters saved for Word: what was typed stands in the document, and nobody is asked for it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import docx
import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Open
from tests.browser.filling import FORM, check, fill_all, note
from tests.browser.test_letters import HANDED_OVER
from tests.word import lines, tags

from policywright import pipeline
from policywright.adapters import word
from policywright.adapters.word.package import BODY, unpacked
from policywright.pipeline import Examined

AWKWARD = 'Ŵyn & Siân <b>ŷ</b> "Zażółć gęślą" 👩🏽‍🏫 ]]>\x0b\ufffe'
FILL = """([file, answers]) => {
  const filled = policywright.filledWord(file, answers);
  return btoa(Array.from(filled, (byte) => String.fromCharCode(byte)).join(""));
}"""
NAMES = [
    *("child-name", "child-name_2", "website", "limits", "reach", "days", "signed-on", "no-such-field"),
    *("limits_asked", "_section-3", "_section-1_2", "_section-1_4"),
]
ANSWERS = st.dictionaries(
    st.sampled_from(NAMES),
    st.sampled_from(["yes", "no", "Yes", "telephone", "Friday, but not after noon", "", " ", AWKWARD])
    | st.text()
    | st.lists(st.sampled_from(["Monday to Thursday", "friday, but not after noon", "email"])),
)


def save(page: Page, folder: Path) -> Document:
    """Save what is composed for Word, and open it."""
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save for Word").click()
    expect(page.locator(".result > [role=status]")).to_contain_text("Saved.")
    file = folder / saving.value.suggested_filename
    saving.value.save_as(file)
    return docx.Document(str(file))


def fill_in_two_children(page: Page) -> None:
    fill_all(page)
    page.get_by_role("button", name="Add another child").click()
    fill_all(page)
    page.get_by_label("Name of the child").first.fill(AWKWARD)
    check(page)


def holds_two_children(document: Document) -> None:
    words = lines(document)
    table = words[words.index("What we may do") - 6 : words.index("What we may do")]
    assert table == [AWKWARD[:-2], "7", "Llŷn", "Siân Ŵyn", "7", "Llŷn"]
    assert "☒Yes" in words
    assert "☐No" in words
    assert "☒telephone" in words
    assert "☐email" in words
    assert "The first line.\nThe second line." in words
    assert "4 March 2026" in words
    assert not [line for line in words if line.startswith("Only if")]


@pytest.fixture
def form(open_page: Open) -> Page:
    return open_page(FORM)


@pytest.fixture(scope="module")
def blank(examined: Examined) -> bytes:
    """Return the Word document of the form, as it is before it is filled in."""
    return next(word.write(one) for one in pipeline.word_documents(examined) if one.name == "consent")


@pytest.mark.parametrize("width", [320, 1280], ids=["a phone", "a computer"])
def test_a_filled_form_is_saved_for_word(open_page: Open, width: int, tmp_path: Path) -> None:
    page = open_page(FORM, width=width)
    fill_in_two_children(page)
    holds_two_children(save(page, tmp_path))


def test_a_form_opened_from_a_folder_is_saved_too(chromium: Browser, site: Path, tmp_path: Path) -> None:
    page = chromium.new_page()
    page.goto((site / FORM).as_uri())
    fill_in_two_children(page)
    holds_two_children(save(page, tmp_path))
    page.close()


def test_what_is_not_asked_is_not_in_the_saved_form(open_page: Open, tmp_path: Path) -> None:
    page = open_page(FORM)
    fill_all(page)
    page.get_by_role("group", name="May we use photographs on the website?").get_by_label("No").check()
    check(page)
    document = save(page, tmp_path)
    words = lines(document)
    assert "☒No" in words
    assert "How to reach you" not in words
    assert {"limits", "telephone", "child-name_2"}.isdisjoint(tags(document))


def test_a_letter_is_saved_as_it_stands(open_page: Open, tmp_path: Path) -> None:
    page = open_page(HANDED_OVER)
    page.get_by_label("What the post says").fill(f"One\n{AWKWARD}")
    page.get_by_label("Day").fill("4")
    page.get_by_label("Month").fill("3")
    page.get_by_label("Year").fill("2027")
    page.locator("[name=_paragraph]").uncheck()
    document = save(page, tmp_path)
    assert lines(document)[-8:-1] == [
        "4 March 2027",
        "Dear Parent or carer",
        "A post about Ysgol Tŷ Ffynnon",
        f"I have been shown a post on Facebook about our school. It says: One\n{AWKWARD[:-2]}",
        "You can delete it from the menu of the post.",
        "If the post is still there next week, we shall ask Facebook to remove it.",
        "Yours sincerely",
    ]
    assert "How to use this letter" not in lines(document)
    assert set(tags(document)) == {"letter-date", "parent-name", "words", "parent-address"}


def test_an_empty_blank_of_a_saved_letter_is_there_to_be_filled_in(open_page: Open, tmp_path: Path) -> None:
    page = open_page(HANDED_OVER)
    document = save(page, tmp_path)
    assert [line for line in lines(document) if "[What the post says]" in line]
    assert "words" in tags(document)


def test_nothing_is_asked_of_anybody_to_save_for_word(open_page: Open, tmp_path: Path) -> None:
    page = open_page(FORM)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", partial(note, asked))
    fill_in_two_children(page)
    save(page, tmp_path)
    assert [url for url in asked if not url.startswith("blob:")] == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=ANSWERS)
def test_browser_and_command_line_fill_alike(form: Page, blank: bytes, answers: dict[str, str | list[str]]) -> None:
    by_browser = b64decode(form.evaluate(FILL, [b64encode(blank).decode(), answers]))
    bodies = [unpacked(filled)[BODY].decode() for filled in (by_browser, word.fill(blank, answers))]
    assert canonicalize(bodies[0]) == canonicalize(bodies[1])
