"""What a form or a letter asks for, question by question: what a column of a spreadsheet can answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_text import plain_text
from policywright.model.document import Document
from policywright.model.form import AnyField, Form, LongTextField, SignatureField, TextField
from policywright.model.letter import Blank, Letter, Paragraph

Kind = Literal["words", "number", "date", "email", "yes-no", "one-of", "some-of"]

_KINDS: dict[str, Kind] = {
    "number": "number",
    "yes-no": "yes-no",
    "pick-one": "one-of",
    "pick-many": "some-of",
    "date": "date",
    "email": "email",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its name, which no other has, its label, and which answers it takes.

    `options` are the answers to choose from. `longest` is how many characters an answer may have, 0 for any number.
    `is_name` says that the answer is a person's name.
    """

    name: str
    label: str
    kind: Kind = "words"
    options: tuple[str, ...] = ()
    longest: int = 0
    several_lines: bool = False
    is_name: bool = False


def questions(linked: LinkedHandbook, document: Document) -> tuple[Question, ...]:
    """Return what a form or a letter asks for that can be answered in a spreadsheet, in its order.

    A signature cannot. The second turn of what is asked several times has names like `child-name_2`.
    """
    match document:
        case Form():
            return tuple(_of_form(linked, document))
        case Letter():
            return tuple(_of_letter(linked, document))
        case _:
            return ()


def signed_by_hand(document: Document) -> frozenset[str]:
    """Return the names of what a form wants signed."""
    sections = document.sections if isinstance(document, Form) else ()
    return frozenset(field.id for section in sections for field in section.fields if isinstance(field, SignatureField))


def part_of_letter(letter: Letter, paragraph: Paragraph) -> str:
    """Return the name of the question whether an optional paragraph of a letter is kept."""
    return f"paragraph-{letter.body.index(paragraph) + 1}"


def _of_form(linked: LinkedHandbook, form: Form) -> Iterator[Question]:
    for section in form.sections:
        turns = section.repeat.at_most if section.repeat else 1
        for turn in range(1, turns + 1):
            mark = "" if turn == 1 else f"_{turn}"
            of_turn = f" ({section.repeat.each} {turn})" if section.repeat and turn > 1 else ""
            for field in section.fields:
                if not isinstance(field, SignatureField):
                    yield _of_field(field, f"{field.id}{mark}", f"{linked.target_of(field).title}{of_turn}")


def _of_field(field: AnyField, name: str, label: str) -> Question:
    return Question(
        name,
        label,
        _KINDS.get(field.type, "words"),
        options=getattr(field, "options", ()),
        longest=field.longest if isinstance(field, TextField) else 0,
        several_lines=isinstance(field, LongTextField),
        is_name=field.type == "name",
    )


def _of_letter(linked: LinkedHandbook, letter: Letter) -> Iterator[Question]:
    yield from (_of_blank(linked, blank) for blank in letter.blanks)
    words = plain_text(linked.handbook)
    for paragraph in letter.body:
        if paragraph.optional:
            label = f"Keep the paragraph “{words.opening(paragraph.text)}”"
            yield Question(part_of_letter(letter, paragraph), label, "yes-no")


def _of_blank(linked: LinkedHandbook, blank: Blank) -> Question:
    return Question(
        blank.id,
        linked.target_of(blank).title,
        "one-of" if blank.pick else "date" if blank.type == "date" else "words",
        options=blank.pick,
        several_lines=blank.lines > 1,
        is_name="name" in blank.id,
    )
