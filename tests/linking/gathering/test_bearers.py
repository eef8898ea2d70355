from tests.linking.written import clause, linked, policy, section

from policywright.linking.gathering.bearers import bearers, counts_as
from policywright.model.registers import Roles


def test_actors_go_before_those_whom_the_section_and_the_policy_are_for() -> None:
    found = linked(
        policy(
            section("own", clause("actors", "Words.", clause("point"), actors=["head"]), applies_to=["governors"]),
            section("inner", clause("by-section"), applies_to=["governors"]),
            section("plain", clause("by-policy")),
            applies_to=["staff"],
        )
    )
    expected = {"actors": "head", "point": "head", "by-section": "governors", "by-policy": "staff"}
    assert {name: bearers(found.targets[f"conduct#{name}"]) for name in expected} == {
        name: (role,) for name, role in expected.items()
    }


def test_without_any_of_these_nobody_is_bound() -> None:
    found = linked(policy(section("one", clause("statement"))))
    assert bearers(found.targets["conduct#statement"]) == ()


def test_a_role_counts_as_each_group_that_it_belongs_to_however_many_lie_between() -> None:
    groups = [
        {"id": "teacher", "title": "teacher"},
        {"id": "staff", "title": "staff", "includes": ["teacher", "everyone"]},
        {"id": "everyone", "title": "everyone", "includes": ["staff"]},
    ]
    found = linked(registers=(Roles.model_validate({"register": "roles", "entries": groups}),))
    assert counts_as(found.handbook, "teacher") == ("teacher", "staff", "everyone")
    assert counts_as(found.handbook, "everyone") == ("everyone", "staff")
