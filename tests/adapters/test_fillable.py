from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pymupdf
import pypdfium2
import pytest
from pypdfium2 import raw as pdfium
from tests.readers import READERS
from tests.render.school import printed

from policywright import linking, source
from policywright.adapters.binding import typeset
from policywright.adapters.filling import FillableForm
from policywright.model.checklist import Checklist
from policywright.model.form import DateField, Form, PickManyField, SignatureField
from policywright.model.letter import Letter
from policywright.render.print import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from policywright.model.document import Document
    from policywright.render.page import PrintDocument

ROOT = Path(__file__).parent.parent.parent
COMPLETE, REAL = ROOT / "tests/handbooks/complete", ROOT
WELSH_AND_POLISH = "Siân Tŷ Żółć"
FILLED_IN = ["consent", "remove-post", "open-account", "post-found"]
REQUIRED, MULTILINE, RADIO, COMBO, DO_NOT_SCROLL = (1 << bit - 1 for bit in (2, 13, 16, 18, 24))


@cache
def read(folder: Path) -> tuple[dict[str, Document], dict[str, PrintDocument]]:
    """Return the documents of a handbook, and what is printed of them, by name."""
    handbook, _ = source.load(folder)
    on_paper = {document.name: document for document in documents(linking.link(handbook))}
    return {document.id: document for document in handbook.documents}, on_paper


