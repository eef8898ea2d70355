import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from policywright import pipeline, source
from policywright.model.registers import Law, Role, Topic

SCHEMAS = source.schemas()
POLICIES = Path(__file__).parents[2] / "policies"
NAMES = json.loads((POLICIES / "schema" / source.NAMES).read_text(encoding="utf-8"))
REGISTRY: Registry[Any] = Registry().with_resource(source.NAMES, Resource.from_contents(NAMES))


class Editor(yaml.SafeLoader):
    """Reads YAML as text editors do, by version 1.2: `yes` and dates are text, `2026.1` is a number."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if tag.rsplit(":")[-1] in {"int", "float", "null"}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _judge(text: str) -> list[str]:
    document = yaml.load(text, Editor)  # noqa: S506  a safe loader
    key = next(iter(document))
    schema = SCHEMAS[f"{document[key] if key == 'register' else key}.json"]
    return [error.message for error in Draft202012Validator(schema, registry=REGISTRY).iter_errors(document)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_the_schemas_accept_what_the_reader_accepts(complete_files: dict[str, bytes]) -> None:
    for name, content in complete_files.items():
        if name.endswith(".yml"):
            assert _judge(content.decode()) == [], name


@pytest.mark.parametrize(
    "wrong",
    [
        "polices: [a]",
        "status: modle",
        "review-by: 1 September 2027",
        "title: [a]",
        "part:",
    ],
)
def test_a_schema_refuses_what_the_reader_refuses(wrong: str) -> None:
    key = wrong.partition(":")[0]
    right = {"policy": "policy: a", "title": "title: A", "part": "part: schools"}
    assert _judge("\n".join(right.values())) == []
    assert len(_judge("\n".join((right | {key: wrong}).values()))) == 1


def test_every_key_is_explained() -> None:
    for schema in SCHEMAS.values():
        for model in (schema, *schema["$defs"].values()):
            assert model["description"]
            for key, about in model.get("properties", {}).items():
                assert {"description", "const", "$ref"} & about.keys(), (model["title"], key)


def test_what_is_offered_is_what_the_handbook_has(minimal: Path) -> None:
    lists = source.names(pipeline.read(minimal).linked)["$defs"]
    offered = lists["role"]
    assert offered["enum"] == ["governors", "headteacher", "parent", "pupil", "school-office", "staff"]
    assert offered["enumDescriptions"][1] == "Head teacher"
    assert lists["rule"]["enum"] == [
        "social-media#decline-friend-requests",
        "social-media#tell-the-headteacher",
    ]


def test_every_list_of_names_that_a_schema_asks_for_is_there() -> None:
    asked = set(re.findall(r'"names\.json#/\$defs/([^"]+)"', json.dumps(SCHEMAS)))
    assert asked == NAMES["$defs"].keys()


def test_the_names_beside_the_policies_are_those_of_their_registers() -> None:
    handbook, _ = source.load(POLICIES.parent)
    for kind, entries in (("role", Role), ("topic", Topic), ("law", Law)):
        offered = NAMES["$defs"][kind]["enum"]
        assert offered == sorted(entry.id for entry in handbook.entries(entries)), "run policywright schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_beside_the_policies_are_fresh(name: str) -> None:
    expected: dict[str, Any] = SCHEMAS[name]
    assert json.loads((POLICIES / "schema" / name).read_text()) == expected
