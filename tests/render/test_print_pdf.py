from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
import pytest
from tests.render.school import PARENTS, printed
from tests.render.test_print_book import AT_HOME, TWO_PARTS, clauses

from policywright import linking, source
from policywright.adapters.printable import printable
from policywright.adapters.weasyprint import Printed, write
from policywright.model.policy import Policy
from policywright.render.print import documents


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    folder = tmp_path_factory.mktemp("print")
    made = write(tuple(printed().values()), folder / "pdf", folder / "cache")
    return {pdf.name: pdf for pdf in made}


def pages(pdf: Printed) -> list[str]:
    """Return the words of each page, running heads and feet too."""
    read = subprocess.run(["pdftotext", "-layout", pdf.file, "-"], check=True, capture_output=True, text=True)
    return [" ".join(page.split()) for page in read.stdout.split("\f")[:-1]]


def test_weasyprint_has_nothing_to_warn_of(pdfs: dict[str, Printed]) -> None:
    assert {name: pdf.warnings for name, pdf in pdfs.items() if pdf.warnings} == {}


def test_no_page_is_empty_and_no_mark_is_left_over(pdfs: dict[str, Printed]) -> None:
    for pdf in pdfs.values():
        assert len(pages(pdf)) == pdf.page_count
        for page in pages(pdf):
            assert len(page) > len("Version 2026.1 · Model, for others to adopt A printed copy is not kept up to date")
            assert not re.search(r"\[\[|\]\]|\{\{|\}\}|\?\?|page 00", page)


def test_what_is_read_aloud_has_each_clause_in_order_after_its_number_and_duty(pdfs: dict[str, Printed]) -> None:
    read = subprocess.run(["pdfinfo", "-struct-text", pdfs["staff"].file], check=True, capture_output=True, text=True)
    text = " ".join(" ".join(re.findall(r'^ *"(.*)"$', read.stdout, re.MULTILINE)).split())
    assert text.endswith(
        "Applies to staff 1 Friend requests 1.1 Must Staff must decline each request, unless the pupil is family ("
        " clause 1.2 , page 2 )."
        " For the organisation that adopts this Name the school\N{RIGHT SINGLE QUOTATION MARK}s own account ."
        " 1.2 Tell the head teacher, as clause 1.1 of Code for parents says. Who the head teacher"
        " Annex A . Record Incident record"
    )


def test_each_clause_is_read_from_the_pdf_with_its_number_and_all_its_words(tmp_path: Path) -> None:
    handbook, _ = source.load(Path(__file__).parent.parent / "handbooks" / "complete")
    policies = {policy.id for policy in handbook.of_kind(Policy)}
    wanted = [document for document in documents(linking.link(handbook)) if document.name in policies]
    for document, pdf in zip(wanted, write(wanted, tmp_path / "pdf", tmp_path / "cache"), strict=True):
        read = told(pdf)
        for words in clauses(printable(document.html)).values():
            # What is withdrawn shows no duty, and what has no letter in print is told in words.
            shown = re.sub(r"(?<=Withdrawn) (Must|Should)( not)?|(?<=Withdrawn) May|[\U000e0020-\U000e007f]", "", words)
            assert "".join(shown.split()) in read


def told(pdf: Printed) -> str:
    """Return what is read aloud, without spaces and without the pages of references."""
    read = subprocess.run(["pdfinfo", "-struct-text", pdf.file], check=True, capture_output=True, text=True)
    text = "".join(re.findall(r'^ *"(.*)"$', read.stdout, re.MULTILINE))
    return re.sub(r",page\d+", "", "".join(text.split()))


def test_page_numbers_are_those_that_a_viewer_shows(pdfs: dict[str, Printed]) -> None:
    read = pages(pdfs["handbook"])
    contents = re.findall(r"(Staff policy|Incident record|Glossary|Roles) (\d+)", read[1])
    assert [title for title, _ in contents] == ["Staff policy", "Incident record", "Glossary", "Roles"]
    for title, number in contents:
        assert title in read[int(number) - 1]
    for number, page in enumerate(read[1:], start=2):
        assert re.search(rf"\b{number}\b", page) or "Please remove it." in page


def test_a_letters_sheet_bears_nothing_but_the_letter(pdfs: dict[str, Printed]) -> None:
    assert pages(pdfs["remove"])[-1].startswith("Dear")
    assert "kept up to date" not in pages(pdfs["remove"])[-1]
    assert "Be polite" not in pages(pdfs["remove"])[-1]


def test_bookmarks_name_parts_documents_and_sections(pdfs: dict[str, Printed]) -> None:
    with pikepdf.open(pdfs["handbook"].file) as pdf, pdf.open_outline() as outline:
        titles = {item.title: [child.title for child in item.children] for item in outline.root}
    assert list(titles) == [
        "Handbook of Example School", "Contents", "Schools", "Glossary", "Roles", "Duties by role",
        "What there is to use", "Index",
    ]  # fmt: skip
    assert titles["Schools"][:2] == ["Staff policy", "Code for parents"]