@pytest.fixture(scope="session")
def blanks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the PDF of each form, letter and checklist of the complete handbook."""
    folder = tmp_path_factory.mktemp("blanks")
    for name in FILLED_IN:
        typeset(read(COMPLETE)[1][name], folder / f"{name}.pdf")
    return {name: folder / f"{name}.pdf" for name in FILLED_IN}


def fields(pdf: pikepdf.Pdf) -> dict[str, Any]:
    return {str(field.T): field for field in pdf.Root.AcroForm.Fields}


def widgets_of(page: pikepdf.Page) -> list[Any]:
    return [annotation for annotation in page.get("/Annots", []) if annotation.Subtype == "/Widget"]


def widgets(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from widgets_of(page)


def things_to_fill_in(document: Document) -> Iterator[str]:
    """Yield the name of the field of each thing that a document asks for."""
    match document:
        case Form():
            for section in document.sections:
                for turn in range(1, (section.repeat.at_most if section.repeat else 1) + 1):
                    for field in section.fields:
                        yield from fields_of(field, f"{field.id}{'' if turn == 1 else f'_{turn}'}")
        case Letter():
            written = " ".join([document.subject or "", *(paragraph.text for paragraph in document.body)])
            yield from (blank.id for blank in document.blanks if f"{{{{{blank.id}}}}}" in written)
        case Checklist():
            for item in (item for step in document.steps for item in step.items):
                yield f"{item.id}_done"
                yield from [f"{item.id}_does-not-apply"] if item.may_not_apply else []
            for signer in ("done-by", "signed-off-by") if document.sign_off else ("done-by",):
                yield from (f"{signer}_name", f"{signer}_date")


def fields_of(field: object, name: str) -> Iterator[str]:
    match field:
        case SignatureField():
            return
        case DateField():
            yield from (f"{name}_{part}" for part in ("day", "month", "year"))
        case PickManyField():
            for option in field.options:
                yield f"{name}_{'-'.join(''.join(c if c.isalnum() else ' ' for c in option).split())}"
        case _:
            yield name


@pytest.mark.parametrize("name", FILLED_IN)
def test_each_thing_to_fill_in_has_one_field(blanks: dict[str, Path], name: str) -> None:
    document = read(COMPLETE)[0][name]
    with pikepdf.open(blanks[name]) as pdf:
        assert sorted(str(field.T) for field in pdf.Root.AcroForm.Fields) == sorted(things_to_fill_in(document))
        assert pdf.check_pdf_syntax() == []


def test_each_field_is_called_what_a_reader_sees_around_it(blanks: dict[str, Path]) -> None:
    with pikepdf.open(blanks["consent"]) as pdf:
        found = fields(pdf)
    assert str(found["child-age_2"].TU) == "About the children: Child 2 (if there is one) Age: In whole years: years"
    assert str(found["website"].TU) == (
        "What we may do: May we use photographs on the website? Left blank, this counts as no."
    )
    assert [str(box.TU) for box in found["website"].Kids] == [
        f"What we may do: May we use photographs on the website? {answer}: Left blank, this counts as no."
        for answer in ("Yes", "No")
    ]
    assert (
        str(found["days_Monday-to-Thursday"].TU)
        == "How to reach you: On which days? Monday to Thursday: Tick all that apply."
    )
    assert str(found["signed-on_day"].TU) == "Signature: Date: Day"


def test_the_blank_of_a_letter_is_called_by_its_label_and_the_box_of_an_item_by_what_is_to_be_done(
    blanks: dict[str, Path],
) -> None:
    with pikepdf.open(blanks["remove-post"]) as letter, pikepdf.open(blanks["open-account"]) as checklist:
        assert str(fields(letter)["platform"].TU) == "Where the post is"
        found = fields(checklist)
    assert str(found["purpose_done"].TU) == "Before you ask: Write down what the account is for"
    assert str(found["photographs_does-not-apply"].TU) == (
        "Before you ask: Does not apply to “Collect the consents for photographs”"
    )
    assert str(found["signed-off-by_name"].TU) == "Sign-off: Who signs off: Head teacher: Name"


def test_only_what_everybody_must_answer_is_required(blanks: dict[str, Path]) -> None:
    with pikepdf.open(blanks["consent"]) as pdf:
        required = {name for name, field in fields(pdf).items() if int(field.get("/Ff", 0)) & REQUIRED}
    assert required == {"child-name", "child-age", "signed-on_day", "signed-on_month", "signed-on_year"}


def test_no_single_box_of_several_is_required(tmp_path: Path) -> None:
    typeset(printed()["record"], tmp_path / "record.pdf")
    with pikepdf.open(tmp_path / "record.pdf") as pdf:
        flags = {name: int(field.get("/Ff", 0)) for name, field in fields(pdf).items()}
    assert flags == {"what": REQUIRED | MULTILINE | DO_NOT_SCROLL, "seen_Staff": 0, "seen_Pupils": 0}


def test_the_choices_of_a_question_are_one_field_which_can_stay_unset(blanks: dict[str, Path]) -> None:
    with pikepdf.open(blanks["consent"]) as pdf:
        group = fields(pdf)["reach"]
        assert (group.FT, group.V, int(group.Ff)) == ("/Btn", "/Off", RADIO)
        assert [sorted(box.AP.N.keys()) for box in group.Kids] == [
            ["/Off", "/telephone"],
            ["/Off", "/email"],
            ["/Off", "/a-letter"],
        ]
        assert all("/T" not in box and "/FT" not in box and box.AS == "/Off" for box in group.Kids)


def test_a_blank_that_stands_twice_is_one_field(blanks: dict[str, Path]) -> None:
    with pikepdf.open(blanks["remove-post"]) as pdf:
        platform = fields(pdf)["platform"]
        assert len(platform.Kids) == 2
        assert int(platform.Ff) & COMBO
        assert [str(words) for _, words in platform.Opt] == ["Facebook", "X (formerly Twitter)", "another site"]


def test_answers_of_several_lines_and_of_limited_length_say_so(blanks: dict[str, Path]) -> None:
    with pikepdf.open(blanks["consent"]) as pdf:
        found = fields(pdf)
        assert {name for name, field in found.items() if int(field.get("/Ff", 0)) & MULTILINE} == {
            "limits",
            "school-page",
        }
        lengths = {name: int(field.MaxLen) for name, field in found.items() if "/MaxLen" in field}
    assert lengths.pop("school-page") == 80
    assert lengths.pop("signed-on_year") == 4
    assert set(lengths.values()) == {2, 20}


@pytest.mark.parametrize("name", FILLED_IN)
def test_each_field_stands_in_the_tags_and_is_reached_in_their_order(blanks: dict[str, Path], name: str) -> None:
    with pikepdf.open(blanks[name]) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        owners = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for widget in widgets(pdf):
            owner = owners[int(widget.StructParent)]
            assert owner.S == "/Form"
            reference = owner.K[0] if isinstance(owner.K, pikepdf.Array) else owner.K
            assert reference.Type == "/OBJR"
            assert reference.Obj.objgen == widget.objgen
        assert {page.Tabs for page in pdf.pages if "/Annots" in page} == {"/S"}


def test_the_same_document_gives_the_same_bytes(blanks: dict[str, Path], tmp_path: Path) -> None:
    again = tmp_path / "consent.pdf"
    typeset(read(COMPLETE)[1]["consent"], again)
    assert again.read_bytes() == blanks["consent"].read_bytes()


@pytest.mark.parametrize("name", FILLED_IN)
def test_fields_change_nothing_on_paper(blanks: dict[str, Path], tmp_path: Path, name: str) -> None:
    document, plain = read(COMPLETE)[1][name], tmp_path / "plain.pdf"
    typeset(type(document)(document.name, document.title, document.html), plain)
    fillable = tmp_path / "fillable.pdf"
    fillable.write_bytes(blanks[name].read_bytes())
    for reader in READERS.values():
        assert [page.tobytes() for page in reader(fillable)[1]] == [page.tobytes() for page in reader(plain)[1]]


def test_nothing_in_the_handbook_can_be_filled_in(tmp_path: Path) -> None:
    on_paper = read(COMPLETE)[1]
    typeset(on_paper["everything"], tmp_path / "everything.pdf")
    with pikepdf.open(tmp_path / "everything.pdf") as pdf:
        assert "/AcroForm" not in pdf.Root
    assert not on_paper["handbook"].fillable


def fill_with_ours(blank: Path, answers: dict[str, str], target: Path) -> None:
    target.write_bytes(FillableForm(blank.read_bytes()).filled(answers))


def fill_with_mupdf(blank: Path, answers: dict[str, str], target: Path) -> None:
    with pymupdf.open(blank) as pdf:
        for widget in (widget for page in pdf for widget in page.widgets()):
            answer = answers.get(widget.field_name)
            if answer and (widget.field_type_string not in {"CheckBox", "RadioButton"} or answer == widget.on_state()):
                widget.field_value = answer
                widget.update()
        pdf.save(target)


def fill_with_pdfium(blank: Path, answers: dict[str, str], target: Path) -> None:
    """Click into each field, and type into those that are for it."""
    with pikepdf.open(blank) as read_first:
        places = [list(answered(page, answers)) for page in read_first.pages]
    with pypdfium2.PdfDocument(blank) as pdf:
        pdf.init_forms()
        for page, to_answer in zip(pdf, places, strict=True):
            for answer, x, y in to_answer:
                pdfium.FORM_OnLButtonDown(pdf.formenv, page, 0, x, y)
                pdfium.FORM_OnLButtonUp(pdf.formenv, page, 0, x, y)
                if isinstance(answer, int):
                    pdfium.FORM_SetIndexSelected(pdf.formenv, page, answer, 1)
                else:
                    typed = f"{answer}\0".encode("utf-16-le")
                    characters = (pdfium.FPDF_WCHAR * (len(typed) // 2)).from_buffer_copy(typed)
                    pdfium.FORM_ReplaceSelection(pdf.formenv, page, characters)
                pdfium.FORM_ForceToKillFocus(pdf.formenv)
        pdf.save(target)


def answered(page: pikepdf.Page, answers: dict[str, str]) -> Iterator[tuple[str | int, float, float]]:
    """Yield each answer on a page, or its number among those to choose from, and where to click for it."""
    for widget in widgets_of(page):
        field = widget if "/T" in widget else widget.Parent
        answer = answers.get(str(field.T), "")
        left, bottom, right, top = map(float, widget.Rect)
        at = (left + right) / 2, (bottom + top) / 2
        if "/Opt" in field:
            yield [str(words) for _, words in field.Opt].index(answer), *at
        elif "/Off" not in widget.AP.N:
            yield answer, *at
        elif f"/{answer}" in widget.AP.N:
            yield "", *at


FILLERS = {"Policywright": fill_with_ours, "MuPDF": fill_with_mupdf, "PDFium": fill_with_pdfium}


def answers_to(blank: Path, words: str) -> dict[str, str]:
    """Return an answer to each field: words, a digit in a box for a few of them, or the last that can be chosen."""
    answers, places = {}, FillableForm(blank.read_bytes()).places
    with pikepdf.open(blank) as pdf:
        for name, field in fields(pdf).items():
            boxes = field.get("/Kids", [field])
            if field.FT == "/Btn":
                answers[name] = next(key for key in boxes[-1].AP.N if key != "/Off").lstrip("/")
            elif "/Opt" in field:
                answers[name] = str(field.Opt[-1][1])
            else:
                answers[name] = words if places[name][0].holds(words) and "_year" not in name else "8"
    return answers


def is_marked(picture: Image, page: pikepdf.Page, box: pikepdf.Object) -> bool:
    """Return whether there is ink in the middle of a box."""
    left, bottom, right, top = map(float, box.Rect)
    x, y, height = (left + right) / 2, (bottom + top) / 2, float(page.MediaBox[3])
    middle = picture.crop((int(x - 2), int(height - y - 2), int(x + 3), int(height - y + 3)))
    return min(middle.tobytes()) < 128


@pytest.fixture(scope="session", params=FILLERS)
def filler(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def filled(filler: str, blanks: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return each blank with every field filled in."""
    folder = tmp_path_factory.mktemp(filler)
    # PDFium types in the code pages of the 1990s, which have neither of these languages.
    words = "Sian Jones" if filler == "PDFium" else WELSH_AND_POLISH
    for name, blank in blanks.items():
        FILLERS[filler](blank, answers_to(blank, words), folder / f"{name}.pdf")
    return {name: folder / f"{name}.pdf" for name in blanks}


