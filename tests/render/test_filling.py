from __future__ import annotations

import datetime
import re
from html import unescape
from pathlib import Path

import pytest

from policywright import linking, source
from policywright.model.letter import Letter
from policywright.model.spreadsheet import Answers
from policywright.render.field_names import box, state
from policywright.render.filling import in_controls, in_fields, letters

LINKED = linking.link(source.load(Path(__file__).parent.parent / "handbooks" / "complete")[0])
LETTER = next(LINKED.handbook.of_kind(Letter))
DAY = datetime.date(2027, 3, 4)


def words(answers: Answers) -> str:
    """Return what stands in the letter to one person."""
    html = letters(LINKED, LETTER, [answers]).html
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html[html.index("<body") :])).split())


def test_answers_stand_in_the_fields_of_a_form() -> None:
    answers: Answers = {"born": DAY, "days": ("Monday to Thursday",), "reach": "a letter", "website": "no", "name": "Ŵ"}
    assert in_fields(answers, frozenset({"reach"})) == {
        "born_day": "4",
        "born_month": "3",
        "born_year": "2027",
        "days_Monday-to-Thursday": "yes",
        "reach": "a-letter",
        "website": "no",
        "name": "Ŵ",
    }


@pytest.mark.parametrize(
    ("option", "name"), [("Yes", "Yes"), ("X (formerly Twitter)", "X-formerly-Twitter"), ("Żółć", "Zoc")]
)
def test_an_option_is_named_in_letters_that_every_program_takes(option: str, name: str) -> None:
    assert state(option) == name


def test_options_that_are_long_or_in_other_letters_have_names_of_their_own() -> None:
    options = ["a" * 70, "a" * 71, "漢字", "日本"]
    names = [box("days", option) for option in options]
    assert len(set(names)) == 4
    assert all(name.isascii() and len(name) < 80 for name in names)


def test_answers_go_into_the_content_controls_of_a_form() -> None:
    assert in_controls({"born": DAY, "days": ("Monday",)}, None) == {"born": "4 March 2027", "days": ("Monday",)}


def test_the_controls_of_a_letter_settle_its_paragraphs_and_say_what_stands_for_nothing() -> None:
    assert in_controls({"platform": "Facebook", "paragraph-5": "no"}, LETTER) == {
        "platform": "Facebook",
        "paragraph-5": "no",
        "parent-name": "Parent or carer",
        "_paragraph-4": "yes",
        "_paragraph-5": "no",
        "_guide": "no",
    }
    assert "_paragraph-4" not in in_controls({}, LETTER)


def test_a_letter_has_its_blanks_filled_in() -> None:
    answers: Answers = {
        "letter-date": DAY,
        "parent-name": "Carer 01 Żółć",
        "platform": "Facebook",
        "words": "It is\nbad.",
    }
    text = words(answers)
    assert "4 March 2027 Dear Carer 01 Żółć A post about Ysgol Tŷ Ffynnon I have been shown a post on Facebook" in text
    assert "It says: It is bad. You can delete it from the menu of the post. I would be glad" in text
    assert "Keep this paragraph" not in text
    assert "It is<br>bad." in letters(LINKED, LETTER, [answers]).html


def test_a_paragraph_that_does_not_fit_the_answers_is_left_out() -> None:
    text = words({"platform": "another site", "paragraph-5": "no"})
    assert "You can delete it" not in text
    assert "I would be glad" not in text


def test_what_was_not_answered_stays_blank_or_says_what_stands_for_nothing() -> None:
    text = words({})
    assert "Dear Parent or carer" in text
    assert "It says: What the post says" in text
    assert "Keep this paragraph only if “Where the post is” is “Facebook”; delete as appropriate. You can" in text


def test_an_answer_is_text_whatever_stands_in_it() -> None:
    html = letters(LINKED, LETTER, [{"parent-name": "<script>x</script>", "words": "{{ school }} & [[law:x]]"}]).html
    assert "Dear &lt;script&gt;x&lt;/script&gt;" in html
    assert "It says: {{ school }} &amp; [[law:x]]" in html


def test_each_letter_begins_at_a_place_of_its_own() -> None:
    html = letters(LINKED, LETTER, [{"parent-name": f"Carer {number}"} for number in (1, 2)]).html
    assert re.findall(r'id="(_copy-\d+)"', html) == ["_copy-1", "_copy-2"]
    assert html.index("Carer 1") < html.index('id="_copy-2"') < html.index("Carer 2")
