from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.written import Written, clause, laws, linked, policy, roles, section

from policywright.linking import LinkedHandbook, Reference, link
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.letter import Letter
from policywright.model.publication import Source


def test_a_reference_in_prose_leads_to_a_provision_here_or_elsewhere_a_document_or_an_entry() -> None:
    text = "See [[#two]], [[other]], [[other#one]] and [[law:equality-act|the Act]]."
    found = linked(
        policy(section("first", clause("one", text), clause("two"))),
        policy(section("first", clause("one")), policy="other"),
        registers=[laws(equality_act="Equality Act 2010")],
    )
    assert [(reference.address, reference.target, reference.words) for reference in _in_prose(found)] == [
        ("conduct#two", found.targets["conduct#two"], None),
        ("other", found.targets["other"], None),
        ("other#one", found.targets["other#one"], None),
        ("law:equality-act", found.targets["law:equality-act"], "the Act"),
    ]


def test_a_reference_knows_its_place_in_the_prose_and_the_nearest_target_around_it() -> None:
    text = "Words, then [[#first|this]]."
    found = linked(policy(section("first", clause("one", "Words.", clause("a", because=text)))))
    (reference,) = _in_prose(found)
    assert text[reference.start : reference.end] == "[[#first|this]]"
    assert (reference.written.field, reference.written.node) == ("because", found.targets["conduct#a"].node)
    assert reference.source is found.targets["conduct#a"]


def test_a_reference_in_a_documents_summary_stands_in_the_document() -> None:
    found = linked(policy(section("first"), summary="Begin with [[#first]]."))
    assert [reference.source for reference in _in_prose(found)] == [found.targets["conduct"]]


def test_what_stands_in_code_is_no_reference() -> None:
    found = linked(policy(section("first", clause("one", "Write `[[#first]]` to refer."))))
    assert _in_prose(found) == []


@pytest.mark.parametrize("address", ["#nowhere", "nowhere", "nowhere#one", "law:nowhere", "#", "", ":", "conduct#"])
def test_what_leads_nowhere_is_a_reference_without_a_target(address: str) -> None:
    found = linked(policy(section("first", clause("one", f"See [[{address}]]."))))
    assert [(reference.target, reference.candidates) for reference in _in_prose(found)] == [(None, ())]


def test_a_bare_word_that_names_a_clause_leads_nowhere_but_tells_what_it_may_mean() -> None:
    elsewhere = policy(section("x", clause("two"), clause("three")), policy="other")
    further = policy(section("x", clause("three")), policy="further")
    found = linked(
        policy(section("first", clause("one", "See [[two]] and [[three]] and [[one]]."))),
        elsewhere,
        further,
        policy(section("x", clause("one")), policy="last"),
    )
    assert [(reference.target, _addresses(reference)) for reference in _in_prose(found)] == [
        (None, ["other#two"]),
        (None, ["other#three", "further#three"]),
        (None, ["conduct#one"]),
    ]


def test_a_bare_word_that_names_an_entry_of_a_register_tells_so() -> None:
    found = linked(
        policy(section("first", clause("one", "See [[equality-act]]."))), registers=[laws(equality_act="Equality Act")]
    )
    assert [_addresses(reference) for reference in _in_prose(found)] == [["law:equality-act"]]


def test_a_field_names_an_entry_by_its_identifier_alone() -> None:
    found = linked(policy(section("x", clause("one", actors=["head", "nobody"]))), registers=[roles("head")])
    assert [(reference.address, reference.target) for reference in _of_kind(found, "actors")] == [
        ("role:head", found.targets["role:head"]),
        ("role:nobody", None),
    ]


def test_a_field_that_asks_for_a_provision_takes_whatever_a_document_holds_and_the_document() -> None:
    found = linked(policy(section("x", clause("one", related=["conduct", "#x", "#one", "post#danger"]))), _decision())
    assert [reference.target for reference in _of_kind(found, "related")] == [
        found.targets[address] for address in ("conduct", "conduct#x", "conduct#one", "post#danger")
    ]


def test_a_field_that_asks_for_a_document_does_not_take_a_clause() -> None:
    found = linked(policy(section("x", clause("one")), policy="other", read_with=["conduct#two"]), _conduct("two"))
    (reference,) = _of_kind(found, "read_with")
    assert (reference.target, _addresses(reference)) == (None, ["conduct#two"])