@pytest.mark.parametrize("name", FILLED_IN)
def test_what_any_program_fills_in_stands_in_the_fields(
    filled: dict[str, Path], blanks: dict[str, Path], filler: str, name: str
) -> None:
    words = "Sian Jones" if filler == "PDFium" else WELSH_AND_POLISH
    with pikepdf.open(filled[name]) as pdf:
        given = {field: str(found.V).lstrip("/") for field, found in fields(pdf).items()}
    assert given == answers_to(blanks[name], words)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", FILLED_IN)
def test_every_program_shows_the_words_that_were_filled_in(
    filled: dict[str, Path], blanks: dict[str, Path], filler: str, name: str, reader: str
) -> None:
    words = "Sian Jones" if filler == "PDFium" else WELSH_AND_POLISH
    answers, form = answers_to(blanks[name], words), FillableForm(blanks[name].read_bytes())
    shown = [answers[field] for field, places in form.places.items() for _ in places]
    blank_text, text = (READERS[reader](pdf[name])[0] for pdf in (blanks, filled))
    for words in {words for words in shown if len(words) > 1}:
        assert text.count(words) - blank_text.count(words) == shown.count(words)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", ["consent", "open-account"])
def test_every_program_shows_the_boxes_that_were_ticked_and_no_others(
    filled: dict[str, Path], name: str, reader: str
) -> None:
    _, pictures = READERS[reader](filled[name])
    with pikepdf.open(filled[name]) as pdf:
        for page, picture in zip(pdf.pages, pictures, strict=True):
            for box in (box for box in widgets_of(page) if "/N" in box.AP and not isinstance(box.AP.N, pikepdf.Stream)):
                assert is_marked(picture, page, box) is (box.AS != "/Off"), str(box.TU)
