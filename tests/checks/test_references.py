"""Withdrawn provisions, and documents and annexes that nothing refers to."""

import pytest
from tests.checks.over_minimal import found, policy, told

WITHDRAWN = (
    "      - id: old\n        status: withdrawn\n        replaced-by: '#new'\n        text: Words of the past.\n"
    "      - id: new\n        text: Words of today.\n"
)
FORM_FILE = "policies/schools/forms/locker.yml"
FORM = (
    "form: locker\ntitle: Request for a locker\npart: schools\nsections:\n"
    "  - title: About you\n    fields:\n      - {id: shoe-size, label: Your size, type: text}\n"
)
ANNEXES = "annexes:\n  - id: lockers\n    title: Lockers\n"


def test_the_successor_of_a_withdrawn_clause_is_named() -> None:
    assert told(found(policy("        text: And [[#old]].\n" + WITHDRAWN))) == [
        (
            "9:19 reference-to-withdrawn: Clause 1.2 “Words of the past” is withdrawn. "
            "Write [[#new]]: clause 1.3 “Words of today” took its place."
        )
    ]


def test_a_withdrawn_clause_may_refer_to_another() -> None:
    assert found(policy("        status: withdrawn\n        text: And [[#old]].\n" + WITHDRAWN)) == ()


def test_a_form_that_only_refers_to_itself_is_an_orphan() -> None:
    findings = found({FORM_FILE: FORM + "withdraw: Send [[locker]] again.\n"})
    assert [finding.name for finding in findings] == ["orphan-document", "self-reference"]


@pytest.mark.parametrize("text", ["And [[locker]].", "And [[locker#shoe-size]]."])
def test_a_form_is_reached_by_a_reference_to_it_or_into_it(text: str) -> None:
    assert found(policy(f"        text: {text}\n") | {FORM_FILE: FORM}) == ()


def test_attaching_a_form_makes_the_annex_the_orphan() -> None:
    files = policy("        text: Words.\n" + ANNEXES + "    document: locker\n")
    assert [finding.name for finding in found(files | {FORM_FILE: FORM})] == ["orphan-annex"]


@pytest.mark.parametrize("target", ["#lockers", "#key", "locker"])
def test_an_annex_is_reached_through_its_parts_or_the_document_attached(target: str) -> None:
    annex = "    document: locker\n    clauses:\n      - id: key\n        text: Words.\n"
    files = policy(f"        text: And [[{target}]].\n" + ANNEXES + annex)
    assert found(files | {FORM_FILE: FORM}) == ()


def test_a_reference_from_within_an_annex_does_not_reach_it() -> None:
    annex = "    clauses:\n      - id: key\n        text: And [[#lockers]].\n"
    assert [finding.name for finding in found(policy("        text: Words.\n" + ANNEXES + annex))] == ["orphan-annex"]


@pytest.mark.parametrize("slip", ["lockers", "#locker", "#lockrs"])
def test_a_slip_in_the_only_reference_to_an_annex_is_one_finding(slip: str) -> None:
    annex = ANNEXES + "    introduction: They stand beside the staff room.\n"
    findings = found(policy(f"        text: And [[{slip}]].\n" + annex))
    assert [finding.name for finding in findings] == ["dangling-reference"]


def test_a_slip_in_what_an_annex_attaches_is_one_finding() -> None:
    findings = found(policy("        text: Words.\n" + ANNEXES + "    document: lokcer\n") | {FORM_FILE: FORM})
    assert [finding.name for finding in findings] == ["dangling-reference"]


def test_what_a_file_that_cannot_be_read_names_is_no_orphan() -> None:
    unread = {"policies/schools/unread.yml": "policy: unread\ntitle: 'Words on [[locker]] and [[phones#lockers]]\n"}
    files = policy("        text: Words.\n" + ANNEXES + "    introduction: Words.\n") | {FORM_FILE: FORM}
    assert [finding.name for finding in found(files)] == ["orphan-document", "orphan-annex"]
    assert [finding.name for finding in found(files | unread)] == ["yaml-syntax"]


def test_a_document_whose_file_has_another_name_is_one_finding() -> None:
    files = policy("        text: And [[locker]].\n") | {FORM_FILE: FORM.replace("form: locker", "form: lockerx")}
    assert [finding.name for finding in found(files)] == ["wrong-file-name"]
