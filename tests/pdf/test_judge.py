from __future__ import annotations

import shutil
from pathlib import Path

import pymupdf
import pytest
from tests.pdf.judge import beginnings, faults, first_difference, judged, left_over, out_of_order, overprinted

from policywright.render.page import PrintDocument

Pdfs = dict[str, Path]
Printed = tuple[PrintDocument, ...]

CLAUSES = """<html><body><div class="clause must" id="staff.kind"><p><span class="number">1.1</span>
<span class="duty must">Must</span> <strong>Kindness.</strong> Staff must be kind.</p></div>
<div class="clause" id="staff.all"><p><span class="number">1.2</span> <i><a href="#all">This</a></i> holds for all.</p>
</div></body></html>"""


def test_there_is_nothing_against_what_is_printed_of_the_complete_handbook(printed: Printed, pdfs: Pdfs) -> None:
    found = {document.name: [*faults(document, pdfs[document.name])] for document in printed}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_pdf_that_is_missing_and_one_too_many_and_one_of_other_words_are_told(
    printed: Printed, pdfs: Pdfs, tmp_path: Path
) -> None:
    shutil.copy(pdfs["post-found"], tmp_path / "consent.pdf")
    shutil.copy(pdfs["post-found"], tmp_path / "gone.pdf")
    documents = [document for document in printed if document.name in {"consent", "post-found"}]
    missing, stray, *others = judged(documents, tmp_path)
    assert stray == "post-found.pdf: it is missing"
    assert missing == "gone.pdf: nothing is printed under this name"
    assert [wrong.partition(" as ")[0] for wrong in others] == ["consent.pdf: it is read"]


@pytest.mark.parametrize(
    "text",
    [
        "see [[decline]]",
        "ask {{school-name}}",
        "clause ??",
        "clause 2.1, page 00.",
        "pages 0",
        "Laws   000",
        "3\N{EN DASH}00\nx",
    ],
)
def test_a_mark_whose_place_something_should_have_taken_is_told(text: str) -> None:
    assert [*left_over(text)]


@pytest.mark.parametrize("text", ["page 10", "Laws 100", "at 10:00\n", "2000", "Really?", "[waving black flag]"])
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert [*left_over(text)] == []


def test_the_first_difference_of_two_texts_is_told_with_some_letters_before() -> None:
    assert first_difference("Be kind to all", "Be kind to none") == ("Be kind to all", "Be kind to none")
    assert first_difference("Be kind", "Be kind now") == ("Be kind", "Be kind now")
    assert first_difference("Be kind", "Be kind") is None


def test_a_clause_begins_with_its_number_and_not_with_what_stands_in_the_margin() -> None:
    assert beginnings(CLAUSES) == ["1.1 Kindness. Staff must", "1.2 This holds for"]


def test_a_clause_that_stands_before_another_one_on_the_page_but_not_in_the_policy_is_told() -> None:
    lines = ["1.1   Kindness. Staff must be    Must", "kind.", "1.2   This holds for all."]
    assert [*out_of_order(beginnings(CLAUSES), "\n".join(lines))] == []
    assert [*out_of_order(beginnings(CLAUSES), "\n".join(reversed(lines)))] == ["1.2 This holds for"]


def test_words_that_are_printed_over_one_another_are_told_and_those_side_by_side_are_not(tmp_path: Path) -> None:
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((40, 50), "402, 404")
        page.insert_text((40, 64), "Must")
        page.insert_text((90, 64), "405, 406")
        page.insert_text((60, 200), "DRAFT", rotate=90)
        page.insert_text((50, 190), "406")
        page.insert_text((45, 51), "411")
        pdf.save(tmp_path / "duties.pdf")
    assert [*overprinted(tmp_path / "duties.pdf")] == [(1, "402, 404", "411")]
