"""What applies to a role."""

from tests.linking.written import Written, clause, linked, policy, section

from policywright.linking.gathering.excerpts import flat
from policywright.linking.gathering.role_sheet import Sheet, sheets
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.policy import Policy
from policywright.model.registers import Roles

ROLES = Roles.model_validate(
    {
        "register": "roles",
        "entries": [
            {"id": "teachers", "title": "teachers"},
            {"id": "staff", "title": "staff", "includes": ["teachers"]},
            {"id": "head", "title": "head teacher"},
        ],
    }
)


def found(*documents: Document) -> dict[str, Sheet]:
    return {sheet.role.anchor: sheet for sheet in sheets(linked(*documents, registers=(ROLES,)))}


def binding(sheet: Sheet) -> dict[str, list[str]]:
    return {
        duty: [excerpt.target.anchor for bound in policies for excerpt in flat(bound.excerpts)]
        for duty, policies in sheet.duties.items()
    }


def staff_policy(*clauses: Written, **more: str) -> Policy:
    return policy(section("one", *clauses), applies_to=["staff"], **more)


def test_a_role_is_bound_as_an_actor_and_otherwise_by_whom_the_policy_is_for() -> None:
    sheet_of = found(
        staff_policy(clause("everyone", duty="must"), clause("one", duty="may", actors=["head"]), clause("statement"))
    )
    assert binding(sheet_of["staff"]) == {"must": ["everyone"]}
    assert binding(sheet_of["head"]) == {"may": ["one"]}


def test_a_role_is_bound_by_what_binds_its_groups() -> None:
    sheet = found(staff_policy(clause("everyone", duty="must"), clause("own", duty="must", actors=["teachers"])))[
        "teachers"
    ]
    assert (sheet.groups, binding(sheet)) == (("staff",), {"must": ["everyone", "own"]})


def test_duties_come_with_the_strictest_first_and_points_under_their_own() -> None:
    points = (clause("a"), clause("b", duty="may"), clause("c", actors=["head"]))
    sheet_of = found(staff_policy(clause("mild", duty="should-not"), clause("stem", "You must:", *points, duty="must")))
    assert list(binding(sheet_of["staff"]).items()) == [
        ("must", ["stem", "a"]),
        ("should-not", ["mild"]),
        ("may", ["b"]),
    ]
    assert binding(sheet_of["head"]) == {"must": ["c"]}


def test_what_is_withdrawn_binds_nobody() -> None:
    assert found(staff_policy(clause("old", duty="must", status="withdrawn"))) == {}
    assert found(staff_policy(clause("old", duty="must"), status="withdrawn")) == {}


def test_a_sheet_tells_the_deadlines_of_the_role_and_of_its_groups_the_shortest_first() -> None:
    week, day = ({"within": within, "of": "the leak"} for within in ("one week", "one day"))
    sheet_of = found(
        staff_policy(
            clause("slow", duty="must", deadline=week),
            clause("quick", duty="must", actors=["teachers"], deadline=day),
            clause("other", duty="must", actors=["head"], deadline=day),
        )
    )
    (gathered,) = sheet_of["teachers"].deadlines
    assert [target.anchor for target in gathered.targets] == ["quick", "slow"]


def test_a_sheet_tells_the_parts_in_which_anything_applies() -> None:
    elsewhere = FORM.model_copy(update={"part": "trust"})
    sheet = found(staff_policy(clause("a", duty="must")), elsewhere)["staff"]
    assert sheet.parts == {"schools", "trust"}


FORM = Form.model_validate(
    {
        "form": "record",
        "title": "Record",
        "part": "schools",
        "owner": "head",
        "who_fills": "staff",
        "returns_to": "head",
        "sections": [{"title": "One"}],
    }
)
CHECKLIST = Checklist.model_validate(
    {
        "checklist": "open",
        "title": "Open",
        "part": "schools",
        "for_": "staff",
        "steps": [{"title": "One", "items": [{"id": "ask", "do": "Ask", "by": "head"}]}],
        "sign_off": {"by": "head"},
    }
)
DECISION = Decision.model_validate(
    {
        "decision": "what",
        "title": "What now?",
        "part": "schools",
        "start": "q",
        "questions": {
            "q": {
                "ask": "Who?",
                "before": [{"act": "Look", "by": "head"}],
                "answers": [{"id": "a", "say": "Me", "go": "o"}],
            }
        },
        "outcomes": {"o": {"title": "Done", "do": [{"act": "Tell", "by": "head"}, {"act": "Rest"}]}},
    }
)


def test_a_role_has_its_work_in_forms_checklists_and_decisions() -> None:
    work = found(FORM, CHECKLIST, DECISION)["head"].work
    assert [document.id for document in work.owns] == ["record"]
    assert [form.id for form in work.receives] == ["record"]
    assert [checklist.id for checklist in work.confirms] == ["open"]
    assert [(checklist.id, [item.id for item in items]) for checklist, items in work.items] == [("open", ["ask"])]
    ((decision, asked),) = work.actions
    assert (decision.id, [[action.act for action in actions] for _, actions in asked]) == ("what", [["Look"], ["Tell"]])


def test_the_work_of_a_group_is_the_work_of_its_members() -> None:
    work = found(FORM, CHECKLIST)["teachers"].work
    assert [form.id for form in work.fills_in] == ["record"]
    assert [checklist.id for checklist in work.works_through] == ["open"]
    assert work.items == ()


def test_the_work_in_withdrawn_documents_is_none() -> None:
    assert found(FORM.model_copy(update={"status": "withdrawn"})) == {}
