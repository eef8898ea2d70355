"""`policywright fill`: ninety forms from one spreadsheet."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest
from click.testing import CliRunner, Result
from docx import Document
from tests.pdf.verapdf import failures
from tests.readers import READERS, in_poppler, words_in_poppler

from policywright import cli
from policywright.cli.status import PROBLEMS_FOUND, WRONG_USAGE

HANDBOOKS = Path(__file__).parent.parent / "handbooks"
FAMILIES = ("Ŵyn", "Tŷ", "Żółć", "Łąka", "O'Dŵr", "Ñuñez")
NINETY = [f"Child {number:02} {FAMILIES[number % len(FAMILIES)]}" for number in range(1, 91)]
HOSTILE = '=cmd() "quoted"; <b>bold</b> {{school-name}} \\)'


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copytree(HANDBOOKS / "complete", tmp_path_factory.mktemp("complete") / "handbook")


def run(handbook: Path, *arguments: str | Path, status: int = 0) -> Result:
    result = CliRunner().invoke(cli.command, ["--handbook", str(handbook), "fill", *map(str, arguments)])
    assert result.exit_code == status, result.output
    return result


def spreadsheet(folder: Path, *lines: str) -> Path:
    file = folder / "people.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(scope="module")
def ninety(handbook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with what became of ninety rows: PDFs and Word documents."""
    folder = tmp_path_factory.mktemp("office")
    escaped = HOSTILE.replace('"', '""')
    rows = [f'{name},7,yes,4/3/2027,"{escaped}"' for name in NINETY]
    people = spreadsheet(folder, "Name of the child,Age,website,signed-on,limits", *rows)
    told = run(handbook, "consent", people, "--as", "both").output
    assert told.startswith("Filling in 90 copies.\nWrote 181 files to ")
    return folder / "people-consent"


def test_each_row_becomes_a_file_that_bears_its_number_and_the_childs_name(ninety: Path) -> None:
    found = names(ninety)
    assert len(found) == 181
    assert found[:4] == ["01-Child-01-Tŷ.docx", "01-Child-01-Tŷ.pdf", "02-Child-02-Żółć.docx", "02-Child-02-Żółć.pdf"]
    assert "04-Child-04-O-Dŵr.pdf" in found
    assert found[-1] == "consent-to-print.pdf"


