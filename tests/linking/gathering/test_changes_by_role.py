"""What changed for each role."""

from collections.abc import Mapping

import pytest
from tests.linking.written import Written, clause, linked, policy, section

from policywright.linking.gathering.changes_by_role import changes_by_role
from policywright.linking.gathering.versions import changes
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.model.past import Earlier
from policywright.model.registers import Roles

ROLES = Roles.model_validate(
    {
        "register": "roles",
        "entries": [
            {"id": "teacher", "title": "teacher"},
            {"id": "head", "title": "head"},
            {"id": "staff", "title": "staff", "includes": ["teacher"]},
        ],
    }
)


def told(before: Document, after: Document) -> Mapping[str, list[str]]:
    """Return the anchors of what changed for each role, by weight."""
    found = linked(after, registers=(ROLES,))
    by_role = changes_by_role(found, changes(found, {after.id: Earlier(before, "1")}))
    return {
        one.role.anchor: [change.target.anchor for edition in one.editions for change in edition.by_weight]
        for one in by_role
    }


def of(*clauses: Written, name: str = "conduct", **more: object) -> Document:
    return policy(section("one", *clauses), policy=name, **more)


def test_a_rule_that_changed_concerns_those_whom_it_binds_and_their_groups() -> None:
    before, after = (of(clause("a", text, duty="must", actors=["staff"])) for text in ("Ask.", "Tell."))
    assert told(before, after) == {"teacher": ["a"], "head": [], "staff": ["a"]}


def test_a_rule_that_came_to_bind_somebody_else_concerns_both() -> None:
    before, after = (of(clause("a", duty="must", actors=[name])) for name in ("head", "teacher"))
    assert told(before, after) == {"teacher": ["a"], "head": ["a"], "staff": []}


def test_a_statement_and_a_number_concern_nobody() -> None:
    before = of(clause("a", "Old."), clause("b", duty="must", actors=["head"]))
    after = of(clause("a", "New."), clause("c"), clause("b", duty="must", actors=["head"]))
    assert told(before, after) == {"teacher": [], "head": [], "staff": []}


def test_a_rule_that_went_concerns_all_whom_it_or_its_points_bound() -> None:
    before = of(clause("a", "Ask:", clause("p", actors=["head"]), duty="must", actors=["teacher"]))
    assert told(before, of()) == {"teacher": ["a"], "head": ["a"], "staff": []}


def test_a_policy_that_is_for_others_now_concerns_who_came_and_who_went() -> None:
    before, after = (of(clause("a"), applies_to=names) for names in (["head"], ["teacher"]))
    assert told(before, after) == {"teacher": [""], "head": [""], "staff": []}


def form(label: str) -> Form:
    given = {"form": "f", "title": "F", "part": "schools", "who_fills": "teacher", "returns_to": "head"}
    fields = [{"id": "x", "label": label, "type": "text"}]
    return Form.model_validate(given | {"sections": [{"title": "One", "fields": fields}]})


def checklist(do: str) -> Checklist:
    given = {"checklist": "c", "title": "C", "part": "schools", "for_": "head"}
    items = [{"id": "x", "do": do, "by": "teacher"}, {"id": "y", "do": do}]
    return Checklist.model_validate(given | {"steps": [{"title": "One", "items": items}]})


def decision(act: str) -> Decision:
    given = {"decision": "d", "title": "D", "part": "schools", "start": "q"}
    questions = {"q": {"ask": "Is it?", "answers": [{"id": "yes", "say": "Yes", "go": "x"}]}}
    outcomes = {"x": {"title": "Stop", "do": [{"act": act, "by": "head"}, {"act": "Wait"}]}}
    return Decision.model_validate(given | {"questions": questions, "outcomes": outcomes})


def letter(text: str) -> Letter:
    return Letter.model_validate(
        {"letter": "l", "title": "L", "part": "schools", "sender": "head", "body": [{"text": text}]}
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (form("Name"), form("Full name"), {"teacher": ["x"], "head": ["x"], "staff": []}),
        (checklist("Ask"), checklist("Tell"), {"teacher": ["x"], "head": ["y"], "staff": []}),
        (decision("Ask"), decision("Tell"), {"teacher": [], "head": ["x"], "staff": []}),
        (letter("Dear all"), letter("Dear you"), {"teacher": [], "head": [""], "staff": []}),
    ],
    ids=["form", "checklist", "decision", "letter"],
)
def test_work_that_changed_concerns_those_who_do_it(
    before: Document, after: Document, expected: Mapping[str, list[str]]
) -> None:
    assert told(before, after) == expected


def leading(to: str) -> Decision:
    """Return a decision whose only answer leads to an outcome at which the role of that name acts."""
    return Decision.model_validate(
        {
            "decision": "d", "title": "D", "part": "schools", "start": "q",
            "questions": {"q": {"ask": "Is it so?", "answers": [{"id": "so", "say": "Yes", "go": to}]}},
            "outcomes": {
                name: {"title": name, "do": [{"act": "Act", "by": name}]} for name in ("teacher", "head")
            },
        }
    )  # fmt: skip


def test_a_way_that_leads_elsewhere_concerns_who_acted_and_who_acts() -> None:
    after = leading("head")
    found = linked(after, registers=(ROLES,))
    by_role = changes_by_role(found, changes(found, {after.id: Earlier(leading("teacher"), "1")}))
    assert {one.role.anchor: one.count for one in by_role} == {"teacher": 1, "head": 1, "staff": 0}


def test_the_same_ways_concern_nobody() -> None:
    assert told(leading("head"), leading("head")) == {"teacher": [], "head": [], "staff": []}
