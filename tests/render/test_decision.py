"""The pages of decisions: one for each way so far, or one for the whole."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.render import school

from policywright import pipeline, render
from policywright.checks.check import Circumstances
from policywright.linking.linked import LinkedHandbook
from policywright.linking.paths import paths, ways
from policywright.model.decision import Decision
from policywright.render.page import Page
from policywright.render.walks import has_pages

WALKED = "schools/may-i-post"


@pytest.fixture(scope="module")
def site(complete: Path) -> dict[str, Page]:
    return {page.path: page for page in pipeline.site(pipeline.examine(complete, Circumstances(date(2026, 11, 21))))}


def below(site: Mapping[str, Page], folder: str) -> set[str]:
    return {path.removeprefix(f"{folder}/").removesuffix(".html") for path in site if path.startswith(f"{folder}/")}


def decision(linked: LinkedHandbook) -> Decision:
    (only,) = linked.handbook.of_kind(Decision)
    return only


def written(*questions: str) -> str:
    """Return a decision with these questions, from `q0` on, which lead to one outcome."""
    head = "decision: abuse\ntitle: Abuse\npart: schools\nstart: q0\nquestions:\n"
    return head + "".join(questions) + "outcomes:\n  end: {title: End, clauses: [staff#decline]}\n"


def asked(at: int, to: str, *answers: str) -> str:
    """Return a question whose answers all lead to one thing."""
    offered = ", ".join(f"{{id: {answer}, say: Answer, go: {to}}}" for answer in answers)
    return f"  q{at}: {{ask: Is it {at}?, always-known: It is, answers: [{offered}]}}\n"


def test_each_way_so_far_has_a_page_named_by_its_answers(site: Mapping[str, Page]) -> None:
    assert {"a-pupil", "a-pupil_all", "a-pupil_all_not-own", "nobody_own", "unsure_unsure"} <= below(site, WALKED)
    assert site[f"{WALKED}/a-pupil.html"].kind == "decision-question"
    assert site[f"{WALKED}/nobody_own.html"].kind == "decision-result"


def test_ways_whose_answers_differ_only_in_where_a_dash_stands_have_addresses_of_their_own() -> None:
    linked = school.linked(abuse=written(asked(0, "q1", "a-b", "a"), asked(1, "end", "c", "b-c")))
    found = [page.path for page in render.site(linked) if page.path.startswith("schools/abuse/")]
    assert len(set(found)) == len(found) == len(list(ways(decision(linked)))) - 1


def test_a_sensitive_decision_is_one_page(site: Mapping[str, Page]) -> None:
    assert below(site, "schools/abusive-post") == set()


def test_of_a_decision_search_engines_list_the_first_page_alone(site: Mapping[str, Page]) -> None:
    assert site[f"{WALKED}.html"].listed
    assert site["schools/abusive-post.html"].listed
    assert not any(site[f"{WALKED}/{name}.html"].listed for name in below(site, WALKED))


@pytest.mark.parametrize(("length", "walked"), [(7, True), (8, False)])
def test_a_decision_of_more_than_200_paths_is_one_page(length: int, *, walked: bool) -> None:
    last = length - 1
    linked = school.linked(
        abuse=written(*(asked(at, "end" if at == last else f"q{at + 1}", "a", "b") for at in range(length)))
    )
    assert len(list(paths(decision(linked)))) == 2**length
    assert has_pages(decision(linked)) is walked
    page = next(page for page in render.site(linked) if page.path == "schools/abuse.html")
    assert ('class="steps"' in page.content) is not walked


def test_a_decision_that_leads_round_in_a_circle_is_one_page_without_a_chart() -> None:
    linked = school.linked(abuse=school.DECISION.replace("go: talk", "go: danger", 1))
    (page,) = (page for page in render.site(linked) if page.path.startswith("schools/abuse"))
    assert "<svg" not in page.content


def test_a_result_tells_what_to_do_the_rules_in_words_and_what_they_leave_open(site: Mapping[str, Page]) -> None:
    posted = site[f"{WALKED}/nobody_own.html"].content.striptags()
    assert "Take its place and time out of the file (Staff, before you post it)" in posted
    assert "Words and pictures last." in posted
    assert "ask the council" in site[f"{WALKED}/nobody_not-own.html"].content.striptags()


def test_a_record_names_the_version_the_questions_and_the_answers(site: Mapping[str, Page]) -> None:
    record = site[f"{WALKED}/a-pupil_some.html"].content.partition('class="record"')[2]
    assert "May I post this picture? (version 2026.1)" in record
    given = re.findall(r"<dt>([^<]*)</dt>\s*<dd>([^<]*) <a", record)
    assert given == [
        ("Does the picture show a pupil?", "Yes"),
        ("Has a parent of every pupil in it agreed to this use?", "Only some of them"),
    ]


def test_every_question_and_outcome_stands_in_the_list_of_the_whole_decision(site: Mapping[str, Page]) -> None:
    key = site[f"{WALKED}.html"].content.partition('<details class="key">')[2]
    assert re.findall(r'<h3 id="([^"]+)"', key) == ["pupils", "agreed", "own-work", "post", "ask-first", "ask-lead"]
    assert 'go to <a href="#own-work">question 3</a>' in key
