"""Every PDF of the complete handbook, as somebody meets it who has it read aloud."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pikepdf
from tests.pdf.reading import areas, elements, on_pages, page_numbers, spoken, written
from tests.pdf.verapdf import failures

from policywright.render.page import PrintDocument

Pdfs = dict[str, Path]
Printed = tuple[PrintDocument, ...]


def types(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S)[1:] for element in elements(pdf)]


def test_every_pdf_is_pdf_ua_1_for_verapdf(pdfs: Pdfs) -> None:
    assert failures(pdfs.values()) == {}


def test_verapdf_tells_what_a_pdf_lacks(pdfs: Pdfs, tmp_path: Path) -> None:
    with pikepdf.open(pdfs["everything"]) as pdf:
        del pdf.Root.ViewerPreferences
        del next(element for element in elements(pdf) if element.S == "/TH").A
        pdf.save(tmp_path / "faulty.pdf")
    (found,) = failures([tmp_path / "faulty.pdf"]).values()
    assert [(failure.clause, failure.number, failure.count) for failure in found] == [("7.1", 10, 1), ("7.5", 1, 1)]


def test_what_is_read_aloud_are_the_words_of_the_html_in_their_order(printed: Printed, pdfs: Pdfs) -> None:
    for document in printed:
        with pikepdf.open(pdfs[document.name]) as pdf:
            assert spoken(pdfs[document.name]) == written(document.html, page_numbers(pdf)), document.name


def test_headings_leave_out_no_level(pdfs: Pdfs) -> None:
    for name, file in pdfs.items():
        with pikepdf.open(file) as pdf:
            levels = [int(type_[1]) for type_ in types(pdf) if type_[0] == "H" and type_[1:].isdigit()]
        assert levels[0] == 1, name
        assert all(level - before <= 1 for before, level in pairwise(levels)), name


def test_the_cells_that_head_a_table_say_what_they_head(pdfs: Pdfs) -> None:
    with pikepdf.open(pdfs["everything"]) as pdf:
        scopes = {str(element.A.Scope) for element in elements(pdf) if element.S == "/TH"}
        assert scopes == {"/Row", "/Column"}
        assert "Caption" in types(pdf)


def test_links_are_named_by_their_words_and_not_by_their_anchors(pdfs: Pdfs) -> None:
    with pikepdf.open(pdfs["handbook"]) as pdf:
        names = {str(link.Contents) for link in areas(pdf, "Link")}
        assert len(areas(pdf, "Link")) == len(on_pages(pdf, "Link")) > len(names)
        assert not names & set(page_numbers(pdf))
        assert not {name for name in names if name.replace("\N{EN DASH}", "").isdecimal()}


def test_a_passage_in_another_language_says_so(pdfs: Pdfs) -> None:
    with pikepdf.open(pdfs["handbook"]) as pdf:
        assert pdf.Root.Lang == "en-GB"
        assert {str(element.Lang) for element in elements(pdf) if "/Lang" in element} == {"cy-GB"}
    with pikepdf.open(pdfs["cod-ymddygiad"]) as pdf:
        assert pdf.Root.Lang == "cy-GB"


def test_a_document_shows_its_title_and_goes_through_its_fields_as_it_is_read(printed: Printed, pdfs: Pdfs) -> None:
    for document in printed:
        with pikepdf.open(pdfs[document.name]) as pdf, pdf.open_metadata() as metadata:
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert pdf.docinfo["/Title"] == metadata["dc:title"] == document.title
            assert metadata["pdfuaid:part"] == "1"
            assert all(page.Tabs == "/S" for page in pdf.pages)


def test_every_field_stands_in_the_structure_by_its_name(pdfs: Pdfs) -> None:
    for name in ("consent", "remove-post", "post-found"):
        with pikepdf.open(pdfs[name]) as pdf:
            named = [field.objgen for field in areas(pdf, "Form")]
            assert named == [field.objgen for field in on_pages(pdf, "Widget")] != []


def test_print_uses_no_font_but_its_own(pdfs: Pdfs) -> None:
    for name, file in pdfs.items():
        with pikepdf.open(file) as pdf:
            fonts = {
                str(font.BaseFont).partition("+")[2] for page in pdf.pages for font in page.Resources.Font.values()
            }
        assert {font for font in fonts if not font.startswith(("Atkinson", "Source-Serif"))} == set(), name


def test_a_chart_is_said_in_one_sentence(pdfs: Pdfs) -> None:
    with pikepdf.open(pdfs["abusive-post"]) as pdf:
        said = [str(element.Alt) for element in elements(pdf) if element.S == "/Figure"]
    assert said == ["Chart of the decision. The questions and outcomes before it say the same in words."]
