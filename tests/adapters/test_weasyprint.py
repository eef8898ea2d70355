from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from policywright.adapters.weasyprint import Printed, write
from policywright.render.page import PrintDocument

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = "AtkinsonHyperlegibleNext_400Regular.ttf"
PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>
<style>@font-face {{ font-family: Atkinson; src: url(vendor/fonts/{font}) }}
       html {{ font: 11pt Atkinson }} .new {{ break-before: page }} {css}</style>
</head><body><h1>{title}</h1>{body}</body></html>"""
PAGE_OF = '<span class="page-of" data-for="{}"></span>'


def document(name: str = "staff", body: str = "<p>Decline the request.</p>", css: str = "") -> PrintDocument:
    return PrintDocument(name, name.title(), PAGE.format(title=name.title(), font=FONT, css=css, body=body))


def written(documents: Sequence[PrintDocument], folder: Path) -> tuple[Printed, ...]:
    return write(documents, folder / "pdf", folder / "cache")


def text(file: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout


def test_each_document_becomes_a_pdf_of_its_name(tmp_path: Path) -> None:
    printed = written([document("staff"), document("parents")], tmp_path)
    assert [(pdf.name, pdf.file, pdf.page_count, pdf.fresh, pdf.warnings) for pdf in printed] == [
        ("staff", tmp_path / "pdf" / "staff.pdf", 1, True, ()),
        ("parents", tmp_path / "pdf" / "parents.pdf", 1, True, ()),
    ]
    assert text(printed[1].file).split() == ["Parents", "Decline", "the", "request."]


def test_a_pdf_is_tagged_and_says_its_language_and_title(tmp_path: Path) -> None:
    (printed,) = written([document()], tmp_path)
    with pikepdf.open(printed.file) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.Lang == "en-GB"
        assert pdf.docinfo["/Title"] == "Staff"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_the_number_of_the_page_where_an_anchor_stands_is_put_into_the_text(tmp_path: Path) -> None:
    body = f'<p>See page {PAGE_OF.format("end")}.</p><p class="new">Middle</p><h2 class="new" id="end">End</h2>'
    (printed,) = written([document(body=body)], tmp_path)
    assert "See page 3." in text(printed.file)


def test_numbers_that_push_what_they_count_back_and_forth_settle(tmp_path: Path) -> None:
    # Eight times "10" takes two lines and pushes the end to page 11; eight times "11" takes one, and leaves it on 10.
    css = "@page { size: 60mm; margin: 10mm } p, h2 { margin: 0; font-size: 12pt; line-height: 10mm } p { width: 40mm }"
    filler = '<div class="new">x</div>' * 8 + '<div class="new" style="height: 20mm"></div>'
    numbers = " ".join([PAGE_OF.format("end")] * 8)
    (printed,) = written([document(body=f'{filler}<p>{numbers}</p><h2 id="end">End</h2>', css=css)], tmp_path)
    pages = text(printed.file).split("\f")
    (where,) = [number for number, page in enumerate(pages, start=1) if "End" in page]
    assert "".join(pages[9:]).split().count(str(where)) == 8


def test_an_anchor_that_stands_nowhere_is_told(tmp_path: Path) -> None:
    (printed,) = written([document(body=f"<p>{PAGE_OF.format('lost')}</p>")], tmp_path)
    assert printed.warnings == ("no page holds “lost”",)


def test_only_what_has_changed_is_made_anew(tmp_path: Path) -> None:
    written([document("staff"), document("parents")], tmp_path)
    changed = document("parents", "<p>Be kind.</p>")
    printed = written([document("staff"), changed], tmp_path)
    assert [pdf.fresh for pdf in printed] == [False, True]
    assert "Be kind." in text(printed[1].file)


def test_a_pdf_that_is_kept_is_handed_out_again_and_repeats_its_warnings(tmp_path: Path) -> None:
    (first,) = written([document(body=f"<p>{PAGE_OF.format('lost')}</p>")], tmp_path)
    before = first.file.read_bytes()
    first.file.unlink()
    (second,) = written([document(body=f"<p>{PAGE_OF.format('lost')}</p>")], tmp_path)
    assert second == replace(first, fresh=False)
    assert second.file.read_bytes() == before


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"key": "another"}'])
def test_a_damaged_note_costs_one_rendering_and_nothing_else(tmp_path: Path, damage: str) -> None:
    written([document()], tmp_path)
    (tmp_path / "cache" / "staff.json").write_text(damage, encoding="utf-8")
    assert [pdf.fresh for pdf in written([document()], tmp_path)] == [True]
    assert [pdf.fresh for pdf in written([document()], tmp_path)] == [False]


def test_the_cache_forgets_documents_that_are_no_more(tmp_path: Path) -> None:
    written([document("staff"), document("parents")], tmp_path)
    written([document("staff")], tmp_path)
    assert sorted(file.name for file in (tmp_path / "cache").iterdir()) == ["sections", "staff.json", "staff.pdf"]
    assert len({file.stem for file in (tmp_path / "cache" / "sections").iterdir()}) == 1


def test_the_same_document_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    body = f'<h2 id="a">A</h2><p><a href="#b">B</a>, page {PAGE_OF.format("b")}</p><h2 class="new" id="b">B</h2>'
    (alone,) = written([document(body=body)], tmp_path / "alone")
    beside, _ = written([document(body=body), document("parents")], tmp_path / "beside")
    assert alone.file.read_bytes() == beside.file.read_bytes()


def test_progress_is_told_after_each_pdf(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    documents = [document("staff"), document("parents", "<p>Be kind.</p>" * 9)]
    write(documents, tmp_path / "pdf", tmp_path / "cache", lambda *step: told.append(step))
    assert [(done, total) for done, total, _ in told] == [(1, 2), (2, 2)]
    assert {name for _, _, name in told} == {"staff", "parents"}


@pytest.mark.parametrize(
    "body",
    [
        '<img src="{secret}" alt="secret">',
        '<img src="vendor/../../secret.svg" alt="secret">',
        '<link rel="stylesheet" href="{secret}">',
        '<object data="{secret}"></object>',
        '<img src="https://policywright.invalid/secret.svg" alt="secret">',
        '<img src="data:image/svg+xml,{large}" alt="secret">',
    ],
)
def test_nothing_but_the_packages_own_files_is_read(tmp_path: Path, body: str) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>canary</text></svg>', encoding="utf-8")
    html = body.format(secret=secret.as_uri(), large="x" * 70_000)
    (printed,) = written([document(body=html)], tmp_path)
    assert printed.warnings
    assert "canary" not in text(printed.file)
    assert b"secret" not in printed.file.read_bytes().replace(b"(secret)", b"")
