"""The room that the handbook's own forms and letters have for what is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from tests.adapters.test_fillable import REAL, fields, read, widgets_of

from policywright.adapters.binding import typeset
from policywright.adapters.filling import FillableForm
from policywright.model.form import Form
from policywright.model.letter import Letter

if TYPE_CHECKING:
    from pathlib import Path

IN_CAPITALS = "DŴR YSGOL GŁÓWNA HILLCREST SCHOOL, THE NOTICE BOARD BY THE NORTH ENTRANCE, "
LONGEST_DATES = {"day": "28", "month": "12", "year": "2028"}


@pytest.mark.parametrize("name", sorted(name for name, document in read(REAL)[0].items() if isinstance(document, Form)))
def test_the_longest_answer_to_each_question_of_the_handbook_fits_its_box(name: str, tmp_path: Path) -> None:
    typeset(read(REAL)[1][name], tmp_path / "form.pdf")
    with pikepdf.open(tmp_path / "form.pdf") as pdf:
        longest = {field: int(found.MaxLen) for field, found in fields(pdf).items() if "/MaxLen" in found}
    places = FillableForm((tmp_path / "form.pdf").read_bytes()).places
    for field, length in longest.items():
        answer = LONGEST_DATES.get(field.rpartition("_")[2]) or (IN_CAPITALS * 3)[:length]
        assert places[field][0].holds(answer), field


@pytest.fixture(scope="module", params=sorted(one.id for one in read(REAL)[0].values() if isinstance(one, Letter)))
def letter_pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the PDF of each of the handbook's letters."""
    file = tmp_path_factory.mktemp("letters") / f"{request.param}.pdf"
    typeset(read(REAL)[1][file.stem], file)
    return file


def test_the_longest_choice_and_the_longest_date_fit_each_blank_of_the_handbooks_letters(letter_pdf: Path) -> None:
    letter = read(REAL)[0][letter_pdf.stem]
    assert isinstance(letter, Letter)
    places = FillableForm(letter_pdf.read_bytes()).places
    for blank in letter.blanks:
        answers = blank.pick or (["30 September 2028"] if blank.type == "date" else ["Child 01 of Ŵyth Żółte"])
        assert all(place.holds(answer) for place in places.get(blank.id, ()) for answer in answers), blank.id


def test_a_blank_letter_of_the_handbook_has_one_sheet(letter_pdf: Path) -> None:
    with pikepdf.open(letter_pdf) as pdf:
        *guide, sheet = pdf.pages
        assert widgets_of(sheet)
        assert not any(widgets_of(page) for page in guide)
