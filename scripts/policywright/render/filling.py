"""What the answers in a spreadsheet become: the contents of fields and content controls, and letters ready to send."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.questions import part_of_letter
from policywright.model.letter import Blank, Letter, Paragraph
from policywright.model.spreadsheet import Answers
from policywright.render.field_names import box, state
from policywright.render.page import PrintDocument
from policywright.render.print_edition import Editions
from policywright.render.print_medium import PrintMedium
from policywright.render.templates import Setting, day


def in_fields(answers: Answers, choices: frozenset[str]) -> dict[str, str]:
    """Return what stands in the fields of a form's PDF; `choices` are the questions with one answer to choose."""
    fields: dict[str, str] = {}
    for name, answer in answers.items():
        match answer:
            case datetime.date():
                parts = {"day": answer.day, "month": answer.month, "year": answer.year}
                fields |= {f"{name}_{part}": str(number) for part, number in parts.items()}
            case tuple():
                fields |= {box(name, option): "yes" for option in answer}
            case _:
                fields[name] = state(answer) if name in choices else answer
    return fields


def in_controls(answers: Answers, letter: Letter | None) -> dict[str, str | tuple[str, ...]]:
    """Return what goes into the content controls of a Word document, of a letter or else of a form."""
    controls: dict[str, str | tuple[str, ...]] = {
        name: day(answer) if isinstance(answer, datetime.date) else answer for name, answer in answers.items()
    }
    if letter is None:
        return controls
    for blank in letter.blanks:
        if blank.if_empty:
            controls.setdefault(blank.id, blank.if_empty)
    for number, paragraph in enumerate(letter.body, start=1):
        stands = _stands(letter, paragraph, answers)
        if stands is not None and (paragraph.show_if or paragraph.optional):
            controls[f"_paragraph-{number}"] = "yes" if stands else "no"
    return controls | {"_guide": "no"}


def copy_anchor(number: int) -> str:
    """Return where a copy begins, counted from 1; no identifier begins with an underscore."""
    return f"_copy-{number}"


def letters(linked: LinkedHandbook, letter: Letter, rows: Sequence[Answers]) -> PrintDocument:
    """Return a letter for each row, in one document; each begins on the front of a sheet."""
    bodies = [_letter(linked, letter, answers) for answers in rows]
    edition = Editions(linked).alone(letter)
    html = Setting(linked, FilledMedium(), letter).fill(
        "print/filled-letters.html", edition=edition, bodies=bodies, copy_anchor=copy_anchor
    )
    return PrintDocument(letter.id, edition.file_title, str(html), bound=True, properties=edition.properties)


def _letter(linked: LinkedHandbook, letter: Letter, answers: Answers) -> Markup:
    standing = [(paragraph, _stands(letter, paragraph, answers)) for paragraph in letter.body]
    return Setting(linked, FilledMedium(answers=answers), letter).fill(
        "print/filled-letter.html",
        document=letter,
        paragraphs=[
            Standing(paragraph, settled=stands is True) for paragraph, stands in standing if stands is not False
        ],
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """A paragraph that stands in a letter; where it is not `settled`, whoever sends it decides by hand."""

    paragraph: Paragraph
    settled: bool


def _stands(letter: Letter, paragraph: Paragraph, answers: Answers) -> bool | None:
    """Return whether a paragraph stands in a letter; None where nobody has chosen what it hangs on."""
    if paragraph.optional and answers.get(part_of_letter(letter, paragraph)) == "no":
        return False
    if paragraph.show_if is None:
        return True
    chosen = answers.get(paragraph.show_if.blank)
    return None if chosen is None else chosen == paragraph.show_if.is_


@dataclass(frozen=True)
class FilledMedium(PrintMedium):
    """Paper that goes to whoever gets the letter: the blanks are filled in, and nothing leads anywhere."""

    answers: Answers = field(default_factory=dict)

    def href(self, target: Target) -> None:
        """Return nothing: the handbook is not in the envelope."""

    def blank(self, label: str, asked: Blank | None) -> Markup:
        """Return what was answered; a ruled blank where nothing was."""
        answer = self.answers.get(asked.id) or asked.if_empty if asked else None
        match answer:
            case None | tuple():
                return super().blank(label, asked)
            case datetime.date():
                return escape(day(answer))
            case _:
                return Markup("<br>").join(answer.split("\n"))
