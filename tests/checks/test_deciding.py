"""The check that a decision leads to every clause that is marked as deciding."""

import pytest
from tests.checks.over_minimal import PHONES, found, policy

FILE = "policies/schools/decisions/lost.yml"
MARKED = """\
        duty: must
        actors: [teachers]
        decides: yes
        text: "A teacher must do both:"
        points:
          - {id: tell, text: tell the head teacher}
          - {id: keep, text: keep the number}
"""
DECISION = """\
decision: lost
title: A telephone is lost
part: schools
start: pictures
questions:
  pictures:
    ask: Are there pictures of pupils on it?
    always-known: The office has a list.
    answers:
      - {id: some, say: Yes, go: headteacher}
      - {id: none, say: No, go: headteacher}
outcomes:
  headteacher:
    title: Tell the head teacher
    text: The head teacher decides.
    clauses: [social-media]
"""


def unreached(text: str = MARKED, decision: str = DECISION) -> list[str]:
    findings = found({**policy(text), FILE: decision})
    return [
        f"{one.location.line}:{one.location.column} {one.message}"
        for one in findings
        if one.name == "deciding-clause-unreached"
    ]


def citing(address: str) -> str:
    return DECISION.replace("clauses: [social-media]", f"clauses: [{address}]")


def test_a_marked_clause_that_no_decision_names_is_told_at_its_mark() -> None:
    assert unreached() == ["11:9 No decision leads to this clause, though it decides what somebody does next."]


def test_a_clause_without_the_mark_needs_no_decision() -> None:
    assert unreached(MARKED.replace("decides: yes", "decides: no")) == []


def test_an_outcome_that_names_it_leads_to_it() -> None:
    assert unreached(decision=citing("phones#phones-off")) == []


def test_a_question_that_names_it_leads_to_it() -> None:
    assert unreached(decision=DECISION.replace("    ask:", "    clauses: [phones#phones-off]\n    ask:")) == []


def test_a_section_that_is_named_says_nothing_of_the_clauses_in_it() -> None:
    assert len(unreached(decision=citing("phones#lessons"))) == 1


MARKED_POINT = MARKED.replace("        decides: yes\n", "").replace("{id: tell,", "{id: tell, decides: yes,")


@pytest.mark.parametrize("address", ["phones#tell", "phones#phones-off"])
def test_a_point_is_reached_by_its_own_name_and_by_that_of_its_clause(address: str) -> None:
    assert unreached(MARKED_POINT, citing(address)) == []


def test_a_clause_of_which_a_point_alone_is_named_is_not_reached() -> None:
    assert len(unreached(decision=citing("phones#tell"))) == 1
    assert len(unreached(MARKED_POINT, citing("phones#keep"))) == 1


def test_what_no_path_comes_to_leads_nowhere_and_is_shown_with_the_finding() -> None:
    elsewhere = "  office:\n    title: Tell the office\n    text: It is blocked.\n    clauses: [phones#phones-off]\n"
    findings = found({**policy(MARKED), FILE: DECISION + elsewhere})
    one = next(one for one in findings if one.name == "deciding-clause-unreached")
    assert [(related.location.file, related.location.line) for related in one.related] == [(FILE, 20)]


@pytest.mark.parametrize(("status", "count"), [("withdrawn", 1), ("draft", 0)])
def test_a_withdrawn_decision_leads_nobody_anywhere(status: str, count: int) -> None:
    decision = citing("phones#phones-off").replace("part: schools", f"part: schools\nstatus: {status}")
    assert len(unreached(decision=decision)) == count


def test_a_withdrawn_clause_decides_nothing() -> None:
    assert unreached(MARKED.replace("decides: yes", "decides: yes\n        status: withdrawn")) == []


def test_of_a_decision_that_cannot_be_read_nobody_knows_where_it_leads() -> None:
    assert unreached(decision=citing("phones#phones-off").replace("title: A tele", "tilte: A tele")) == []
    assert unreached(decision=citing("phones#phones-off") + "x: [\n") == []


def test_the_policy_tells_it_in_its_own_file() -> None:
    findings = found({**policy(MARKED), FILE: DECISION})
    assert {one.location.file for one in findings if one.name == "deciding-clause-unreached"} == {PHONES}
