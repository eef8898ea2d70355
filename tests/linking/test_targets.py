from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.linking.written import Written, clause, glossary, laws, linked, policies, policy, roles, section, settings

from policywright.linking import LinkedHandbook, link
from policywright.model.handbook import Handbook
from policywright.model.letter import Letter
from policywright.model.policy import Policy
from policywright.model.publication import Source
from policywright.model.registers import Roles


def test_everything_that_can_be_cited_is_a_target_in_reading_order() -> None:
    conduct = policy(
        section("first", clause("one", "Words.", clause("a"), clause("b")), sections=[section("inner", clause("two"))]),
        annexes=[section("attached", clause("three"))],
    )
    letter = Letter.model_validate({
        "letter": "ask", "title": "Ask", "part": "schools",
        "blanks": [{"id": "name", "label": "Name"}], "body": [{"text": "Dear {{name}}"}],
    })  # fmt: skip
    source = Source.model_validate({
        "source": "council", "title": "Policy", "publisher": "A council",
        "documents": [
            {"id": "staff", "title": "Staff", "provisions": [{"id": "6.6", "locator": "6.6", "says": "Decline."}]},
        ],
    })  # fmt: skip
    registers = (roles("head"), laws(equality_act="Equality Act 2010"), glossary({"term": "cyberbullying"}))
    found = link(Handbook(settings(), (conduct, letter), registers, (source,)))
    assert [(target.kind, target.address) for target in found.targets.values()] == [
        ("part", "part:schools"),
        ("document", "conduct"),
        ("section", "conduct#first"),
        ("clause", "conduct#one"),
        ("point", "conduct#a"),
        ("point", "conduct#b"),
        ("section", "conduct#inner"),
        ("clause", "conduct#two"),
        ("annex", "conduct#attached"),
        ("clause", "conduct#three"),
        ("document", "ask"),
        ("blank", "ask#name"),
        ("role", "role:head"),
        ("law", "law:equality-act"),
        ("term", "term:term-0"),
        ("source-provision", "council#staff/6.6"),
    ]


def test_a_target_knows_what_it_stands_in() -> None:
    found = linked(policy(section("first", clause("one", "Words.", clause("a")))))
    parents = {target.address: target.parent and target.parent.address for target in found.targets.values()}
    assert parents == {
        "part:schools": None,
        "conduct": None,
        "conduct#first": "conduct",
        "conduct#one": "conduct#first",
        "conduct#a": "conduct#one",
    }


def test_a_clause_is_called_by_its_heading_or_else_by_its_first_words() -> None:
    found = linked(policy(section("first", clause("named", heading="Ask *first*"), clause("unnamed", "Be **kind**."))))
    assert [found.targets[f"conduct#{anchor}"].title for anchor in ("named", "unnamed")] == ["Ask first", "Be kind"]


def test_a_point_takes_over_duty_and_actors_unless_it_gives_its_own() -> None:
    points = [
        clause("same"),
        clause("softer", duty="should"),
        clause("others", "Words.", clause("deep"), actors=["pupils"]),
    ]
    found = linked(policy(section("first", clause("stem", "Words.", *points, duty="must", actors=["staff"]))))
    force = {target.anchor: (target.duty, target.actors) for target in found.targets.values() if target.kind == "point"}
    assert force == {
        "same": ("must", ("staff",)),
        "softer": ("should", ("staff",)),
        "others": ("must", ("pupils",)),
        "deep": ("must", ("pupils",)),
    }


def test_what_stands_in_something_withdrawn_is_withdrawn() -> None:
    gone = clause("gone", "Words.", clause("a"), status="withdrawn")
    found = linked(
        policy(section("first", gone, clause("stays"))),
        policy(section("first", clause("one")), policy="old", status="withdrawn"),
    )
    assert [target.address for target in found.targets.values() if target.withdrawn] == [
        "conduct#gone",
        "conduct#a",
        "old",
        "old#first",
        "old#one",
    ]


def test_of_two_things_with_one_identifier_the_first_is_the_target_and_both_are_told() -> None:
    found = linked(policy(section("first", clause("same", "Earlier."), clause("same", "Later."))))
    assert found.targets["conduct#same"].title == "Earlier"
    assert [(first.title, second.title) for first, second in found.duplicates] == [("Earlier", "Later")]


def test_a_document_whose_name_is_taken_is_told_once_and_not_again_for_all_within_it() -> None:
    found = linked(policy(section("first", clause("one"))), policy(section("first", clause("one"), clause("two"))))
    assert [(first.address, second.kind) for first, second in found.duplicates] == [("conduct", "document")]


def test_two_entries_of_a_register_with_one_identifier_are_told() -> None:
    found = linked(registers=[roles("head"), roles("head")])
    assert [(first.address, second.address) for first, second in found.duplicates] == [("role:head", "role:head")]


def test_sections_of_different_documents_may_share_an_identifier() -> None:
    found = linked(policy(section("first")), policy(section("first"), policy="other"))
    assert found.duplicates == ()


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("old-conduct", "conduct"),
        ("conduct#old-one", "conduct#one"),
        ("old-conduct#one", "conduct#one"),
        ("old-conduct#old-one", "conduct#one"),
        ("role:old-head", "role:head"),
    ],
)
def test_a_former_address_leads_to_what_bears_another_now(former: str, present: str) -> None:
    found = _renamed(f"See [[{former}]].")
    (reference,) = (reference for reference in found.references if reference.kind == "text")
    assert reference.target is found.targets[present]
    assert reference.by_alias


def test_an_address_in_use_is_not_an_alias() -> None:
    found = linked(policy(section("first", clause("one", formerly=["two"]), clause("two", "See [[#two]]."))))
    assert found.aliases == {}
    assert [(reference.target, reference.by_alias) for reference in found.references if reference.kind == "text"] == [
        (found.targets["conduct#two"], False)
    ]


@given(policies, st.data())
def test_a_new_clause_changes_no_address(written: Written, data: st.DataObject) -> None:
    before = linked(Policy.model_validate(written)).targets
    places = [top["clauses"] for top in (*written["sections"], *written["annexes"])]
    assume(places)
    siblings = data.draw(st.sampled_from(places))
    siblings.insert(data.draw(st.integers(0, len(siblings))), clause("new"))
    after = [address for address in linked(Policy.model_validate(written)).targets if address != "conduct#new"]
    assert after == list(before)


def _renamed(text: str) -> LinkedHandbook:
    head = {"id": "head", "title": "the head", "formerly": ["old-head"]}
    renamed = Roles.model_validate({"register": "roles", "entries": [head]})
    conduct = policy(section("first", clause("one", formerly=["old-one"])), formerly=["old-conduct"])
    return linked(conduct, policy(section("x", clause("y", text)), policy="citing"), registers=[renamed])
