"""The address on paper: a QR code and words that lead to the page of a document, and the commit at the foot."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from tests.render.school import SETTINGS, linked, printed
from tests.render.test_print import words

from policywright.adapters.weasyprint import write
from policywright.render.print import documents

SITE = "https://handbook.example.org/"


def html(name: str, address: str = SITE) -> str:
    return next(document.html for document in documents(linked(), address=address) if document.name == name)


@pytest.mark.parametrize("name", ["staff", "record", "abuse", "open", "remove"])
def test_a_document_by_itself_bears_the_address_of_its_page_in_words(name: str) -> None:
    assert "Is this copy current? See handbook.example.org/schools/" in words(html(name))
    assert f'href="{SITE}schools/{name}.html"' in html(name)


def test_the_code_is_described_and_tells_the_page_which_version_the_copy_has() -> None:
    described = html("staff")
    assert "<title>QR code that leads to handbook.example.org/schools/staff.html</title>" in described
    other = html("staff", "https://other.example.org/")
    assert re.findall(r'<path [^>]*d="([^"]*)"', described) != re.findall(r'<path [^>]*d="([^"]*)"', other)


def test_nothing_leads_anywhere_where_nobody_has_said_where_the_site_is() -> None:
    assert "Is this copy current?" not in html("staff", "")
    assert "<svg" not in html("staff", "")


def test_the_code_is_large_enough_to_be_read_by_a_telephone(tmp_path: Path) -> None:
    sheet = next(document for document in documents(linked(), address=SITE) if document.name == "record")
    (made,) = write([sheet], tmp_path / "pdf", tmp_path / "cache")
    page = pypdfium2.PdfDocument(made.file)[0]
    wide = max(right - left for left, _, right, _ in (one.get_bounds() for one in page.get_objects(filter=[2])))
    assert wide > 20 / 25.4 * 72


def test_the_foot_names_the_commit_that_last_changed_the_document() -> None:
    commits = {"policies/schools/staff.yml": "0123456789", "policies": "abcdef0123"}
    found = {document.name: document.html for document in documents(linked(), commits)}
    foot = "Version 2026.1 · Model, for others to adopt\nCommit 0123456789"
    assert f'data-foot="{foot} · ' in found["staff"]
    assert 'data-foot="Handbook of Example School\nCommit abcdef0123 · ' in found["handbook"]
    assert "Review due 1 September 2027 Commit 0123456789 Contents" in words(found["staff"])
    assert "whether it is in force. Commit abcdef0123. Contents" in words(found["handbook"])
    assert "commit" not in found["record"].split("data-foot=")[1].split(">")[0]
    assert "commit" not in words(printed()["staff"].html)


@pytest.mark.parametrize("paper", ["A5", "Letter"])
def test_on_other_paper_nothing_runs_off_the_page(paper: str, tmp_path: Path) -> None:
    found = linked(handbook=SETTINGS.replace("paper: A4", f"paper: {paper}"))
    wanted = [one for one in documents(found, address=SITE) if one.name in {"handbook", "staff", "abuse", "role_head"}]
    for made in write(wanted, tmp_path / "pdf", tmp_path / "cache"):
        for page in pypdfium2.PdfDocument(made.file):
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [text.get_rect(index) for index in range(text.count_rects())]
            assert all(
                left > 20 and right < width - 15 and bottom > 15 and top < height - 15
                for left, bottom, right, top in boxes
            )
