"""Owners and reviews, variables, terms and footnotes."""

import pytest
from tests.checks.over_minimal import PHONES, found, policy, told

SECTION = "sections:\n  - {id: lessons, title: In lessons, introduction: Words.}\n"


def _headed(*lines: str) -> dict[str, str]:
    head = ["policy: phones", "title: Mobile telephones", "part: schools", *lines]
    return {PHONES: "".join(f"{line}\n" for line in head) + SECTION}


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_in_use_needs_neither_owner_nor_review(status: str) -> None:
    assert found(_headed(f"status: {status}", "review-by: 2020-01-01")) == ()


def test_a_model_needs_an_owner_and_no_date_of_review() -> None:
    assert [finding.name for finding in found(_headed("status: model"))] == ["missing-owner"]


def test_a_document_in_force_needs_both() -> None:
    assert told(found(_headed("status: in-force"))) == [
        (
            "1:9 missing-owner: The policy “Mobile telephones” has no owner. "
            "Write owner: and the role that answers for it, such as owner: headteacher."
        ),
        (
            "1:9 overdue-review: The policy “Mobile telephones” is in force and has no date for its review. "
            "Write review-by: and a date, such as review-by: 2027-09-01."
        ),
    ]


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2026-11-20", ["overdue-review"]),
        ("2026-11-21", ["review-due-soon"]),
        ("2027-01-20", ["review-due-soon"]),
        ("2027-01-21", []),
    ],
)
def test_a_review_is_told_sixty_days_before_and_is_overdue_on_the_day_after(day: str, names: list[str]) -> None:
    findings = found(_headed("status: model", "owner: headteacher", f"review-by: {day}"))
    assert [finding.name for finding in findings] == names


def test_one_variable_without_a_declaration_is_one_finding_however_often_it_is_used() -> None:
    (finding,) = found(policy("        text: Staff of {{school}} and of {{school}} again.\n"))
    assert finding.help == "Write {{school-name}}, or declare it under variables: in policies/handbook.yml."
    assert [related.location.column for related in finding.related] == [42]


def test_a_term_that_only_its_own_definition_uses_is_unused() -> None:
    glossary = "register: glossary\nentries:\n  - {id: duty, term: rota, definition: A rota is a list of duties.}\n"
    findings = found({"policies/registers/more/glossary.yml": glossary})
    assert [(finding.name, finding.location.line) for finding in findings] == [("unused-term", 3)]


def test_a_misspelt_reference_to_a_term_does_not_make_the_term_unused() -> None:
    glossary = "register: glossary\nentries:\n  - {id: rota, term: rota, definition: A list.}\n"
    files = policy("        text: And [[term:rotas|the list]].\n") | {"policies/registers/more/glossary.yml": glossary}
    assert [finding.name for finding in found(files)] == ["undefined-term"]


@pytest.mark.parametrize(("called", "names"), [("a", ["unused-footnote"]), ("c", ["footnote-without-text"])])
def test_a_misspelt_call_of_a_footnote_is_one_finding(called: str, names: list[str]) -> None:
    notes = "        footnotes:\n          - {id: a, text: One}\n          - {id: b, text: Two}\n"
    assert [finding.name for finding in found(policy(f"        text: Words.[^{called}]\n{notes}"))] == names


def test_a_footnote_of_the_clause_above_is_out_of_reach_of_a_point() -> None:
    notes = (
        "        footnotes:\n          - {id: a, text: One}\n        points:\n          - {id: p, text: 'more.[^a]'}\n"
    )
    findings = found(policy(f"        text: Words.[^a]\n{notes}"))
    assert [(finding.name, finding.location.line) for finding in findings] == [("footnote-without-text", 13)]
