from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from policywright import linking, source
from policywright.checks.spreadsheet import AnyPaper, answers
from policywright.linking.questions import questions, signed_by_hand
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.model.spreadsheet import Answer, Answers
from policywright.source.spreadsheet import read

LINKED = linking.link(source.load(Path(__file__).parent.parent / "handbooks" / "complete")[0])
FORM = next(LINKED.handbook.of_kind(Form))
LETTER = next(LINKED.handbook.of_kind(Letter))


class NarrowPaper:
    """Paper whose boxes hold ten letters, of which none is Chinese."""

    def holds(self, name: str, words: str) -> bool:  # noqa: ARG002
        return len(words) <= 10

    def lacks(self, name: str, words: str) -> str:  # noqa: ARG002
        return "".join(letter for letter in words if letter > "\u3000")


def answered(text: str, document: Form | Letter = FORM) -> tuple[Answers, ...]:
    """Return the answers in a spreadsheet that must have no fault."""
    rows, faults = answers(read("people.csv", text.encode())[0], questions(LINKED, document), AnyPaper())
    assert faults == ()
    return rows


def faults(text: str) -> list[tuple[str, str, str, str]]:
    """Return what is wrong with a spreadsheet: the rule, the place, the message and the remedy."""
    asked, signed = questions(LINKED, FORM), signed_by_hand(FORM)
    found = answers(read("people.csv", text.encode())[0], asked, NarrowPaper(), signed)[1]
    return [(fault.name, str(fault.location), fault.message, fault.help) for fault in found]


@pytest.mark.parametrize("head", ["child-name", "Child Name", "CHILD_NAME", "Name of the child", "name of the child "])
def test_a_column_bears_the_name_of_its_question_or_its_label(head: str) -> None:
    assert answered(f"{head}\nChild 01\n") == ({"child-name": "Child 01"},)


@pytest.mark.parametrize("head", ["child-name_2", "child name 2", "Name of the child (child 2)"])
def test_what_is_asked_several_times_has_a_column_for_each_time(head: str) -> None:
    assert answered(f"{head}\nChild 02\n") == ({"child-name_2": "Child 02"},)


@pytest.mark.parametrize(
    ("column", "written", "answer"),
    [
        ("child-age", "7", "7"),
        ("website", "Yes", "yes"),
        ("website", "TRUE", "yes"),
        ("website", "x", "yes"),
        ("website", "n", "no"),
        ("reach", "A Letter", "a letter"),
        ("days", "Monday to Thursday", ("Monday to Thursday",)),
        (
            "days",
            '"Friday, but not after noon; monday to thursday"',
            ("Monday to Thursday", "Friday, but not after noon"),
        ),
        ("signed-on", "4/3/2027", datetime.date(2027, 3, 4)),
        ("signed-on", "04.03.2027", datetime.date(2027, 3, 4)),
        ("signed-on", "2027-03-04", datetime.date(2027, 3, 4)),
        ("signed-on", "4 March 2027", datetime.date(2027, 3, 4)),
        ("signed-on", "4-Mar-2027", datetime.date(2027, 3, 4)),
        ("email", "office@school.example", "office@school.example"),
        ("child-name", '"Child\n01"', "Child 01"),
        ("limits", '"No face\nNo name"', "No face\nNo name"),
        ("child-name", "=cmd() <b>", "=cmd() <b>"),
    ],
)
def test_an_answer_may_be_written_as_people_write_it(column: str, written: str, answer: Answer) -> None:
    assert answered(f"{column}\n{written}\n") == ({column: answer},)


def test_what_is_left_empty_is_not_answered() -> None:
    assert answered("child-name,website\nChild 01,\nChild 02\n,no\n") == (
        {"child-name": "Child 01"},
        {"child-name": "Child 02"},
        {"website": "no"},
    )


def test_the_blanks_of_a_letter_and_whether_its_optional_paragraphs_stand_are_columns_too() -> None:
    head = "Name of the parent or carer;platform;paragraph-5"
    assert answered(f"{head}\nCarer 01;facebook;no\n", LETTER) == (
        {"parent-name": "Carer 01", "platform": "Facebook", "paragraph-5": "no"},
    )


def test_a_column_for_nothing_is_refused_with_the_nearest_name() -> None:
    assert faults("chlid-name\nx\n") == [
        (
            "unknown-column",
            "people.csv:1:1",
            "Nothing that is asked for is called “chlid-name”.",
            "Write child-name, or delete the column.",
        )
    ]


def test_a_column_for_a_signature_is_refused_since_it_is_given_by_hand() -> None:
    assert faults("child-name,signature\nx,y\n") == [
        ("unknown-column", "people.csv:1:12", "“signature” is signed by hand.", "Delete the column.")
    ]


def test_two_columns_for_one_question_are_refused() -> None:
    assert [fault[:3] for fault in faults("child-name,Name of the child\nx,y\n")] == [
        ("repeated-column", "people.csv:1:12", "This column is for “child-name” too.")
    ]


def test_a_column_with_answers_needs_a_name_and_one_without_does_not() -> None:
    assert [fault[:3] for fault in faults("child-name,,\nx,,y\n")] == [
        ("unknown-column", "people.csv:1:13", "This column has answers and no name.")
    ]


@pytest.mark.parametrize(
    ("column", "written", "message", "help_"),
    [
        ("website", "maybe", "“maybe” is neither yes nor no", "Write yes or no."),
        ("child-age", "seven", "“seven” is no whole number", "Write it in digits."),
        ("signed-on", "31/2/2027", "“31/2/2027” is no date", "Write it with day, month and year"),
        ("signed-on", "4 Mach 2027", "“4 Mach 2027” is no date", "Write it with day, month and year"),
        ("signed-on", "soon", "“soon” is no date", "Write it with day, month and year"),
        ("reach", "telefone", "“telefone” is none of the answers to “How may we reach you?”", "Write telephone."),
        ("reach", "pigeon", "“pigeon” is none of the answers", "Write one of: telephone; email; a letter."),
        ("days", "Monday to Thursday; Sunday", "“Sunday” is none of the answers to “On which days?”", "Write"),
        ("email", "office", "“office” is no address for email", "Write it like office@example.org."),
    ],
)
def test_an_answer_that_a_question_does_not_take_is_refused(
    column: str, written: str, message: str, help_: str
) -> None:
    ((rule, place, told, remedy),) = faults(f"{column}\n{written}\n")
    assert (rule, place) == ("wrong-answer", "people.csv:2:1")
    assert told.startswith(message)
    assert remedy.startswith(help_)


def test_an_answer_without_room_on_paper_is_refused() -> None:
    assert [fault[:3] for fault in faults("child-name,child-class\nChild 01 Ŵyn Żółć,a class of twenty-two\n")] == [
        ("answer-too-long", "people.csv:2:1", "This answer is longer than the box of “Name of the child” on paper."),
        ("answer-too-long", "people.csv:2:19", "This answer to “Class” has 21 characters; it may have 20."),
    ]


def test_a_letter_that_cannot_be_printed_is_refused() -> None:
    assert [fault[:3] for fault in faults("child-name\nChild 漢\n")] == [
        ("unknown-letter", "people.csv:2:1", "The fonts of print have no letter for “漢”.")
    ]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    text = "chlid-name,website,child-age\nx,maybe,7\ny,no,seven\n"
    assert [fault[1] for fault in faults(text)] == ["people.csv:1:1", "people.csv:2:3", "people.csv:3:6"]
