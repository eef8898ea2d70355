"""The preview: what it shows of a handbook that is being written on."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from queue import Queue

import pikepdf
import pytest

from policywright.adapters import folder as plain_folder
from policywright.adapters.preview import Preview
from policywright.pipeline import Examined

POLICY = "schools/everything.html"
FILE = "policies/schools/everything.yml"
LONGEST = 300
"""How many seconds a round of checks may take on a machine that does other things too."""


@pytest.fixture
def folder(complete: Path, tmp_path: Path) -> Path:
    return shutil.copytree(complete, tmp_path / "handbook")


@pytest.fixture
def checked() -> Queue[Examined]:
    """What the preview tells, round by round."""
    return Queue()


@pytest.fixture
def preview(folder: Path, checked: Queue[Examined]) -> Iterator[Preview]:
    faults: list[Exception] = []
    with closing(Preview(folder, checked.put, faults.append)) as preview:
        checked.get(timeout=LONGEST)
        yield preview
    assert faults == []


@pytest.fixture
def change(folder: Path, preview: Preview) -> Callable[..., None]:
    """Write another text in place of the first such place in a file, and let the preview follow."""

    def change(old: str, new: str, file: str = FILE) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        preview.follow()

    return change


def html(preview: Preview, path: str) -> str:
    answer = preview.answer(path)
    assert answer.found, path
    return answer.content.decode()


def test_the_pages_are_those_of_the_site(preview: Preview, checked: Queue[Examined], folder: Path) -> None:
    preview.follow()
    examined = preview._draft.examined  # noqa: SLF001  the same examination for both
    site = folder.parent / "site"
    plain_folder.build(examined, site, preview=True, pdfs=True)
    ours = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert len(ours) > 100
    head = re.compile(r".*</nav>", re.DOTALL)  # pages that were written by hand stand in the navigation of a preview
    for path in ours:
        assert head.sub("", html(preview, path)) == head.sub("", (site / path).read_text(encoding="utf-8")), path
    assert checked.empty()


def test_the_files_beside_the_pages_are_those_of_the_site(preview: Preview, folder: Path) -> None:
    site = folder.parent / "site"
    plain_folder.build(preview._draft.examined, site, preview=True, pdfs=True)  # noqa: SLF001
    for file in site.rglob("*"):
        if file.is_file() and file.suffix != ".html":
            answer = preview.answer(file.relative_to(site).as_posix())
            assert answer.content == file.read_bytes(), file


def test_a_change_is_shown_before_it_is_checked(
    preview: Preview, change: Callable[..., None], checked: Queue[Examined]
) -> None:
    seen = preview.edition
    change("\ntitle: ", "\ntitle: Otherwise ")
    assert preview.wait(seen, 0) != seen
    assert "<h1>Otherwise " in re.sub(r"<h1[^>]*>\s*", "<h1>", html(preview, POLICY))
    assert checked.empty()
    checked.get(timeout=LONGEST)


def test_the_search_finds_what_was_written_just_now(preview: Preview, change: Callable[..., None]) -> None:
    change("\ntitle: ", "\ntitle: Xylophones ")
    assert b"Xylophones" in preview.answer("assets/handbook/search-records.js").content


def test_a_pdf_holds_what_was_written_just_now(preview: Preview, change: Callable[..., None], tmp_path: Path) -> None:
    change("\ntitle: ", "\ntitle: Xylophones ")
    assert 'href="../pdf/everything.pdf"' in html(preview, POLICY)
    answer = preview.answer("pdf/everything.pdf")
    assert (answer.found, answer.kind) == (True, "application/pdf")
    (tmp_path / "everything.pdf").write_bytes(answer.content)
    with pikepdf.open(tmp_path / "everything.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Xylophones")


def test_what_is_gathered_is_printed_too_and_nothing_that_is_not_there(preview: Preview) -> None:
    assert preview.answer("pdf/role_staff.pdf").content.startswith(b"%PDF")
    assert not preview.answer("pdf/nobody.pdf").found


def test_a_fault_is_shown_in_its_place_and_goes_when_it_is_mended(
    preview: Preview, change: Callable[..., None], checked: Queue[Examined]
) -> None:
    change("{{", "{{no-such-thing}} {{")
    (found,) = [one for one in checked.get(timeout=LONGEST).diagnostics if one.name == "unknown-variable"]
    assert f"Error in line {found.location.line}:" in html(preview, "problems.html")
    change("{{no-such-thing}} ", "")
    assert "unknown-variable" not in {one.name for one in checked.get(timeout=LONGEST).diagnostics}


def test_what_is_no_yaml_is_told_at_once_and_stops_nothing(preview: Preview, change: Callable[..., None]) -> None:
    change("\ntitle: ", "\ntitle: 'An open quotation ")
    assert "yaml-syntax" in html(preview, "problems.html")
    assert preview.answer("index.html").found
    change("\ntitle: 'An open quotation ", "\ntitle: ")
    assert preview.answer(POLICY).found


def test_what_was_wrong_elsewhere_stands_while_a_file_is_checked(
    preview: Preview, change: Callable[..., None], checked: Queue[Examined]
) -> None:
    change("{{", "{{no-such-thing}} {{")
    checked.get(timeout=LONGEST)
    change("\ntitle: ", "\ntitle: Our ", "policies/handbook.yml")
    assert "unknown-variable" in html(preview, "problems.html")


def test_a_save_that_changes_nothing_loads_no_page_again(preview: Preview, checked: Queue[Examined]) -> None:
    seen = preview.edition
    preview.follow()
    assert preview.edition == seen
    assert checked.empty()


def test_a_hand_written_page_is_shown_with_its_references(preview: Preview) -> None:
    page = html(preview, "welcome.html")
    assert '<a href="schools/everything.html#decline">what staff do about requests</a>' in page
    assert page.index('href="welcome.html" aria-current="page"') < page.index("Look something up")


def test_a_page_that_is_not_there_says_so_and_comes_when_it_is(
    preview: Preview, folder: Path, checked: Queue[Examined]
) -> None:
    answer = preview.answer("schools/new.html")
    assert not answer.found
    assert b"There is no such page" in answer.content
    new = "policy: new\ntitle: New\npart: schools\n"
    (folder / "policies/schools/new.yml").write_text(new, encoding="utf-8")
    preview.follow()
    assert preview.answer("schools/new.html").found
    checked.get(timeout=LONGEST)


@pytest.mark.parametrize("path", ["schools/everything.yml", "../mkdocs.yml", "/etc/hostname", "handbook.yml"])
def test_the_sources_and_what_lies_outside_are_not_shown(preview: Preview, path: str) -> None:
    assert not preview.answer(path).found
