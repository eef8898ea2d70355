"""What is gathered part by part."""

from collections.abc import Iterable

from tests.linking.written import Written, clause, linked, policy, section

from policywright.linking.gathering import by_part
from policywright.linking.gathering.by_part import Gathered
from policywright.model.form import Form
from policywright.model.policy import Policy

PARTS = [{"id": "schools", "title": "Schools"}, {"id": "trust", "title": "The Trust"}]


def of(part: str, *clauses: Written, **more: object) -> Policy:
    return policy(section("one", *clauses), policy=f"policy-of-{part}", part=part, **more)


def within(id: str, time: str, **more: str) -> Written:  # noqa: A002
    return clause(id, deadline={"within": time, "of": "the post"}, **more)


def names(found: Iterable[Gathered]) -> dict[str, list[str]]:
    return {part.part.title: [target.anchor or target.address for target in part.targets] for part in found}


def test_deadlines_come_by_part_with_the_shortest_first() -> None:
    found = linked(
        of("trust", within("week", "one week")),
        of(
            "schools",
            within("vague", "the time agreed"),
            within("days", "3 working days"),
            within("now", "immediately"),
        ),
        parts=PARTS,
    )
    assert names(by_part.deadlines(found)) == {"Schools": ["now", "days", "vague"], "The Trust": ["week"]}


def test_what_is_withdrawn_is_not_gathered() -> None:
    found = linked(of("schools", within("old", "one day", status="withdrawn")), parts=PARTS)
    assert names(by_part.deadlines(found)) == {}


def test_times_for_keeping_things_come_from_rules_and_forms() -> None:
    form = Form.model_validate(
        {
            "form": "record",
            "title": "Record",
            "part": "schools",
            "keep": {"where": "the office", "until": "six months have passed"},
            "sections": [{"title": "One"}],
        }
    )
    kept = clause("kept", retention={"keep": "one year", "because": "the law asks"})
    found = linked(of("schools", kept), form, parts=PARTS)
    assert names(by_part.retention_periods(found)) == {"Schools": ["record", "kept"]}


def test_the_youngest_age_comes_first() -> None:
    clauses = (clause("b", age={"below": 18, "what": "w"}), clause("a", age={"from_": 13, "below": 19, "what": "w"}))
    assert names(by_part.ages(linked(of("schools", *clauses), parts=PARTS))) == {"Schools": ["a", "b"]}
