"""The answers in a spreadsheet, matched to the questions of a form or a letter, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from policywright.checks.answer_values import READ, NoAnswer, plain
from policywright.checks.suggestion import closest
from policywright.diagnostics import Diagnostic, Rule
from policywright.linking.questions import Question
from policywright.model.spreadsheet import Answer, Answers, Cell, Row, Spreadsheet


class UnknownColumn(Rule):
    """A column of a spreadsheet is for nothing that the form or letter asks for.

    Why it matters: its answers would be left out, and nobody would see that they are.

    Mend it by naming the column as `policywright fill NAME --columns` tells, or by deleting it. What is signed has no
    column, since it is signed by hand.
    """

    name = "unknown-column"
    code = "S05"


class RepeatedColumn(Rule):
    """Two columns of a spreadsheet are for the same question.

    Why it matters: nobody could tell which of two answers is meant. A column may bear the name of a question or its
    label, so the two may look different.

    Mend it by deleting one of them.
    """

    name = "repeated-column"
    code = "S06"


class WrongAnswer(Rule):
    """An answer in a spreadsheet is none that the question takes, such as a date that is none.

    Why it matters: a box that is not on the form cannot be ticked, and 31 February comes out as nothing.

    Mend it by writing yes or no, one of the answers of the form, a whole number, or a date with day, month and year,
    such as `4/3/2027` for 4 March.
    """

    name = "wrong-answer"
    code = "S07"


class AnswerTooLong(Rule):
    """An answer in a spreadsheet has no room in its box on paper.

    Why it matters: its end would be cut off in print.

    Mend it by shortening it.
    """

    name = "answer-too-long"
    code = "S08"


class UnknownLetter(Rule):
    """An answer in a spreadsheet has a character that the fonts of forms do not have.

    Why it matters: an empty box would stand in its place. The fonts have the letters of English, Welsh, Polish and the
    other languages of Europe that are written in Latin letters.

    Mend it by writing it in these letters.
    """

    name = "unknown-letter"
    code = "S09"


FAULTS: tuple[type[Rule], ...] = (UnknownColumn, RepeatedColumn, WrongAnswer, AnswerTooLong, UnknownLetter)
"""Every fault that the answers in a spreadsheet can have."""


class Paper(Protocol):
    """What can stand in the boxes of a printed form."""

    def holds(self, name: str, words: str) -> bool:
        """Return whether words fit the box of a question."""

    def lacks(self, name: str, words: str) -> str:
        """Return the characters of words that the font of the box does not have."""


class AnyPaper:
    """Paper with room for everything, as letters have it, whose lines are set anew for each."""

    def holds(self, name: str, words: str) -> bool:  # noqa: ARG002  the same for all
        """Say yes."""
        return True

    def lacks(self, name: str, words: str) -> str:  # noqa: ARG002  the same for all
        """Lack nothing."""
        return ""


@dataclass(frozen=True)
class _Column:
    place: int
    question: Question


def answers(
    spreadsheet: Spreadsheet, questions: Sequence[Question], paper: Paper, signed: frozenset[str] = frozenset()
) -> tuple[tuple[Answers, ...], tuple[Diagnostic, ...]]:
    """Return the answers of each row, and everything that is wrong with them.

    A column is for the question whose name or label it bears, where capitals and spaces make no difference. `signed`
    are the names of what is signed by hand, for which there can be no column.
    """
    matching = _Matching(spreadsheet, questions, signed)
    columns = tuple(matching.columns())
    reading = _Reading(spreadsheet, paper)
    rows = tuple(dict(reading.row(row, columns)) for row in spreadsheet.rows)
    return rows, tuple(sorted((*matching.faults, *reading.faults), key=lambda fault: fault.order))


class _Matching:
    """Matches the columns of a spreadsheet to questions, and notes what is wrong with its head."""

    def __init__(self, spreadsheet: Spreadsheet, questions: Sequence[Question], signed: frozenset[str]) -> None:
        self._spreadsheet = spreadsheet
        self._questions = questions
        self._signed = {plain(name) for name in signed}
        self.faults: list[Diagnostic] = []

    def columns(self) -> Iterator[_Column]:
        """Yield the columns that are for a question."""
        first: dict[str, Cell] = {}
        for place, cell in enumerate(self._spreadsheet.head):
            question = self._question(place, cell)
            if question and question.name in first:
                self._tell(RepeatedColumn, cell, f"This column is for “{question.name}” too.", "Keep one of the two.")
            elif question:
                first[question.name] = cell
                yield _Column(place, question)

    def _question(self, place: int, cell: Cell) -> Question | None:
        if not cell.text:
            self._nameless(place, cell)
            return None
        written = plain(cell.text)
        found = [question for question in self._questions if plain(question.name) == written]
        found = found or [question for question in self._questions if plain(question.label) == written]
        if len(found) == 1:
            return found[0]
        self._unknown(cell, found)
        return None

    def _nameless(self, place: int, cell: Cell) -> None:
        if any(len(row) > place and row[place].text for row in self._spreadsheet.rows):
            self._tell(UnknownColumn, cell, "This column has answers and no name.", "Name it, or delete it.")

    def _unknown(self, cell: Cell, found: Sequence[Question]) -> None:
        if found:
            names = ", ".join(question.name for question in found)
            self._tell(UnknownColumn, cell, f"“{cell.text}” is asked several times.", f"Write one of: {names}.")
        elif plain(cell.text) in self._signed:
            self._tell(UnknownColumn, cell, f"“{cell.text}” is signed by hand.", "Delete the column.")
        else:
            near = closest(cell.text, [name for one in self._questions for name in (one.name, one.label)])
            help_ = f"Write {near}, or delete the column." if near else "Delete the column, or see --columns for all."
            self._tell(UnknownColumn, cell, f"Nothing that is asked for is called “{cell.text}”.", help_)

    def _tell(self, rule: type[Rule], cell: Cell, message: str, help: str) -> None:  # noqa: A002
        location = self._spreadsheet.source.locate(cell.start, max(cell.end, cell.start + 1))
        self.faults.append(rule.found(message, location, help))


class _Reading:
    """Reads the cells of a spreadsheet as answers, and notes what is wrong with them."""

    def __init__(self, spreadsheet: Spreadsheet, paper: Paper) -> None:
        self._spreadsheet = spreadsheet
        self._paper = paper
        self.faults: list[Diagnostic] = []

    def row(self, row: Row, columns: Sequence[_Column]) -> Iterator[tuple[str, Answer]]:
        """Yield the answers in a row, with the names of their questions."""
        for column in columns:
            cell = row[column.place] if column.place < len(row) else None
            if cell and cell.text:
                answer = self._answer(cell, column.question)
                if answer is not None:
                    yield column.question.name, answer

    def _answer(self, cell: Cell, question: Question) -> Answer | None:
        try:
            answer = READ[question.kind](cell.text, question)
        except NoAnswer as refusal:
            self._tell(WrongAnswer, cell, refusal.message, refusal.help)
            return None
        if isinstance(answer, str) and question.kind not in {"yes-no", "one-of"}:
            self._measure(cell, question, answer)
        return answer

    def _measure(self, cell: Cell, question: Question, answer: str) -> None:
        """See whether an answer can be printed where it belongs."""
        lacking = self._paper.lacks(question.name, answer)
        if question.longest and len(answer) > question.longest:
            message = f"This answer to “{question.label}” has {len(answer)} characters; it may have {question.longest}."
            self._tell(AnswerTooLong, cell, message, "Shorten it.")
        elif lacking:
            message = f"The fonts of print have no letter for {', '.join(f'“{letter}”' for letter in lacking)}."
            self._tell(UnknownLetter, cell, message, "Write it in other letters.")
        elif not self._paper.holds(question.name, answer):
            message = f"This answer is longer than the box of “{question.label}” on paper."
            self._tell(AnswerTooLong, cell, message, "Shorten it.")

    def _tell(self, rule: type[Rule], cell: Cell, message: str, help: str) -> None:  # noqa: A002
        self.faults.append(rule.found(message, self._spreadsheet.source.locate(cell.start, cell.end), help))
