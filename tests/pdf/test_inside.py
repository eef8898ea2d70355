"""What every PDF of the complete handbook tells programs, and what it carries."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2

from policywright import linking, source
from policywright.render.page import PrintDocument
from policywright.render.print import documents

Pdfs = dict[str, Path]
Printed = tuple[PrintDocument, ...]

FOOT = 25 * 72 / 25.4
"""How high the foot of a page is, in points."""


def numbers_at_foot(page: pypdfium2.PdfPage) -> set[str]:
    """Return the numbers that stand by themselves at the foot of a page; those of commits and years are longer."""
    words = page.get_textpage().get_text_bounded(top=FOOT).split()
    return {word for word in words if word.isdecimal() and len(word) < 4}


def carried(pdf: Path) -> dict[str, bytes]:
    with pikepdf.open(pdf) as opened:
        return {name: file.get_file().read_bytes() for name, file in opened.attachments.items()}


def test_viewers_give_each_page_the_number_that_is_printed_on_it(pdfs: Pdfs) -> None:
    for name, file in pdfs.items():
        pdf = pypdfium2.PdfDocument(file)
        printed = {pdf.get_page_label(place): numbers_at_foot(page) for place, page in enumerate(pdf)}
        assert all(numbers in ({label}, set()) for label, numbers in printed.items()), name
        assert list(printed) == [str(number) for number in range(1, len(printed) + 1)]
        assert any(printed.values()) or name.endswith(("post", "found")), name


def test_each_document_can_be_made_again_from_what_the_handbooks_pdf_carries(complete: Path, pdfs: Pdfs) -> None:
    files = {f"policies/{name}": content for name, content in carried(pdfs["handbook"]).items()}
    pictures = {file.relative_to(complete).as_posix(): file.read_bytes() for file in complete.rglob("*.png")}
    again, faults = source.read(files | pictures)
    assert faults == ()
    handbook, _ = source.load(complete)
    alone = {document.id for document in handbook.documents}
    made = [{one.name: one.html for one in documents(linking.link(one))} for one in (handbook, again)]
    assert {name: made[0][name] for name in alone} == {name: made[1][name] for name in alone}


def test_a_document_carries_its_own_file_and_a_part_what_its_documents_share(pdfs: Pdfs) -> None:
    assert carried(pdfs["consent"]).keys() == {"consent.yml"}
    of_part = carried(pdfs["part_trusts"]).keys()
    assert of_part > {"handbook.yml", "roles.yml", "glossary.yml", "cod-ymddygiad.yml"}
    assert of_part < carried(pdfs["handbook"]).keys()


def test_a_sheet_carries_the_policies_that_it_quotes(pdfs: Pdfs) -> None:
    assert carried(pdfs["role_staff"]).keys() == {"everything.yml", "cod-ymddygiad.yml"}


def test_what_is_not_in_force_says_so_in_the_title_of_its_file(printed: Printed, pdfs: Pdfs) -> None:
    marked = {
        document.name: document.title for document in printed if document.title.startswith(("DRAFT", "WITHDRAWN"))
    }
    statuses = {}
    for name, file in pdfs.items():
        with pikepdf.open(file) as pdf:
            statuses[name] = str(pdf.docinfo.get("/Status", ""))
    assert marked.keys() == {name for name, status in statuses.items() if status.startswith(("Draft", "Withdrawn"))}
    assert marked
