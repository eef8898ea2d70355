"""What the search may find: a record for each thing that answers, and an index for those without scripts."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policywright import linking, pipeline, render
from policywright.adapters.assets import assets
from policywright.checks.check import Circumstances
from policywright.model.handbook import Handbook
from policywright.model.table import Table
from policywright.render.composer import Composer
from policywright.render.files import search as file
from policywright.render.search import Record, records

TODAY = Circumstances(date(2026, 11, 21))
ROOT = Path(__file__).parent.parent.parent
MOST = 150_000
"""The bytes, compressed, that a first search may download."""


def flat(tops: list[Record]) -> list[Record]:
    return [found for top in tops for found in (top, *flat(list(top.inner)))]


@pytest.fixture(scope="module")
def found(complete: Path) -> list[Record]:
    examined = pipeline.examine(complete, TODAY)
    return flat(list(records(Composer(examined.linked), pipeline.site(examined))))


def one(found: list[Record], anchor: str) -> Record:
    (record,) = (record for record in found if record.anchor == anchor)
    return record


def columns(complete: Path) -> dict[str, list[Any]]:
    examined = pipeline.examine(complete, TODAY)
    (written,) = file.files(Composer(examined.linked), pipeline.site(examined))
    script = written.content.decode()
    told: dict[str, dict[str, list[Any]]] = json.loads(script.removeprefix("policywright.found=").rstrip(";\n"))
    return told["columns"]


def test_whatever_can_be_cited_and_read_by_itself_has_a_record(found: list[Record], complete: Path) -> None:
    targets = pipeline.examine(complete, TODAY).linked.targets.values()
    within = {"field", "statement", "blank", "paragraph", "source-provision", "story"}
    withdrawn = {target.address for target in targets if target.withdrawn}
    told = [target for target in targets if target.kind == "document" or not isinstance(target.document, Table)]
    expected = sum(target.kind not in within and target.address not in withdrawn for target in told)
    assert len([record for record in found if record.kind != "page"]) == expected
    assert withdrawn


def test_a_clause_has_its_number_heading_words_duty_roles_and_topics(found: list[Record]) -> None:
    clause = one(found, "decline")
    assert (clause.kind, clause.number, clause.title, clause.duty) == ("clause", "2.1", "Friend requests", "must")
    assert clause.text.startswith("Staff must decline every friend request that a pupil sends")
    assert "All this holds for former pupils too." in clause.text
    assert "A pupil asks to follow your running diary." in clause.text
    assert (clause.roles, clause.topics) == (("staff",), ("friend-requests",))


def test_a_clause_is_found_by_its_keywords_too(found: list[Record]) -> None:
    assert any("befriend" in record.keywords for record in found if record.kind == "clause")


def test_a_clause_without_heading_has_no_title(found: list[Record]) -> None:
    assert one(found, "second-step").title == ""


def test_a_form_is_found_by_what_it_asks_and_a_letter_by_its_subject(found: list[Record]) -> None:
    form, letter = (next(record for record in found if record.kind == kind) for kind in ("form", "letter"))
    assert "Name of the child" in form.also
    assert letter.also


def test_a_question_is_found_by_its_answers_and_an_outcome_by_what_to_do(found: list[Record]) -> None:
    assert any("I am not sure" in record.text for record in found if record.kind == "question")
    assert all(record.text for record in found if record.kind == "outcome")


def test_entries_of_registers_are_found_by_their_other_names(found: list[Record]) -> None:
    assert "DSL" in one(found, "digital-safety-lead").also
    assert "Twitter" in one(found, "x").also
    topic = next(record for record in found if record.kind == "topic" and record.topics == ("friend-requests",))
    assert "A pupil has sent me a friend request." in topic.also
    assert topic.path == "topics/friend-requests.html"


def test_a_hand_written_page_is_found_by_its_words(found: list[Record]) -> None:
    page = next(record for record in found if record.path == "welcome.html")
    assert (page.kind, page.title) == ("page", "Welcome")
    assert "This page was written by hand." in page.text


def test_columns_say_of_each_record_in_how_many_others_it_stands(found: list[Record], complete: Path) -> None:
    table = columns(complete)
    assert {len(column) for column in table.values()} == {len(found)}
    at = table["anchor"].index("decline")
    assert [table["depth"][at + step] for step in range(3)] == [2, 3, 4]
    assert table["roles"][at] == ["staff"]


def test_words_of_one_thing_stand_for_one_another(complete: Path) -> None:
    examined = pipeline.examine(complete, TODAY)
    (written,) = file.files(Composer(examined.linked), ())
    assert b'["pupil","child","kid"]' in written.content
    assert b'"digital safety lead","DSL"' in written.content


def test_a_first_search_downloads_less_than_150_kilobytes_on_our_own_handbook() -> None:
    examined = pipeline.examine(ROOT, TODAY)
    (written,) = file.files(Composer(examined.linked), pipeline.site(examined))
    scripts = [content for path, content in assets() if path.startswith("assets/handbook/search")]
    assert len(scripts) == 2
    assert sum(len(gzip.compress(content)) for content in (*scripts, written.content)) < MOST


def test_the_index_goes_from_a_to_z_without_articles(handbook_of: Callable[..., Handbook]) -> None:
    section = "  - title: S\n    fields: [{id: n, label: N, type: name}]\n"
    titles = {"a": "A zebra", "b": "Élan", "c": "“Every” form", "d": "The 3 forms"}
    files = {
        f"policies/schools/{name}.yml": f"form: {name}\ntitle: {title}\npart: schools\nsections:\n{section}"
        for name, title in titles.items()
    }
    pages = render.site(linking.link(handbook_of(files)))
    html = next(page.content for page in pages if page.path == "search.html")
    order = [html.index(f">{title}</a>") for title in ("The 3 forms", "Élan", "“Every” form", "A zebra")]
    assert order == sorted(order)
    assert 'id="_0-9"' in html


def test_a_table_is_found_as_a_whole_by_what_its_rules_lead_to(found: list[Record]) -> None:
    (table,) = (record for record in found if record.kind == "table")
    assert table.inner == ()
    assert "Tell the teacher of the class" in table.also
