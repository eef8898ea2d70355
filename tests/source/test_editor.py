"""What an editor of policies sees while writing, in a text editor that knows yaml-language-server."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner
from tests.conftest import HANDBOOKS
from tests.editor import Editor

from policywright import cli

ROOT = Path(__file__).parents[2]
POLICY = """\
# yaml-language-server: $schema=../schema/policy.json
policy: phones
title: Mobile telephones
part: schools
owner: |
statsu: draft
review-by: soon
sections:
  - id: In lessons
    title: In lessons
    clauses:
      - id: phones-off
        duty: mist
        actors: [staff]
        text: Staff must switch their telephones off.
        topics: []
        |
""".replace("|", "")
PHONES = "policies/schools/phones.yml"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = copytree(HANDBOOKS / "complete", tmp_path_factory.mktemp("edited") / "handbook")
    CliRunner().invoke(cli.command, ["--handbook", str(folder), "schema"], catch_exceptions=False)
    (folder / PHONES).write_text(POLICY, encoding="utf-8")
    with Editor(folder) as editor:
        yield editor


def _at(words: str) -> tuple[int, int]:
    """Return the line and the column right behind some words of the policy."""
    before = POLICY[: POLICY.index(words) + len(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_the_planted_errors_are_underlined_and_nothing_else(editor: Editor) -> None:
    told = editor.diagnostics(PHONES)
    assert sorted({int(one.partition(":")[0]) for one in told}) == [5, 6, 7, 9, 13]
    assert "7:12 Write a date as year-month-day, such as 2026-09-01." in told
    assert "9:9 Write small letters, digits and single hyphens, as in personal-use." in told
    assert "6:1 Property statsu is not allowed." in told


def test_keys_are_completed_and_explained(editor: Editor) -> None:
    offered = editor.completions(PHONES, *_at("topics: []\n        "))
    assert "Who bears the duty or may act." not in offered.values()
    assert offered["deadline"] == "By when, for the page of deadlines."
    assert "text" not in offered


def test_the_words_for_duties_are_completed(editor: Editor) -> None:
    offered = editor.completions(PHONES, *_at("duty: "))
    assert {"must", "must-not", "should", "should-not", "may"} <= offered.keys()


def test_roles_and_topics_of_this_handbook_are_offered_with_what_they_are_called(editor: Editor) -> None:
    roles = editor.completions(PHONES, *_at("owner: "))
    topics = editor.completions(PHONES, *_at("topics: ["))
    assert roles["headteacher"] == "Head teacher"
    assert "friend-requests" in topics


def test_resting_on_a_key_shows_the_help_text(editor: Editor) -> None:
    assert "How binding it is; left out for a statement." in editor.hover(PHONES, *_at("dut"))


def test_no_file_of_the_complete_handbook_is_underlined(editor: Editor) -> None:
    told = {}
    for path in sorted((HANDBOOKS / "complete" / "policies").rglob("*.yml")):
        name = path.relative_to(HANDBOOKS / "complete").as_posix()
        told[name] = editor.diagnostics(name)
    assert {name: words for name, words in told.items() if words} == {}


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("handbook", "handbook.yml"),
        ("policy", "*/*.yml"),
        ("form", "*/forms/*.yml"),
        ("letter", "*/letters/*.yml"),
        ("checklist", "*/checklists/*.yml"),
        ("decision", "*/decisions/*.yml"),
        ("table", "*/tables/*.yml"),
        ("source", "sources/*.yml"),
        ("roles", "registers/roles.yml"),
        ("house-style", "registers/house-style.yml"),
    ],
)
def test_the_policies_keep_to_their_schemas(schema: str, files: str) -> None:
    folder = ROOT / "policies"
    apart = {"registers", "sources", "adopters", "schema"}
    found = [path for path in folder.glob(files) if schema != "policy" or path.parent.name not in apart]
    program = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(folder / "schema" / f"{schema}.json")]
    done = subprocess.run([*program, *map(str, found)], capture_output=True, text=True, check=False)
    assert (found != [], done.returncode) == (True, 0), done.stdout


def test_in_a_new_handbook_nothing_is_underlined_with_the_settings_that_it_brings(tmp_path: Path) -> None:
    CliRunner().invoke(cli.command, ["new", "handbook", str(tmp_path / "handbook")], catch_exceptions=False)
    settings = json.loads((tmp_path / "handbook/.vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemaStore.enable"] is False  # which is how our editor is set, too

    files = sorted(path.relative_to(tmp_path / "handbook").as_posix() for path in tmp_path.rglob("*.yml"))
    assert {".gitlab-ci.yml", "policies/handbook.yml", "policies/general/forms/photograph-consent.yml"} <= set(files)
    with Editor(tmp_path / "handbook") as editor:
        assert {file: told for file in files if (told := editor.diagnostics(file))} == {}
