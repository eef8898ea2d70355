from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pikepdf
from tests.pdf.verapdf import failures

from policywright.adapters.binding import typeset
from policywright.render.page import PrintDocument, Properties, SourceFile

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Staff</title><style>
@font-face {{ font-family: Atkinson; src: url(vendor/fonts/AtkinsonHyperlegibleNext_400Regular.ttf) }}
html {{ font: 11pt Atkinson }} h2 {{ break-before: page }}
</style></head><body><h1>Staff</h1><p>Be kind.</p>{body}</body></html>"""
LONG = PAGE.format(body="<h2>Be kind</h2>" * 10)
TOLD = Properties(
    publisher="The school",
    subject="How staff post",
    keywords=("Posting", "Pupils"),
    date=datetime.date(2026, 9, 1),
    version="2026.1",
    status="In force",
    commit="0123456789",
)
YAML = SourceFile("staff.yml", "Policy: Staff", "policy: staff\ntitle: Ŵ\n")
STAFF = PrintDocument("staff", "Staff", PAGE.format(body=""), properties=TOLD, sources=(YAML,))


def made(document: PrintDocument, folder: Path) -> Path:
    file = folder / f"{document.name}.pdf"
    assert typeset(document, file).warnings == ()
    return file


def test_a_file_says_what_it_is_in_both_places_where_programs_look(tmp_path: Path) -> None:
    with pikepdf.open(made(STAFF, tmp_path)) as pdf, pdf.open_metadata() as metadata:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Staff",
            "/Author": "The school",
            "/Subject": "How staff post",
            "/Keywords": "Posting, Pupils",
            "/CreationDate": "D:20260901",
            "/ModDate": "D:20260901",
            "/Version": "2026.1",
            "/Status": "In force",
            "/Commit": "0123456789",
            "/Creator": "Policywright",
            "/Producer": "WeasyPrint 70.0",
        }
        assert {name.rpartition("}")[2]: value for name, value in metadata.items()} == {
            "part": "1",
            "title": "Staff",
            "creator": ["The school"],
            "description": "How staff post",
            "Keywords": "Posting, Pupils",
            "language": {"en-GB"},
            "VersionID": "2026.1",
            "CreateDate": "2026-09-01",
            "ModifyDate": "2026-09-01",
            "CreatorTool": "Policywright",
            "Producer": "WeasyPrint 70.0",
        }


def test_what_was_never_approved_bears_no_date(tmp_path: Path) -> None:
    with pikepdf.open(made(replace(STAFF, properties=Properties()), tmp_path)) as pdf:
        assert sorted(pdf.docinfo.keys()) == ["/Creator", "/Producer", "/Title"]


def test_viewers_count_pages_from_the_cover_as_print_does(tmp_path: Path) -> None:
    with pikepdf.open(made(replace(STAFF, html=LONG), tmp_path)) as pdf:
        assert [str(page.label) for page in pdf.pages] == [str(number) for number in range(1, 12)]


def test_a_long_document_opens_with_its_bookmarks_beside_it_and_a_short_one_without(tmp_path: Path) -> None:
    with pikepdf.open(made(STAFF, tmp_path)) as short, pikepdf.open(made(replace(STAFF, html=LONG), tmp_path)) as long:
        assert "/PageMode" not in short.Root
        assert long.Root.PageMode == "/UseOutlines"


def test_what_is_bound_asks_for_both_sides_of_the_paper_and_nothing_asks_for_a_size(tmp_path: Path) -> None:
    for bound in (True, False):
        with pikepdf.open(made(replace(STAFF, bound=bound), tmp_path)) as pdf:
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert pdf.Root.ViewerPreferences.get("/Duplex") == ("/DuplexFlipLongEdge" if bound else None)
            assert "/PrintScaling" not in pdf.Root.ViewerPreferences


def test_a_file_carries_what_it_was_made_from_with_its_kind_and_what_it_is(tmp_path: Path) -> None:
    with pikepdf.open(made(STAFF, tmp_path)) as pdf:
        ((name, carried),) = pdf.attachments.items()
        file = carried.get_file()
        assert (name, carried.filename, carried.description) == ("staff.yml", "staff.yml", "Policy: Staff")
        assert (file.mime_type, file.read_bytes().decode()) == ("application/yaml", YAML.text)
        assert carried.obj.AFRelationship == "/Source"
        assert [one.objgen for one in pdf.Root.AF] == [carried.obj.objgen]
        assert not {"/CreationDate", "/ModDate"} & set(file.obj.Params.keys())


def test_the_same_document_gives_the_same_bytes_and_a_changed_source_others(tmp_path: Path) -> None:
    first, second = (made(STAFF, tmp_path).read_bytes() for _ in range(2))
    changed = made(replace(STAFF, sources=(replace(YAML, text="policy: staff\n"),)), tmp_path).read_bytes()
    assert first == second != changed


def test_verapdf_has_nothing_against_what_was_added(tmp_path: Path) -> None:
    files = [
        made(replace(STAFF, name=name, bound=True, html=html), tmp_path)
        for name, html in (("a", LONG), ("b", STAFF.html))
    ]
    assert failures(files) == {}
