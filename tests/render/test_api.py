"""The handbook as data: what other programs may rely on."""

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.conftest import HANDBOOKS

from policywright import linking, pipeline, render
from policywright.checks.check import Circumstances
from policywright.model.handbook import Handbook
from policywright.pipeline import Examined
from policywright.render.files import api
from policywright.render.page import Page

TODAY = Circumstances(date(2026, 11, 21))
OUTLINE = Path(__file__).parent.parent / "expected" / "api.txt"

Files = dict[str, Any]


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, TODAY)


@pytest.fixture(scope="module")
def pages(examined: Examined) -> dict[str, Page]:
    return {page.path: page for page in pipeline.site(examined)}


@pytest.fixture(scope="module")
def files(examined: Examined) -> Files:
    return written(examined)


def written(examined: Examined) -> Files:
    found = pipeline.site_files(examined, (), address="https://handbook.example.org")
    return {file.path: json.loads(file.content) for file in found if file.path.startswith("api/")}


def nodes(data: object) -> Iterator[Files]:
    """Yield every object within data."""
    if isinstance(data, dict):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from nodes(inner)


def clause(files: Files, address: str) -> Files:
    document = files[f"api/documents/{address.partition('#')[0]}.json"]
    return next(node for node in nodes(document) if node.get("address") == address)


@pytest.mark.parametrize("handbook", ["minimal", "complete", "broken"])
def test_every_file_keeps_to_the_schema_that_it_names(handbook: str) -> None:
    files = written(pipeline.examine(HANDBOOKS / handbook, TODAY))
    for path, data in files.items():
        if "/schema/" in path:
            Draft202012Validator.check_schema(data)
        else:
            schema = files[normpath(join(dirname(path), data["$schema"]))]
            assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == [], path


def test_every_schema_explains_each_of_its_keys(files: Files) -> None:
    for path, schema in files.items():
        if "/schema/" in path:
            for node in nodes(schema):
                for name, about in node.get("properties", {}).items():
                    assert about.get("description") or about.get("$ref"), f"{path}: {name}"


def test_every_document_and_register_is_listed_and_is_there(files: Files, examined: Examined) -> None:
    index = files["api/handbook.json"]
    listed = [f"api/{entry['data']}" for entry in index["documents"]]
    assert listed == [f"api/documents/{document.id}.json" for document in examined.linked.handbook.documents]
    assert {*listed, *(f"api/{path}" for path in index["registers"].values())} <= files.keys()


def test_everything_that_can_be_cited_is_there_once_by_its_address(files: Files, examined: Examined) -> None:
    found = [
        node["address"]
        for path, data in files.items()
        if path.startswith(("api/documents/", "api/registers/"))
        for node in nodes(data)
        if "address" in node
    ]
    parts = {target.address for target in examined.linked.targets.values() if target.kind == "part"}
    assert sorted(found) == sorted(examined.linked.targets.keys() - parts)


def test_every_link_to_a_page_arrives(files: Files, pages: dict[str, Page]) -> None:
    data = {path: data for path, data in files.items() if "/schema/" not in path}
    links = [(path, node["page"]) for path in data for node in nodes(data[path]) if "page" in node]
    assert links
    for path, link in links:
        page, _, anchor = normpath(join(dirname(path), link)).partition("#")
        assert page in pages, f"{path}: {link}"
        assert not anchor or anchor in pages[page].anchors, f"{path}: {link}"


def test_a_provision_tells_its_number_and_the_duty_and_actors_in_effect(files: Files, examined: Examined) -> None:
    for target in examined.linked.targets.values():
        if target.kind in {"clause", "point"}:
            provision = clause(files, target.address)
            assert provision.get("number", "") == target.number
            assert provision.get("duty") == target.duty
            assert provision.get("actors", []) == [f"role:{actor}" for actor in target.actors]


def test_every_clause_and_point_is_in_one_list(files: Files, examined: Examined) -> None:
    listed = {entry["address"]: entry for entry in files["api/clauses.json"]["clauses"]}
    provisions = {
        target.address: target for target in examined.linked.targets.values() if target.kind in {"clause", "point"}
    }
    assert list(listed) == list(provisions)
    for address, entry in listed.items():
        assert (entry["kind"], entry["text"]) == (provisions[address].kind, clause(files, address)["text"])


def test_prose_is_plain_text_and_markdown_where_that_says_more(handbook_of: Callable[..., Handbook]) -> None:
    policy = (
        "policy: photographs\ntitle: Photographs\npart: schools\nsections:\n  - id: rules\n    title: Rules\n"
        "    clauses:\n      - id: one\n        text: Ask the [[role:headteacher]] *first*.\n"
        "      - id: two\n        text: It is so.\n"
    )
    linked = linking.link(handbook_of({"policies/schools/photographs.yml": policy}))
    found = {file.path: file.content for file in render.site_files(linked, ())}
    one, two = json.loads(found["api/documents/photographs.json"])["sections"][0]["clauses"]
    assert one["text"] == "Ask the Head teacher first."
    assert one["text_markdown"] == "Ask the [[role:headteacher]] *first*."
    assert two["text"] == "It is so."
    assert "text_markdown" not in two
    assert one["refers_to"] == ["role:headteacher"]


def test_references_are_told_from_both_ends_and_in_one_file(files: Files) -> None:
    for reference in files["api/references.json"]["references"]:
        if reference["by"] == "text" and "#" in reference["from"] and "#" in reference["to"]:
            assert reference["to"] in clause(files, reference["from"])["refers_to"]


def test_what_is_for_editors_alone_is_nowhere(files: Files, complete: Path) -> None:
    assert any("editors-note:" in path.read_text(encoding="utf-8") for path in complete.rglob("*.yml"))
    for path, data in files.items():
        assert not any({"editors_note", "accept"} & node.keys() for node in nodes(data)), path


def test_the_data_of_one_handbook_are_the_same_on_every_day(files: Files, complete: Path) -> None:
    assert files == written(pipeline.examine(complete, Circumstances(date(2027, 12, 24))))


def test_a_change_of_the_format_is_seen() -> None:
    """`UPDATE_EXPECTED=1` writes the outline anew; if a program could fail by the change, `FORMAT` is raised too."""
    if "UPDATE_EXPECTED" in os.environ:
        OUTLINE.write_text("".join(f"{line}\n" for line in outline()), encoding="utf-8")
    assert OUTLINE.read_text(encoding="utf-8") == "".join(f"{line}\n" for line in outline())


def outline() -> Iterator[str]:
    """Yield a line for each kind of thing in the data: its keys, those that are always there with a mark."""
    for name, schema in api.schemas().items():
        for kind, shape in {name: schema, **schema.get("$defs", {})}.items():
            keys = (f"{one}!" if one in shape.get("required", ()) else one for one in shape["properties"])
            yield f"{name}/{kind}: {' '.join(keys)}" if kind != name else f"{name}: {' '.join(keys)}"
