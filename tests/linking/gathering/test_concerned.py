"""Whom rules and documents concern."""

from tests.linking.gathering.test_comparison import TOPICS
from tests.linking.gathering.test_role_sheet import DECISION, FORM, ROLES
from tests.linking.written import clause, linked, policy, section

from policywright.linking.gathering.comparison import comparisons
from policywright.linking.gathering.concerned import Concerned
from policywright.linking.gathering.role_sheet import sheets
from policywright.model.document import Document


def concerned(address: str, *documents: Document) -> tuple[str, ...]:
    found = linked(*documents, registers=(ROLES,))
    return Concerned(found, sheets(found)).of(found.targets[address])


def test_a_rule_concerns_whom_it_binds_and_everybody_in_their_groups() -> None:
    rules = policy(section("one", clause("a", actors=["staff"]), clause("b", actors=["head"]), clause("c")))
    assert concerned("conduct#a", rules) == ("teachers", "staff")
    assert concerned("conduct#b", rules) == ("head",)
    assert concerned("conduct#c", rules) == ()


def test_a_document_concerns_those_who_have_work_in_it_and_not_who_only_owns_it() -> None:
    assert concerned("record", FORM) == ("teachers", "staff", "head")
    owned = FORM.model_copy(update={"returns_to": None})
    assert concerned("record", owned) == ("teachers", "staff")
    assert concerned("what", DECISION) == ("head",)


def test_a_policy_concerns_those_whom_its_rules_bind() -> None:
    assert concerned("conduct", policy(section("one", clause("a", duty="must", actors=["head"])))) == ("head",)


def test_the_rules_on_a_topic_concern_all_whom_any_of_them_binds() -> None:
    rules = section(
        "one",
        clause("a", actors=["head"], topics=["friends"]),
        clause("b", actors=["staff"], topics=["friends"]),
        clause("c", actors=["staff"], topics=["pictures"]),
    )
    found = linked(policy(rules), registers=(ROLES, TOPICS))
    friends, pictures = comparisons(found)
    by = Concerned(found, sheets(found)).by
    assert (by(friends), by(pictures)) == (("teachers", "staff", "head"), ("teachers", "staff"))