def test_a_field_that_forgets_the_document_of_a_clause_tells_what_it_may_mean() -> None:
    found = linked(_conduct("one"), policy(section("x", clause("y", related=["one"])), policy="other"))
    assert [_addresses(reference) for reference in _of_kind(found, "related")] == [["conduct#one"]]


def test_a_provision_leads_to_the_provisions_of_publications_that_it_restates() -> None:
    source = Source.model_validate({
        "source": "council", "title": "Policy", "publisher": "A council",
        "documents": [{"id": "staff", "title": "Staff", "provisions": [
            {"id": "6.6-decline", "locator": "6.6", "says": "Decline."},
        ]}],
    })  # fmt: skip
    conduct = policy(section("x", clause("one", from_=["council#staff/6.6-decline", "council#staff/6.7"])))
    handbook = replace(linked(conduct).handbook, sources=(source,))
    found = link(handbook)
    assert [reference.target for reference in _of_kind(found, "from_")] == [
        found.targets["council#staff/6.6-decline"],
        None,
    ]


def test_a_letter_leads_to_the_outcome_that_calls_for_it() -> None:
    letter = _letter(
        "Dear all", when=[{"decision": "post", "outcome": "police"}, {"decision": "post", "outcome": "danger"}]
    )
    found = linked(_decision(), letter)
    assert [(reference.target, _addresses(reference)) for reference in _of_kind(found, "outcome")] == [
        (found.targets["post#police"], []),
        (None, ["post#danger"]),
    ]
    assert found.referrers(found.targets["post"])[0].source is found.targets["ask"]


def test_a_reference_into_a_file_that_could_not_be_read_says_so() -> None:
    text = "See [[lost]], [[lost#one]], [[law:equality-act]], [[other]], [[role:head]] and [[#lost]]."
    handbook = linked(policy(section("x", clause("one", text)))).handbook
    found = link(replace(handbook, unread=frozenset({"lost", "laws"})))
    assert [(reference.address, reference.unread) for reference in _in_prose(found)] == [
        ("lost", True),
        ("lost#one", True),
        ("law:equality-act", True),
        ("other", False),
        ("role:head", False),
        ("conduct#lost", False),
    ]


@pytest.mark.parametrize(("unread", "quiet"), [((), False), (("laws",), False), (("handbook",), True)])
def test_when_the_settings_could_not_be_read_nobody_knows_the_parts(unread: tuple[str, ...], *, quiet: bool) -> None:
    handbook = linked(policy(section("x"), part="trusts")).handbook
    found = link(replace(handbook, unread=frozenset(unread)))
    assert [reference.unread for reference in _of_kind(found, "part")] == [quiet]


def test_items_of_a_checklist_lead_to_what_asks_for_them() -> None:
    item = {"id": "write", "do": "Write it down", "clauses": ["conduct#one"], "evidence": "ask"}
    checklist = Checklist.model_validate(
        {"checklist": "open", "title": "Open", "part": "schools", "steps": [{"title": "Before", "items": [item]}]}
    )
    found = linked(_conduct("one"), _letter("Dear all"), checklist)
    assert [reference.source for reference in found.referrers(found.targets["conduct#one"])] == [
        found.targets["open#write"]
    ]
    assert [reference.kind for reference in found.referrers(found.targets["ask"])] == ["evidence"]


def _in_prose(found: LinkedHandbook) -> list[Reference]:
    return _of_kind(found, "text")


def _of_kind(found: LinkedHandbook, kind: str) -> list[Reference]:
    return [reference for reference in found.references if reference.kind == kind]


def _addresses(reference: Reference) -> list[str]:
    return [candidate.address for candidate in reference.candidates]


def _conduct(*clauses: str) -> Document:
    return policy(section("x", *map(clause, clauses)))


def _letter(text: str, **more: object) -> Document:
    written: Written = {
        "letter": "ask", "title": "Ask", "part": "schools",
        "blanks": [{"id": "parent", "label": "Parent"}], "body": [{"text": text}],
    }  # fmt: skip
    return Letter.model_validate(written | more)


def _decision() -> Document:
    return Decision.model_validate({
        "decision": "post", "title": "Post", "part": "schools", "start": "danger",
        "questions": {"danger": {"ask": "Danger?", "answers": [{"id": "yes", "say": "Yes", "go": "police"}]}},
        "outcomes": {"police": {"title": "Police"}},
    })  # fmt: skip
