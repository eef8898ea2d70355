"""The checks of stories point at the answer, the outcome or the clause that is wrong."""

import pytest
from tests.checks.over_minimal import found

FILE = "policies/schools/lost.yml"
CHECKS = {"story-mismatch", "story-clause-elsewhere", "decision-without-story"}
STORY = """\
decision: lost
title: A telephone is lost
part: schools
start: danger
questions:
  danger:
    ask: Is anyone in danger?
    always-known: You would know.
    answers:
      - {id: in-danger, say: "Yes", go: police}
      - {id: no-danger, say: "No", go: pictures}
  pictures:
    ask: Are there pictures on it?
    always-known: You would know.
    answers:
      - {id: some, say: "Yes", go: office}
      - {id: none, say: "No", go: office}
outcomes:
  police: {title: Call the police, text: Ring 999., clauses: [social-media#decline-friend-requests]}
  office: {title: Tell the office, text: The office blocks the number., clauses: [social-media]}
stories:
  - id: bus
    situation: It was left on a bus.
    answers: [no-danger, some]
    outcome: office
    because: The office can block it.
    clauses: [social-media#decline-friend-requests]
    wrong:
      - outcome: police
        because: Nobody is in danger.
"""


def told(text: str) -> list[str]:
    """Return where each finding about stories is, and what it says."""
    return [
        f"{one.location.line}:{one.location.column} {one.message} {one.help}"
        for one in found({FILE: text})
        if one.name in CHECKS
    ]


def test_a_story_that_ends_where_it_says_and_turns_on_a_clause_of_what_is_cited_has_no_findings() -> None:
    assert told(STORY) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "[no-danger, some]",
            "[no-danger, many]",
            (
                "24:26 This story answers “many” to “Are there pictures on it?”; that question has no such answer. "
                "Write one of: some, none."
            ),
        ),
        (
            "[no-danger, some]",
            "[no-dangers, some]",
            (
                "24:15 This story answers “no-dangers” to “Is anyone in danger?”; that question has no such answer. "
                "Write no-danger."
            ),
        ),
        (
            "[no-danger, some]",
            "[no-danger]",
            (
                "24:15 After “no-danger” comes the question “Are there pictures on it?”, which this story does not "
                "answer. Add an answer to it: some, none."
            ),
        ),
        (
            "[no-danger, some]",
            "[no-danger, some, none]",
            "24:32 The answer “some” leads to the outcome “office”, where the way ends. Take out none.",
        ),
        (
            "outcome: office",
            "outcome: police",
            (
                "25:14 The answers lead to “office”, and the story expects “police”. "
                "Write office, or mend where the answers lead."
            ),
        ),
        ("outcome: office", "outcome: offices", "25:14 No outcome of this decision is called “offices”. Write office."),
        (
            "- outcome: police",
            "- outcome: office",
            "29:18 “office” is the right outcome. Take it out, or name another outcome.",
        ),
        (
            "- outcome: police",
            "- outcome: polic",
            "29:18 No outcome of this decision is called “polic”. Write police.",
        ),
    ],
)
def test_a_story_that_leaves_its_way_is_told_where_and_what_could_stand_there(
    old: str, new: str, expected: str
) -> None:
    assert STORY.count(old) == 1
    assert expected in told(STORY.replace(old, new))


def test_a_clause_of_another_way_is_none_of_this_one() -> None:
    elsewhere = STORY.replace("number., clauses: [social-media]", "number.")
    (one,) = told(elsewhere)
    assert one == (
        "27:15 Neither the questions of this story nor its outcome “office” rest on this. Let the decision cite it."
    )


def test_decisions_without_a_story_are_told_in_one_note_where_others_have_some() -> None:
    bare = STORY.partition("stories:")[0].replace("part: schools", "part: schools\nstatus: model")
    others = {f"policies/schools/{name}.yml": bare.replace("decision: lost", f"decision: {name}") for name in "ab"}
    findings = [one for one in found({FILE: STORY, **others}) if one.name == "decision-without-story"]
    assert [(one.location.file, len(one.related)) for one in findings] == [("policies/schools/a.yml", 1)]
    assert [one for one in found(others) if one.name == "decision-without-story"] == []
    drafts = {name: text.replace("status: model", "status: draft") for name, text in others.items()}
    assert [one for one in found({FILE: STORY, **drafts}) if one.name == "decision-without-story"] == []