def test_the_files_are_sound_tagged_and_link_within_themselves(pdfs: dict[str, Printed]) -> None:
    for made in pdfs.values():
        with pikepdf.open(made.file) as pdf:
            assert pdf.check_pdf_syntax() == []
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.Lang == "en-GB"
            assert pdf.docinfo["/Title"] == made.title
            assert pdf.docinfo["/Author"] == "Example Council"
            assert "/StructTreeRoot" in pdf.Root
    with pikepdf.open(pdfs["handbook"].file) as pdf:
        links = [note for page in pdf.pages for note in page.get("/Annots", ()) if note.Subtype == "/Link"]
        assert len(links) > 20
        assert all("/Dest" in link for link in links)


COLUMNS = {
    "chart": (39, 556),
    "letter": (62, 534),
    "sheet": (45, 550),
    "book": (73, 551),
    "policy": (85, 539),
    "paper to work with": (51, 548),
}
"""Where what is printed begins and ends on each kind of page, in points from its left edge."""


def kind_of(name: str, text: str) -> str:
    if re.search(r"^Chart", text, re.MULTILINE):
        return "chart"
    if re.search(r"^Dear", text, re.MULTILINE):
        return "letter"
    kinds = {
        "role": "sheet",
        "day-one": "sheet",
        "handbook": "book",
        "part": "book",
        "staff": "policy",
        "parents": "policy",
    }
    return kinds.get(name.partition("_")[0], "paper to work with")


def test_nothing_runs_over_the_columns(pdfs: dict[str, Printed]) -> None:
    for made in pdfs.values():
        with pymupdf.open(made.file) as pdf:
            for page in pdf:
                first, last = COLUMNS[kind_of(made.name, page.get_text())]
                for left, top, right, bottom, word, *_ in page.get_text("words"):
                    if word not in {"DRAFT", "WITHDRAWN"}:
                        assert first < left < right < last, (made.name, page.number, word)
                        assert 28 < top < bottom < page.rect.height - 22, (made.name, page.number, word)


def test_the_same_handbook_gives_the_same_files(pdfs: dict[str, Printed], tmp_path: Path) -> None:
    again = write(tuple(printed().values()), tmp_path / "pdf", tmp_path / "cache")
    for pdf in again:
        assert pdf.file.read_bytes() == pdfs[pdf.name].file.read_bytes()


def test_a_changed_document_touches_its_own_file_and_those_of_its_books_alone(tmp_path: Path) -> None:
    write(tuple(printed().values()), tmp_path / "pdf", tmp_path / "cache")
    changed = printed(parents=PARENTS.replace("Be kind in", "Be kinder in"))
    again = write(tuple(changed.values()), tmp_path / "pdf", tmp_path / "cache")
    assert {pdf.name for pdf in again if pdf.fresh} == {"handbook", "part_schools", "parents"}


def test_a_draft_says_so_across_each_page_and_nobody_is_read_it_aloud(pdfs: dict[str, Printed]) -> None:
    for name in ("parents", "remove", "abuse"):
        assert all("DRAFT" in page for page in drawn(pdfs[name])), name
        assert "DRAFT" not in told(pdfs[name])
    assert not any("DRAFT" in page for page in drawn(pdfs["staff"]))


def drawn(pdf: Printed) -> list[str]:
    """Return all words of each page without spaces, in the order of drawing, also those that lie aslant."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf.file)]


def words_of(pdf: Printed, page: int) -> list[tuple[str, float]]:
    """Return the words of a page, each with how far from its left edge it begins, in points."""
    number = str(page)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-f", number, "-l", number, pdf.file, "-"], check=True, capture_output=True, text=True
    )
    found = re.findall(r'<word xMin="([\d.-]+)"[^>]*>([^<]*)</word>', boxes.stdout)
    return [(word, float(left)) for left, word in found]


def test_the_number_of_a_page_stands_outside_on_left_and_right_pages(pdfs: dict[str, Printed]) -> None:
    assert any(word == "4" and left < 100 for word, left in words_of(pdfs["handbook"], 4))
    assert any(word == "5" and left > 400 for word, left in words_of(pdfs["handbook"], 5))


def test_each_part_has_a_tab_at_the_outer_edge_of_its_pages(tmp_path: Path) -> None:
    handbook = printed(handbook=TWO_PARTS, parents=AT_HOME)["handbook"]
    (made,) = write([handbook], tmp_path / "pdf", tmp_path / "cache")
    edges = {
        (word, "left" if left < 30 else "right")
        for page in range(1, made.page_count + 1)
        for word, left in words_of(made, page)
        if left < 30 or left > 565
    }
    assert {("Schools", "left"), ("Schools", "right")} <= edges
    assert {word for word, _ in edges} == {"Schools", "Homes"}
