"""Forms, checklists, letters and decisions as they lie on paper, measured on their pages in millimetres."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest

from policywright import pipeline, render
from policywright.adapters.binding import typeset
from policywright.checks.check import Circumstances
from policywright.model.letter import Letter
from policywright.model.spreadsheet import Answers

_MILLIMETRE = 72 / 25.4
_BLACK = (0.0, 0.0, 0.0)
FILLED_IN = ["consent", "post-found", "open-account"]
DECISIONS = ["abusive-post", "harmful-post"]
WINDOW = (20, 57, 100, 81)
"""What the window of a DL envelope shows of a sheet folded in three, wherever it slips: left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where something lies on a page, in millimetres from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def lies_in(self, left: float, top: float, right: float, bottom: float) -> bool:
        return self.left >= left and self.top >= top and self.right <= right and self.bottom <= bottom


def drawn_in_black(page: pymupdf.Page) -> list[Box]:
    """Return what borders surround: boxes to tick, boxes for figures, and what stands over a writing line."""
    found = (drawing["rect"] for drawing in page.get_drawings() if drawing["fill"] == _BLACK)
    return [Box(*(edge / _MILLIMETRE for edge in (rect.x0, rect.y0, rect.x1, rect.y1))) for rect in found]


def words(page: pymupdf.Page) -> list[tuple[str, Box]]:
    return [(word[4], Box(*(edge / _MILLIMETRE for edge in word[:4]))) for word in page.get_text("words")]


def boxes_to_tick(page: pymupdf.Page) -> list[Box]:
    return [box for box in drawn_in_black(page) if box.width < 8]


def writing_lines(page: pymupdf.Page) -> list[Box]:
    return [box for box in drawn_in_black(page) if box.width > 25 and box.height < 15]


@pytest.mark.parametrize("name", FILLED_IN)
def test_every_box_to_tick_is_large_enough_for_a_pen(pdfs: dict[str, Path], name: str) -> None:
    with pymupdf.open(pdfs[name]) as pdf:
        boxes = [box for page in pdf for box in boxes_to_tick(page)]
    assert boxes
    assert all(min(box.width, box.height) >= 4.5 for box in boxes)


@pytest.mark.parametrize("name", FILLED_IN)
def test_writing_lines_are_long_and_far_enough_apart_for_a_hand(pdfs: dict[str, Path], name: str) -> None:
    with pymupdf.open(pdfs[name]) as pdf:
        pages = [writing_lines(page) for page in pdf]
    assert all(line.width >= 26 for lines in pages for line in lines)
    assert [gap for lines in pages for gap in gaps(lines) if gap < 8] == []


def gaps(lines: list[Box]) -> Iterator[float]:
    """Yield how far below the line above it each line is that begins at the same place."""
    below = defaultdict[int, list[float]](list)
    for line in lines:
        below[round(line.left)].append(line.bottom)
    for ends in below.values():
        yield from (lower - upper for upper, lower in zip(sorted(ends), sorted(ends)[1:], strict=False))


def test_an_answer_of_several_lines_has_the_width_of_the_page(pdfs: dict[str, Path]) -> None:
    with pikepdf.open(pdfs["consent"]) as form:
        limits = next(one for one in form.Root.AcroForm.Fields if str(one.T) == "limits")
        left, _, right, _ = map(float, limits.Rect)
    assert (right - left) / _MILLIMETRE >= 155


def test_yes_and_no_stand_in_one_column_at_the_end_of_their_questions(pdfs: dict[str, Path]) -> None:
    with pikepdf.open(pdfs["consent"]) as pdf:
        website = next(one for one in pdf.Root.AcroForm.Fields if str(one.T) == "website")
        yes, no = (Box(*(float(edge) / _MILLIMETRE for edge in kid.Rect)) for kid in website.Kids)
    assert yes.left > 140
    assert no.left > yes.right + 10
    assert abs(no.top - yes.top) < 0.1


@pytest.mark.parametrize("name", [*FILLED_IN, *DECISIONS, "remove-post", "role_headteacher", "day-one_schools"])
def test_no_letter_is_smaller_than_seven_points(pdfs: dict[str, Path], name: str) -> None:
    with pymupdf.open(pdfs[name]) as pdf:
        spans = [span for page in pdf for span in spans_of(page)]
    assert spans
    assert [span["text"] for span in spans if span["size"] < 6.95 and span["text"].strip()] == []


def spans_of(page: pymupdf.Page) -> Iterator[dict[str, Any]]:
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            yield from line["spans"]


@pytest.mark.parametrize("name", [*FILLED_IN, *DECISIONS, "remove-post"])
def test_no_page_is_nearly_empty(pdfs: dict[str, Path], name: str) -> None:
    with pymupdf.open(pdfs[name]) as pdf:
        assert [page.number for page in pdf if filled(page) < 25] == []


def filled(page: pymupdf.Page) -> float:
    """Return how far down a page reaches below its head and above its foot, in millimetres."""
    height = page.rect.height / _MILLIMETRE
    ends = [box.bottom for box in [*(box for _, box in words(page)), *drawn_in_black(page)] if box.bottom < height - 20]
    return max(ends, default=0) - 23


def test_the_blank_for_an_address_lies_in_the_window_of_an_envelope(pdfs: dict[str, Path]) -> None:
    with pikepdf.open(pdfs["remove-post"]) as pdf:
        address = next(one for one in pdf.Root.AcroForm.Fields if str(one.T) == "parent-address")
        left, bottom, right, top = (float(edge) / _MILLIMETRE for edge in address.Rect)
        height = float(pdf.pages[-1].MediaBox[3]) / _MILLIMETRE
    assert Box(left, height - top, right, height - bottom).lies_in(WINDOW[0], WINDOW[1] - 1, WINDOW[2], WINDOW[3] + 1)


def meets_window(box: Box) -> bool:
    left, top, right, bottom = WINDOW
    return box.right > left and box.left < right and box.bottom > top and box.top < bottom


def test_an_address_shows_in_the_window_of_an_envelope_and_nothing_else_does(complete: Path, tmp_path: Path) -> None:
    examined = pipeline.examine(complete, Circumstances(date(2026, 11, 21)))
    letter = next(examined.linked.handbook.of_kind(Letter))
    lines = ["Carer 01", "Flat 2", "14 Longhouse Gardens", "Exampleton", "EX1 2AB"]
    answers: Answers = {"parent-address": "\n".join(lines)}
    typeset(render.filled_letters(examined.linked, letter, [answers]), tmp_path / "letter.pdf")
    with pymupdf.open(tmp_path / "letter.pdf") as pdf:
        shown = [word for word, box in words(pdf[0]) if meets_window(box)]
        inside = [word for word, box in words(pdf[0]) if box.lies_in(*WINDOW)]
    assert inside == shown == " ".join(lines).split()


def test_the_subject_stands_in_bold_below_the_greeting(pdfs: dict[str, Path]) -> None:
    with pymupdf.open(pdfs["remove-post"]) as pdf:
        spans = [span for span in spans_of(pdf[-1]) if str(span["text"]).strip()]
    greeting = next(number for number, span in enumerate(spans) if str(span["text"]).startswith("Dear"))
    subject = next(number for number, span in enumerate(spans) if "A post about" in str(span["text"]))
    assert subject > greeting
    assert "Bold" in str(spans[subject]["font"])
