import pytest
from tests.checks.over_minimal import found
from tests.checks.told_by import told_by

CHECK = "path-mismatch"
FILE = "policies/schools/lost.yml"
TREE = """\
decision: lost
title: A telephone is lost
part: schools
start: pictures
questions:
  pictures:
    ask: Are there pictures of pupils on it?
    answers:
      - id: some
        say: Yes
        go: headteacher
      - id: none
        say: No
        go: locked
  locked:
    ask: Is it locked?
    answers:
      - id: is-locked
        say: Yes
        go: office
      - id: not-locked
        say: No
        go: headteacher
outcomes:
  headteacher:
    title: Tell the head teacher
    text: The head teacher decides.
  office:
    title: Tell the office
    text: The office blocks the number.
"""
LINES = ("some -> headteacher", "none, is-locked -> office", "none, not-locked -> headteacher")


def told(*lines: str) -> list[str]:
    paths = "".join(f"  - {line}\n" for line in lines)
    return told_by(CHECK, {FILE: f"{TREE}paths:\n{paths}" if lines else TREE})


def test_lines_that_say_what_the_tree_does_pass_in_any_order() -> None:
    assert told(*LINES) == []
    assert told(*reversed(LINES)) == []


def test_answers_may_be_parted_by_arrows_too() -> None:
    assert told(LINES[0], "none -> is-locked -> office", LINES[2]) == []


def test_a_tree_without_lines_gets_them_all_to_paste() -> None:
    assert told() == [
        (
            "5:1 3 paths of the decision are not written under paths:. Add at the end of the file:\npaths:\n"
            "  - some -> headteacher\n  - none, is-locked -> office\n  - none, not-locked -> headteacher"
        )
    ]


def test_a_single_question_needs_no_lines() -> None:
    single = TREE[: TREE.index("      - id: none")] + TREE[TREE.index("outcomes:") : TREE.index("  office:")]
    assert told_by(CHECK, {FILE: single}) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            LINES[:2],
            (
                "31:1 A path of the decision is not written under paths:. "
                "Add under paths:\n  - none, not-locked -> headteacher"
            ),
        ),
        (
            (LINES[0], "none, is-locked -> headteacher", LINES[2]),
            (
                "33:5 The answer “is-locked” to “locked” leads to “office”, not to this outcome. "
                "Write none, is-locked -> office, or mend where the answers lead."
            ),
        ),
        (
            (LINES[0], "none, is-loked -> office", LINES[2]),
            (
                "33:5 The question “locked” has no answer “is-loked”. "
                "Write none, is-locked -> office, or mend where the answers lead."
            ),
        ),
        (
            ("some, is-locked -> headteacher", *LINES),
            "32:5 The answer “some” leads to the outcome “headteacher”, where the path ends. Take the line out.",
        ),
        (
            (LINES[0], "none -> office"),
            (
                "33:5 The answer “none” leads on to the question “locked”, not to an outcome. "
                "If the answers lead where you mean, write:\n"
                "  - none, is-locked -> office\n  - none, not-locked -> headteacher"
            ),
        ),
        (
            ("some headteacher", *LINES[1:]),
            (
                "32:5 This is no path: a path is its answers, an arrow and its outcome. "
                "Write some -> headteacher, or mend where the answers lead."
            ),
        ),
        (
            (*LINES, LINES[0]),
            "35:5 The path “some” is written before. Take the line out.",
        ),
        (
            (LINES[0], "nothing, is-locked -> office", "nothing, not-locked -> headteacher"),
            (
                "33:5 The question “pictures” has no answer “nothing”. If the answers lead where you mean, write:\n"
                "  - none, is-locked -> office\n  - none, not-locked -> headteacher"
            ),
        ),
    ],
    ids=["missing", "other outcome", "mistyped", "too long", "too short", "unreadable", "twice", "one cause"],
)
def test_one_cause_is_told_once_with_what_to_write(lines: tuple[str, ...], expected: str) -> None:
    assert told(*lines) == [expected]


def test_a_tree_that_does_not_hold_together_is_not_compared() -> None:
    broken = TREE.replace("go: office", "go: ofice")
    assert told_by(CHECK, {FILE: broken}) == []


def test_more_paths_than_anybody_reads_are_not_asked_for() -> None:
    answers = "".join(f"      - id: {name}\n        say: {name}\n        go: NEXT\n" for name in "abc")
    names = [f"q{number}" for number in range(7)]
    questions = "".join(
        f"  {name}:\n    ask: Which?\n    answers:\n{answers.replace('NEXT', after)}"
        for name, after in zip(names, [*names[1:], "end"], strict=True)
    )
    tree = f"decision: wide\ntitle: Wide\npart: schools\nstart: q0\nquestions:\n{questions}"
    assert (
        told_by(CHECK, {"policies/schools/wide.yml": f"{tree}outcomes:\n  end:\n    title: End\n    text: End.\n"})
        == []
    )


def test_the_other_lines_with_the_same_cause_are_pointed_at() -> None:
    paths = "".join(f"  - {line}\n" for line in (LINES[0], *(line.replace("none", "no") for line in LINES[1:])))
    (finding,) = (one for one in found({FILE: f"{TREE}paths:\n{paths}"}) if one.name == CHECK)
    assert [related.location.line for related in finding.related] == [34]
