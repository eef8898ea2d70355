"""Identifiers: given twice, nearly equal, or gone since the last edition."""

from collections.abc import Sequence

import pytest
from tests.checks.over_minimal import PHONES, found, policy, told

CLAUSE = "        text: Words.\n      - id: {name}\n        text: Others.\n"


def test_an_identifier_given_twice_is_one_finding_with_both_places() -> None:
    findings = found(policy(CLAUSE.format(name="phones-off")))
    assert told(findings) == [
        (
            f"10:13 duplicate-identifier: The identifier “phones-off” is already that of a clause in {PHONES}, line 8. "
            "Give this one another identifier; never one that something else had before."
        )
    ]
    assert [str(related.location) for related in findings[0].related] == [f"{PHONES}:8:13"]


def test_a_document_that_is_there_twice_is_one_finding_for_all_its_clauses() -> None:
    twice = policy("        text: Words.\n")
    findings = found(twice | {"policies/schools/copies/phones.yml": twice[PHONES]})
    assert [(finding.name, str(finding.location)) for finding in findings] == [
        ("duplicate-identifier", f"{PHONES}:1:9")
    ]


def test_a_reference_to_an_identifier_given_twice_is_no_further_finding() -> None:
    findings = found(policy(CLAUSE.format(name="phones-off") + "      - id: see\n        text: And [[#phones-off]].\n"))
    assert [finding.name for finding in findings] == ["duplicate-identifier"]


def test_two_footnotes_of_one_name_are_found() -> None:
    notes = (
        "        text: Words.[^a]\n        footnotes:\n          - {id: a, text: One}\n          - {id: a, text: Two}\n"
    )
    assert told(found(policy(notes)))[0].startswith(
        "12:18 duplicate-identifier: The identifier “a” is already that of a footnote"
    )


@pytest.mark.parametrize("name", ["phonesoff", "phone-soff"])
def test_identifiers_that_differ_by_hyphens_are_nearly_equal(name: str) -> None:
    assert [finding.name for finding in found(policy(CLAUSE.format(name=name)))] == ["identifier-differs-by-case"]


@pytest.mark.parametrize(
    ("first", "second", "near"),
    [("sm-3", "sm-03", True), ("sm-3", "sm3", True), ("sm-30", "sm-3", False), ("from-6-11", "from-61-1", False)],
)
def test_leading_noughts_make_no_difference_and_other_figures_do(first: str, second: str, *, near: bool) -> None:
    files = policy(CLAUSE.format(name=first) + f"      - id: {second}\n        text: More.\n")
    assert [finding.name for finding in found(files)] == ["identifier-differs-by-case"] * near


def test_a_renamed_clause_is_told_at_its_likely_new_name_with_all_references_to_the_old() -> None:
    files = policy(
        "        text: Words.\n      - id: see\n        text: And [[#phones-of]], and [[phones#phones-of]].\n"
    )
    findings = found(files, frozenset({"phones", "phones#phones-of"}))
    assert told(findings) == [
        (
            "8:13 vanished-identifier: “phones#phones-of” was in the last edition and is gone. "
            "If “phones-off” is its new name, write formerly: [phones-of] there; otherwise put it back."
        )
    ]
    assert [related.location.column for related in findings[0].related] == [19, 39]


def test_a_clause_without_likely_heir_is_told_at_its_document() -> None:
    findings = found(policy("        text: Words.\n"), frozenset({"phones", "phones#phones-off", "phones#watches"}))
    assert [(finding.name, str(finding.location)) for finding in findings] == [("vanished-identifier", f"{PHONES}:1:9")]


def test_a_lost_document_is_one_finding_in_the_settings() -> None:
    files = policy("        text: And [[watches]], and [[watches#one]].\n")
    findings = found(files, frozenset({"watches", "watches#one", "watches#two"}))
    assert [(finding.name, str(finding.location)) for finding in findings] == [
        ("vanished-identifier", "policies/handbook.yml:1:11")
    ]


@pytest.mark.parametrize(
    "earlier", [["phones", "phones#phones-off"], ["mobiles", "mobiles#phones-off"], ["role:staff"], ["part:other"]]
)
def test_what_is_there_or_says_what_it_was_has_not_vanished(earlier: Sequence[str]) -> None:
    files = {name: text + "formerly: [mobiles]\n" for name, text in policy("        text: Words.\n").items()}
    assert found(files, frozenset(earlier)) == ()


def test_a_file_that_cannot_be_read_has_lost_nothing() -> None:
    findings = found(policy("        text: 'Words.\n"), frozenset({"phones", "phones#phones-off"}))
    assert "vanished-identifier" not in {finding.name for finding in findings}