def within(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield a structure element and all below it."""
    yield element
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from within(kid)


def in_structure(file: Path) -> list[str]:
    """Return each piece of text in the order of a PDF's structure."""
    # Poppler warns of attributes that it does not know, those of fields on paper among them.
    read = subprocess.run(["pdfinfo", "-struct-text", file], check=True, capture_output=True, text=True)
    return re.findall(r'^ *"(.*)"$', read.stdout, re.MULTILINE)


def test_the_printer_gets_all_copies_in_one_each_on_the_front_of_a_sheet(ninety: Path) -> None:
    pages = words_in_poppler(ninety / "consent-to-print.pdf").split("\f")
    begins = [number for number, page in enumerate(pages) if "One form for each family." in page]
    assert len(begins) == 90
    assert all(number % 2 == 0 for number in begins)
    assert [next(line for line in pages[number].splitlines() if line in NINETY) for number in begins] == NINETY


def test_what_the_printer_gets_is_set_in_type(ninety: Path) -> None:
    with pikepdf.open(ninety / "consent-to-print.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
        assert "/AcroForm" not in pdf.Root
        assert not any("/Annots" in page for page in pdf.pages)


def test_the_printer_gets_what_each_single_form_shows(ninety: Path, tmp_path: Path) -> None:
    with pikepdf.open(ninety / "consent-to-print.pdf") as pdf:
        pages = len(pdf.pages) // 90
        del pdf.pages[3 * pages :]
        del pdf.pages[: 2 * pages]
        pdf.save(tmp_path / "third.pdf")
    _, third = in_poppler(tmp_path / "third.pdf")
    _, single = in_poppler(ninety / "03-Child-03-Łąka.pdf")
    assert [page.tobytes() for page in single] == [page.tobytes() for page in third[: len(single)]]


@pytest.mark.parametrize("reader", READERS)
def test_each_form_has_its_answers_and_can_be_filled_in_further(ninety: Path, reader: str) -> None:
    file = ninety / "04-Child-04-O-Dŵr.pdf"
    text, _ = READERS[reader](file)
    assert "Child 04 O'Dŵr" in text
    assert HOSTILE in text
    with pikepdf.open(file) as pdf:
        values = {str(field.T): str(field.get("/V", "")) for field in pdf.Root.AcroForm.Fields}
    assert (values["child-name"], values["website"], values["signed-on_month"]) == ("Child 04 O'Dŵr", "/yes", "3")
    assert values["limits"] == HOSTILE
    assert values["reach"] == "/Off"


def test_what_was_filled_in_and_what_the_printer_gets_is_pdf_ua_1_for_verapdf(ninety: Path) -> None:
    assert failures([ninety / "03-Child-03-Łąka.pdf", ninety / "consent-to-print.pdf"]) == {}


def test_of_each_copy_for_the_printer_its_own_answers_are_read_aloud_where_they_stand(ninety: Path) -> None:
    with pikepdf.open(ninety / "consent-to-print.pdf") as pdf:
        parts = list(pdf.Root.StructTreeRoot.K.K)
        fields = [[element for element in within(part) if element.S == "/Form"] for part in parts]
        assert [str(part.S) for part in parts] == ["/Part"] * 90
        assert {len(of_copy) for of_copy in fields} == {len(fields[0])} != {0}
        first = [(str(field.A.Role), str(field.A.get("/checked", "")), len(field.K)) for field in fields[0]]
        assert [role for role, _, marked in first if marked] == ["/tv", "/tv", "/rb", "/tv", "/tv", "/tv", "/tv"]
        assert {(checked, marked) for role, checked, marked in first if role != "/tv"} == {("/on", 1), ("/off", 0)}
    said = in_structure(ninety / "consent-to-print.pdf")
    assert [name for name in said if name in NINETY] == NINETY
    assert said.count(HOSTILE) == 90


def test_viewers_count_the_pages_of_each_copy_as_print_does(ninety: Path) -> None:
    with pikepdf.open(ninety / "consent-to-print.pdf") as pdf:
        labels = [str(page.label) for page in pdf.pages]
        pages = len(labels) // 90
        assert labels == [str(number) for number in range(1, pages + 1)] * 90
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"


def test_each_word_document_has_its_answers(ninety: Path) -> None:
    document = Document(io.BytesIO((ninety / "04-Child-04-O-Dŵr.docx").read_bytes()))
    text = "".join(str(node.text) for node in document.element.iter() if node.tag.endswith("}t"))
    for answer in ("Child 04 O'Dŵr", HOSTILE, "4 March 2027"):
        assert answer in text


def test_nothing_of_it_is_left_anywhere_else(ninety: Path, handbook: Path) -> None:
    assert names(ninety.parent) == ["people-consent", "people.csv"]
    assert {path.name for path in handbook.iterdir()} == {"mkdocs.yml", "policies"}


def test_letters_come_ready_to_send(handbook: Path, tmp_path: Path) -> None:
    people = spreadsheet(
        tmp_path,
        "parent name;platform;words;paragraph-5",
        'Carer 01 Żółć;facebook;"One line\nand another";',
        ";another site;A picture;no",
    )
    run(handbook, "remove-post", people, "--to", tmp_path / "letters", "--as", "both")
    assert names(tmp_path / "letters") == [
        "01-Carer-01-Żółć.docx", "01-Carer-01-Żółć.pdf", "02.docx", "02.pdf", "remove-post-to-print.pdf",
    ]  # fmt: skip
    assert failures((tmp_path / "letters").glob("*.pdf")) == {}
    text, pictures = in_poppler(tmp_path / "letters" / "remove-post-to-print.pdf")
    assert len(pictures) == 3
    assert pictures[1].getextrema() == (255, 255)
    first, empty, second, _ = text.split("\f")
    assert "Dear Carer 01 Żółć" in first
    assert "One line\nand another" in first
    assert not empty.strip()
    assert "Dear Parent or carer" in second
    assert "You can delete it" not in second
    assert len(in_poppler(tmp_path / "letters" / "02.pdf")[1]) == 1


def test_everything_wrong_with_a_spreadsheet_is_told_and_nothing_written(handbook: Path, tmp_path: Path) -> None:
    people = spreadsheet(tmp_path, "chlid-name,website", "Child 01,maybe", f"{'x' * 99},yes,more")
    output = run(handbook, "consent", people, status=PROBLEMS_FOUND).output
    assert f"{people}:1:1: error: Nothing that is asked for is called “chlid-name”. [unknown-column]" in output
    assert "  Mend it: Write child-name, or delete the column." in output
    assert "    2 | Child 01,maybe\n                 ^^^^^" in output
    assert "Found 3 errors in 1 file." in output
    assert names(tmp_path) == ["people.csv"]


def test_a_file_that_is_far_too_large_is_not_read_to_its_end(handbook: Path, tmp_path: Path) -> None:
    huge = tmp_path / "people.csv"
    with huge.open("wb") as file:
        file.truncate(2**33)  # on a disk where nothing is written, it takes no room
    told = run(handbook, "consent", huge, status=PROBLEMS_FOUND).output
    assert "more than 1024 KiB" in told


def test_a_name_that_has_no_room_in_its_box_is_told(handbook: Path, tmp_path: Path) -> None:
    people = spreadsheet(tmp_path, "child-name", "Child of " + "a very " * 12 + "long name")
    assert "[answer-too-long]" in run(handbook, "consent", people, status=PROBLEMS_FOUND).output


def test_the_head_of_a_spreadsheet_is_printed_for_a_beginning(handbook: Path) -> None:
    result = run(handbook, "remove-post", "--columns")
    assert result.stdout == "letter-date,parent-name,platform,words,parent-address,paragraph-5\n"
    assert "platform: Where the post is (Facebook; X (formerly Twitter); another site)" in result.stderr


@pytest.mark.parametrize("name", ["consnt", "everything"])
def test_only_forms_and_letters_can_be_filled_in(handbook: Path, name: str) -> None:
    output = run(handbook, name, "--columns", status=WRONG_USAGE).output
    assert f"There is no form and no letter called {name}." in output
    assert ("Did you mean consent?" in output) is (name == "consnt")


def test_a_spreadsheet_has_to_be_named(handbook: Path) -> None:
    assert "policywright fill consent --columns > people.csv" in run(handbook, "consent", status=WRONG_USAGE).output


def test_files_that_are_there_are_replaced_only_when_told_to(handbook: Path, tmp_path: Path) -> None:
    people = spreadsheet(tmp_path, "parent-name", "Carer 01")
    run(handbook, "remove-post", people)
    assert "would be overwritten" in run(handbook, "remove-post", people, status=WRONG_USAGE).output
    run(handbook, "remove-post", people, "--overwrite")


def test_answers_are_not_written_where_others_would_see_them_unless_told_to(handbook: Path, tmp_path: Path) -> None:
    people = spreadsheet(tmp_path, "parent-name", "Carer 01")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert "git keeps" in run(handbook, "remove-post", people, status=WRONG_USAGE).output
    target = handbook / "policies" / "letters"
    assert "is published" in run(handbook, "remove-post", people, "--to", target, status=WRONG_USAGE).output
    assert not target.exists()
    run(handbook, "remove-post", people, "--even-in-public")


def test_nothing_is_filled_in_while_the_policies_are_wrong(handbook: Path, tmp_path: Path) -> None:
    spoiled = copytree(handbook, tmp_path / "spoiled")
    form = spoiled / "policies/schools/forms/consent.yml"
    form.write_text(form.read_text(encoding="utf-8").replace("title:", "tittle:", 1), encoding="utf-8")
    people = spreadsheet(tmp_path, "child-name", "Child 01")
    assert "[unknown-key]" in run(spoiled, "consent", people, status=PROBLEMS_FOUND).output
