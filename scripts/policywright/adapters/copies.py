"""Copies of a form or a letter, one for each row of a spreadsheet: as PDF, as Word, and all in one for the printer."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol
from unicodedata import normalize

from policywright import pipeline
from policywright.adapters import word
from policywright.adapters.binding import typeset
from policywright.adapters.filling import FillableForm
from policywright.adapters.typesetting import typeset_copies
from policywright.checks.spreadsheet import AnyPaper, Paper
from policywright.linking.questions import Question, questions
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.model.spreadsheet import Answers
from policywright.pipeline import Examined
from policywright.render.filling import copy_anchor, in_controls, in_fields

_LONGEST_NAME = 40


class Copies(Protocol):
    """Makes copies of one document."""

    @property
    def paper(self) -> Paper:
        """What its boxes hold."""

    def pdfs(self, rows: Sequence[Answers]) -> tuple[bytes, Sequence[bytes]]:
        """Return one PDF of all copies for the printer, and one of each."""


@dataclass(frozen=True)
class FormCopies:
    """Copies of a form: for the printer with the answers set in type, and one by one still to be filled in."""

    examined: Examined
    form: Form

    @cached_property
    def paper(self) -> FillableForm:
        """The blank form."""
        with tempfile.TemporaryDirectory() as folder:
            blank = Path(folder) / "blank.pdf"
            typeset(pipeline.print_document(self.examined, self.form), blank)
            return FillableForm(blank.read_bytes())

    def pdfs(self, rows: Sequence[Answers]) -> tuple[bytes, Sequence[bytes]]:
        """Return one PDF of all copies for the printer, and one of each."""
        asked = questions(self.examined.linked, self.form)
        choices = frozenset(question.name for question in asked if question.kind == "one-of")
        filled_in = [in_fields(answers, choices) for answers in rows]
        return self.paper.printed(filled_in), [self.paper.filled(fields) for fields in filled_in]


@dataclass(frozen=True)
class LetterCopies:
    """Copies of a letter, as they are sent."""

    examined: Examined
    letter: Letter

    @property
    def paper(self) -> AnyPaper:
        """Paper on which every line is set anew."""
        return AnyPaper()

    def pdfs(self, rows: Sequence[Answers]) -> tuple[bytes, Sequence[bytes]]:
        """Return one PDF of all copies for the printer, and one of each."""
        starts = [copy_anchor(number) for number in range(1, len(rows) + 1)]
        return typeset_copies(pipeline.letters(self.examined, self.letter, rows), starts)


def copies_of(examined: Examined, document: Form | Letter) -> Copies:
    """Return what makes copies of a form or a letter."""
    return FormCopies(examined, document) if isinstance(document, Form) else LetterCopies(examined, document)


def word_documents(examined: Examined, document: Form | Letter, rows: Sequence[Answers]) -> Iterator[bytes]:
    """Yield a Word document for each row, which can be changed further."""
    blank = next(written for written in pipeline.word_documents(examined) if written.name == document.id)
    file = word.write(blank)
    letter = document if isinstance(document, Letter) else None
    return (word.fill(file, in_controls(answers, letter)) for answers in rows)


def names(asked: Sequence[Question], rows: Sequence[Answers]) -> list[str]:
    """Return a name for the files of each row: its number, and the person that tells it best from the other rows."""
    width = max(2, len(str(len(rows))))
    persons = [question.name for question in asked if question.is_name]
    persons.sort(key=lambda name: len({answers.get(name) for answers in rows}), reverse=True)
    return [f"{number:0{width}}{_person(persons, answers)}" for number, answers in enumerate(rows, start=1)]


def _person(names_of_persons: Sequence[str], answers: Answers) -> str:
    """Return the first name among the answers in the letters that a file's name may have everywhere."""
    named = next((str(answers[name]) for name in names_of_persons if name in answers), "")
    safe = re.sub(r"[\W_]+", "-", normalize("NFC", named))[:_LONGEST_NAME].strip("-")
    return f"-{safe}" if safe else ""
