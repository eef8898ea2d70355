from __future__ import annotations

from pathlib import Path

from policywright import linking, source
from policywright.linking.questions import Question, questions, signed_by_hand
from policywright.model.checklist import Checklist
from policywright.model.form import Form
from policywright.model.letter import Letter

LINKED = linking.link(source.load(Path(__file__).parent.parent / "handbooks" / "complete")[0])
FORM = next(LINKED.handbook.of_kind(Form))
LETTER = next(LINKED.handbook.of_kind(Letter))


def test_a_form_asks_for_everything_but_signatures_in_its_order() -> None:
    assert [question.name for question in questions(LINKED, FORM)] == [
        *(f"child-{what}{turn}" for turn in ("", "_2", "_3", "_4") for what in ("name", "age", "class")),
        *("website", "limits", "school-page", "reach", "days", "telephone", "email", "signed-on"),
    ]
    assert signed_by_hand(FORM) == {"signature", "office-signature"}


def test_a_question_knows_which_answers_it_takes() -> None:
    asked = {question.name: question for question in questions(LINKED, FORM)}
    assert asked["child-name"] == Question("child-name", "Name of the child", is_name=True)
    assert asked["child-class_2"] == Question("child-class_2", "Class (child 2)", longest=20)
    assert asked["limits"].several_lines
    assert asked["reach"].options == ("telephone", "email", "a letter")
    kinds = {name: question.kind for name, question in asked.items() if question.kind != "words"}
    assert {name: kind for name, kind in kinds.items() if "_" not in name} == {
        "child-age": "number",
        "website": "yes-no",
        "reach": "one-of",
        "days": "some-of",
        "email": "email",
        "signed-on": "date",
    }


def test_a_letter_asks_for_its_blanks_and_whether_its_optional_paragraphs_stand() -> None:
    assert questions(LINKED, LETTER) == (
        Question("letter-date", "Date of the letter", "date"),
        Question("parent-name", "Name of the parent or carer", is_name=True),
        Question("platform", "Where the post is", "one-of", ("Facebook", "X (formerly Twitter)", "another site")),
        Question("words", "What the post says", several_lines=True),
        Question("parent-address", "Name and address of the parent or carer", several_lines=True),
        Question("paragraph-5", "Keep the paragraph “I would be glad to talk about it…”", "yes-no"),
    )


def test_nothing_else_can_be_answered_in_a_spreadsheet() -> None:
    assert questions(LINKED, next(LINKED.handbook.of_kind(Checklist))) == ()
