"""The page of a decision table, and its stretches."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from tests.linking.test_combinations import TABLES, VALUES, table

from policywright import linking, pipeline, render
from policywright.checks.check import Circumstances
from policywright.linking.combinations import cases, covers
from policywright.model.handbook import Handbook
from policywright.model.table import Table
from policywright.render.page import Page
from policywright.render.print import documents
from policywright.render.stretches import MOST_COLUMNS, stretches

WRITTEN = (Path(__file__).parent / "documents" / "who-gets-it.yml").read_text(encoding="utf-8")
FOUR = WRITTEN.replace(
    "rules:\n",
    "  day:\n    ask: Which day?\n    always-known: It is today.\n    values:\n"
    "      - {id: monday, say: Monday}\n      - {id: friday, say: Friday}\n"
    "  time:\n    ask: When?\n    always-known: You have a watch.\n    values:\n"
    "      - {id: early, say: Early}\n      - {id: late, say: Late}\n"
    "rules:\n",
)


@pytest.fixture(scope="module")
def site(complete: Path) -> dict[str, Page]:
    return {page.path: page for page in pipeline.site(pipeline.examine(complete, Circumstances(date(2026, 11, 21))))}


@given(TABLES)
def test_for_each_combination_a_stretch_has_the_rules_that_hold_for_it(one: Table) -> None:
    by_name = {stretch.name: stretch for stretch in stretches(one)}
    for case in cases(one):
        chosen = dict(zip(VALUES, case.combination, strict=True))
        rows = by_name[chosen["harm"]].rows
        assert [row.entry for row in rows if covers(row.entry, chosen)] == [*case.rules, *case.impossible]


def test_a_stretch_has_columns_for_what_makes_a_difference_there_and_no_others() -> None:
    one = table(({"harm": ("threat",)}, "x"), ({"harm": ("slight", "joke"), "author": ("pupil",)}, "y"))
    found = {stretch.name: [condition.ask for condition in stretch.columns] for stretch in stretches(one)}
    assert found == {"threat": [], "slight": ["Which author?"], "joke": ["Which author?"]}


def test_each_rule_is_led_to_at_one_row_alone() -> None:
    one = table(({}, "x"), ({"author": ("pupil",)}, "x"), ({"harm": ("joke",)}, "x"))
    first = [row.entry for stretch in stretches(one) for row in stretch.rows if row.first]
    assert first == list(one.rules)


def test_of_many_conditions_the_first_ones_head_the_stretches(handbook_of: Callable[..., Handbook]) -> None:
    handbook = handbook_of({"policies/schools/who-gets-it.yml": FOUR})
    (wide,) = handbook.of_kind(Table)
    found = list(stretches(wide))
    assert len(found) == 6
    assert [value.id for _, value in found[0].where] == ["pupil", "hall"]
    assert all(len(stretch.columns) <= MOST_COLUMNS for stretch in found)


def test_what_the_script_goes_by_is_what_was_written(site: dict[str, Page]) -> None:
    page = site["schools/harmful-post.html"].content
    rows = re.findall(r'data-when="([^"]*)" data-rule="unknown-in-public" data-go="([^"]*)"', page)
    assert {go for _, go in rows} == {"ask-removal"}
    assert json.loads(rows[0][0].replace("&#34;", '"')) == {
        "harm": ["insult", "unsure"],
        "author": ["unsure"],
        "audience": ["everybody"],
    }


def test_an_outcome_of_a_table_opens_its_letter_with_what_is_settled(site: dict[str, Page]) -> None:
    assert 'href="remove-post.html#choose:platform=another%20site"' in site["schools/harmful-post.html"].content


def test_tables_are_listed_on_the_home_page_on_that_of_their_part_and_on_their_own(site: dict[str, Page]) -> None:
    assert 'href="all/table.html"' in site["index.html"].content
    for path in ("all/table.html", "schools/index.html"):
        assert "Who acts on a harmful post" in site[path].content


def test_a_role_reads_on_its_sheet_what_a_table_asks_of_it(site: dict[str, Page]) -> None:
    sheet = site["roles/headteacher.html"].content.partition('id="_actions"')[2]
    assert "Who acts on a harmful post" in sheet
    assert "Ring 999 if somebody is in danger" in sheet


def test_a_clause_tells_which_rules_and_conditions_of_tables_rest_on_it(site: dict[str, Page]) -> None:
    clause = site["schools/everything.html"].content
    assert 'href="harmful-post.html#threats"' in clause
    assert 'href="harmful-post.html#harm"' in clause


def test_on_paper_every_rule_names_its_outcome_with_its_page(handbook_of: Callable[..., Handbook]) -> None:
    linked = linking.link(handbook_of({"policies/schools/who-gets-it.yml": WRITTEN}))
    printed = next(document.html for document in documents(linked) if document.name == "who-gets-it")
    assert re.search(
        r'<th scope="row" id="who-gets-it\.unknown-in-the-yard">In the yard</th>\s*'
        r'<td>.*outcome A</a>, page.<span class="page-of" data-for="who-gets-it\.office"></span>: Take it to',
        printed,
    )
    assert "Cannot be: Pupils leave theirs in class." in printed
    assert printed.count("<table") - printed.count('class="front-matter"') == 2


def test_a_table_whose_rules_name_what_is_not_there_has_its_page_all_the_same(
    handbook_of: Callable[..., Handbook],
) -> None:
    broken = WRITTEN.replace("place: yard", "plaice: yard").replace("whose: staff", "whose: stuff")
    pages = render.site(linking.link(handbook_of({"policies/schools/who-gets-it.yml": broken})))
    assert any(page.path == "schools/who-gets-it.html" for page in pages)
