"""The chart of a decision: nothing is left out, and nothing lies over anything else."""

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from policywright.model.decision import Answer, Decision, Outcome, Question
from policywright.render.chart import Box, Chart, Naming, Piece, chart, charts

NAMES = "abcdef"
LONG = "Does the picture show somebody who has not agreed to it, or whose parent has not?"


def decision(**answers: str) -> Decision:
    """Return a decision from the targets of each question: `a="b x"` leads from question a to b and to outcome x."""
    questions = {name: _question(targets.split()) for name, targets in answers.items()}
    ends = {target for targets in answers.values() for target in targets.split()} - set(questions)
    outcomes = {name: Outcome(title=name, urgent=name == "x") for name in sorted(ends)}
    return Decision(decision="one", title="One", part="schools", start="a", questions=questions, outcomes=outcomes)


def _question(targets: list[str]) -> Question:
    answers = tuple(Answer(id=f"to-{index}", say=f"To {go}, {index}", go=go) for index, go in enumerate(targets))
    return Question(ask="Where to?", answers=answers)


def drawn(one: Decision) -> Chart:
    return chart(one, Naming(title=lambda name: f"{name} {LONG}", number=str.upper, answer=str))


def words(box: Box) -> str:
    return " ".join(box.words.lines)


def test_the_longest_branch_goes_down_and_others_to_the_right() -> None:
    boxes = {words(box)[0]: box for box in drawn(decision(a="x b", b="y c", c="z w")).boxes}
    assert boxes["A"].x == boxes["B"].x == boxes["C"].x
    assert boxes["A"].y < boxes["B"].y < boxes["C"].y
    assert boxes["X"].x > boxes["A"].x


def test_a_question_that_several_answers_lead_to_is_drawn_once_and_then_named() -> None:
    kinds = [(box.kind, words(box)[:16]) for box in drawn(decision(a="b c", b="c y", c="x z")).boxes]
    assert [name for kind, name in kinds if kind == "question"].count(f"C c {LONG}"[:16]) == 1
    assert [name for kind, name in kinds if kind == "elsewhere"] == ["Go to question C"]


def test_answers_that_lead_to_the_same_share_an_arrow() -> None:
    (arrow,) = drawn(decision(a="y y")).arrows
    assert arrow.answers.lines == ("To y, 0", "or: To y, 1")


def test_an_outcome_of_danger_is_marked() -> None:
    assert [box.kind for box in drawn(decision(a="x y")).boxes] == ["question", "urgent", "outcome"]


def _targets(index: int) -> st.SearchStrategy[str]:
    later = [*NAMES[index + 1 :], *"xyz"]
    return st.lists(st.sampled_from(later), min_size=1, max_size=4).map(" ".join)


_DECISIONS = st.fixed_dictionaries({name: _targets(index) for index, name in enumerate(NAMES)}).map(
    lambda answers: decision(**answers)
)


def _apart(one: Box, other: Box) -> bool:
    beside = one.x + one.width < other.x or other.x + other.width < one.x
    return beside or one.y + one.height < other.y or other.y + other.height < one.y


@given(_DECISIONS)
def test_no_box_lies_over_another_and_all_lie_on_the_chart(one: Decision) -> None:
    picture = drawn(one)
    assert all(_apart(first, second) for first, second in combinations(picture.boxes, 2))
    assert all(box.x + box.width < picture.width and box.y + box.height < picture.height for box in picture.boxes)


@given(_DECISIONS)
def test_no_words_of_an_answer_lie_over_a_box(one: Decision) -> None:
    picture = drawn(one)
    for arrow in picture.arrows:
        for y, line in arrow.answers.placed:
            said = Box("elsewhere", arrow.answers.x, y - 13, 8 * len(line), 16, arrow.answers)
            assert all(_apart(said, box) for box in picture.boxes)


@given(_DECISIONS)
def test_every_arrow_ends_at_a_box_and_each_box_but_the_first_has_one(one: Decision) -> None:
    picture = drawn(one)
    ends = [_end(arrow.path) for arrow in picture.arrows]
    tips = [{(box.x - 1, box.middle), (box.x + 28, box.y - 1)} for box in picture.boxes[1:]]
    assert len(ends) == len(tips)
    assert all(any(end in tip for end in ends) for tip in tips)


def _end(path: str) -> tuple[int, int]:
    """Return where an arrow ends that goes across and down."""
    x, y = map(int, re.findall(r"\d+", path.partition("H")[0].partition("V")[0]))
    for direction, length in re.findall(r"([HV])(\d+)", path):
        x, y = (int(length), y) if direction == "H" else (x, int(length))
    return x, y


def test_a_chart_that_fits_is_one_piece() -> None:
    one = decision(a="x b", b="y c", c="z w")
    naming = Naming(title=str, number=str.upper, answer=str)
    assert list(charts(one, naming, lambda _: True)) == [Piece(1, "a", chart(one, naming))]


def test_a_chart_that_does_not_fit_is_split_into_even_parts_that_say_where_they_go_on() -> None:
    one = decision(a="b c x", b="y z", c="d y", d="b z")
    naming = Naming(title=str, number=str.upper, answer=str)
    first, second = charts(one, naming, lambda drawn: len(drawn.boxes) <= 6)
    assert {words(box) for box in first.chart.boxes} == {
        "A a", "B b", "Y y", "Z z", "Go to question C, chart 2", "X x",
    }  # fmt: skip
    assert (second.start, second.comes_from) == ("c", (1,))
    assert {words(box) for box in second.chart.boxes} == {
        "C c", "Y y", "D d", "Go to question B, chart 1", "Z z",
    }  # fmt: skip


def test_a_chart_is_split_no_more_often_than_it_must_be() -> None:
    one = decision(a="x b", b="y c", c="z d", d="x e", e="y f", f="z x")
    naming = Naming(title=str, number=str.upper, answer=str)
    pieces = list(charts(one, naming, lambda drawn: len(drawn.boxes) <= 9))
    assert [(piece.start, len(piece.chart.boxes)) for piece in pieces] == [("a", 7), ("d", 7)]


@given(_DECISIONS)
def test_in_pieces_every_question_is_drawn_once_and_every_outcome_is_there(one: Decision) -> None:
    naming = Naming(title=str, number=str, answer=str)
    boxes = [box for piece in charts(one, naming, lambda drawn: len(drawn.boxes) <= 4) for box in piece.chart.boxes]
    whole = chart(one, naming).boxes
    drawn_questions = sorted(words(box) for box in boxes if box.kind == "question")
    assert drawn_questions == sorted(words(box) for box in whole if box.kind == "question")
    assert {words(box) for box in boxes if box.kind == "outcome"} == {
        words(box) for box in whole if box.kind == "outcome"
    }


@given(_DECISIONS)
def test_whatever_a_chart_names_elsewhere_is_drawn_where_it_says(one: Decision) -> None:
    naming = Naming(title=str, number=str, answer=str)
    pieces = list(charts(one, naming, lambda drawn: len(drawn.boxes) <= 4))
    drawn_on = {
        words(box).split()[0]: piece.number for piece in pieces for box in piece.chart.boxes if box.kind == "question"
    }
    for piece in pieces:
        for box in (box for box in piece.chart.boxes if box.kind == "elsewhere"):
            told = re.fullmatch(r"Go to question (\w+)(?:, chart (\d+))?", words(box))
            assert told
            assert drawn_on[told[1]] == int(told[2] or piece.number)
