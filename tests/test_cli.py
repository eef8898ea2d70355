"""The command: what it prints, what it writes, and its exit statuses."""

import json
import socket
import sys
from pathlib import Path
from shutil import copytree

import click
import pytest
from click.testing import CliRunner, Result

from policywright import cli, pipeline
from policywright.adapters import starter
from policywright.cli.status import OWN_FAULT, PROBLEMS_FOUND, WRONG_USAGE

HANDBOOKS = Path(__file__).parent / "handbooks"
RULES = (*pipeline.RULES, *pipeline.SPREADSHEET_RULES)


def run(*arguments: str | Path, status: int = 0) -> Result:
    result = CliRunner().invoke(cli.command, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    return copytree(HANDBOOKS / "minimal", tmp_path / "minimal")


def spoil(handbook: Path) -> Path:
    policy = handbook / "policies/schools/social-media.yml"
    policy.write_text(policy.read_text(encoding="utf-8").replace("title:", "tittle:", 1), encoding="utf-8")
    return handbook


def test_a_sound_handbook_is_status_0(minimal: Path) -> None:
    assert run("--handbook", minimal, "check").output == "No problems found.\n"


def test_problems_are_told_with_status_1(minimal: Path) -> None:
    output = run("--handbook", spoil(minimal), "check", status=1).output

    assert "policies/schools/social-media.yml:" in output
    assert "[unknown-key]" in output


def test_checking_writes_nothing(minimal: Path) -> None:
    before = files(minimal)
    run("--handbook", minimal, "check")
    run("--handbook", spoil(minimal), "check", status=1)

    assert files(minimal).keys() == before.keys()


def test_a_command_works_from_any_folder_of_the_handbook(minimal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(minimal / "policies" / "schools")

    assert run("check").output == "No problems found.\n"


def test_outside_a_handbook_the_usage_is_wrong(tmp_path: Path) -> None:
    output = run("--handbook", tmp_path, "check", status=WRONG_USAGE).output

    assert "is not in a handbook" in output
    assert "policywright new handbook" in output


def test_in_a_folder_that_was_removed_the_usage_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    assert "is not there any more" in run("check", status=WRONG_USAGE).output


def test_a_fault_of_the_program_is_told_as_an_issue(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def fail() -> None:
        raise RuntimeError("the program's own fault")

    monkeypatch.setitem(cli.command.commands, "fail", fail)
    monkeypatch.setattr(sys, "argv", ["policywright", "fail"])
    with pytest.raises(SystemExit) as stop:
        cli.main()

    assert stop.value.code == OWN_FAULT
    said = capsys.readouterr().err
    assert said.startswith("Policywright itself failed; the policies are not to blame")
    assert said.rstrip().endswith("RuntimeError: the program's own fault")
    assert "Traceback" not in said


def test_a_revision_that_git_does_not_know_is_wrong_usage(minimal: Path) -> None:
    output = run("--handbook", minimal, "check", "--since", "no-such-revision", status=WRONG_USAGE).output

    assert "in no git repository, so nobody knows its revision no-such-revision" in " ".join(output.split())


def test_building_refuses_a_faulty_handbook_and_leaves_the_site_alone(minimal: Path) -> None:
    (minimal / "site").mkdir()
    (minimal / "site/index.html").write_text("the old one", encoding="utf-8")
    run("--handbook", spoil(minimal), "build", status=PROBLEMS_FOUND)

    assert files(minimal / "site") == {minimal / "site/index.html": b"the old one"}


def test_site_only_and_pdf_only_shut_each_other_out(minimal: Path) -> None:
    run("--handbook", minimal, "build", "--site-only", "--pdf-only", status=WRONG_USAGE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.name))
def test_every_rule_is_explained(rule: type) -> None:
    assert rule.page() in run("explain", rule.name).output  # type: ignore[attr-defined]


def test_without_a_name_all_rules_are_listed() -> None:
    listed = run("explain").output

    assert [line.split()[0] for line in listed.splitlines()] == sorted(rule.name for rule in RULES)


def test_a_misspelt_rule_is_answered_with_the_nearest() -> None:
    output = run("explain", "dangling-referense", status=WRONG_USAGE).output

    assert "Did you mean dangling-reference?" in output


def test_the_list_names_documents_and_provisions_with_numbers(minimal: Path) -> None:
    listed = json.loads(run("--handbook", minimal, "list", "--json").output)

    assert {entry["address"] for entry in listed if entry["kind"] == "document"} >= {"social-media"}
    clause = next(entry for entry in listed if entry["kind"] == "clause")
    assert clause["number"] == "1.1"
    assert clause["location"].startswith("policies/schools/social-media.yml:")
    assert clause["number"] in run("--handbook", minimal, "list").output


def test_the_list_names_what_stands_in_registers_too(minimal: Path) -> None:
    lines = run("--handbook", minimal, "list").output.splitlines()

    assert {"part:schools", "role:headteacher"} <= {line.split()[0] for line in lines if line}


@pytest.mark.parametrize("kind", list(starter.FOLDERS))
def test_what_is_begun_has_no_error(minimal: Path, kind: str) -> None:
    run("--handbook", minimal, "new", kind, "my-first")
    examined = json.loads(run("--handbook", minimal, "check", "--format", "json").output)

    assert [found for found in examined["diagnostics"] if found["severity"] == "error"] == []


@pytest.mark.parametrize("kind", list(starter.FOLDERS))
def test_what_is_begun_is_not_published_before_somebody_has_written_it(minimal: Path, kind: str) -> None:
    run("--handbook", minimal, "new", kind, "my-first")
    (file,) = (minimal / "policies").rglob("my-first.yml")
    words = file.read_text(encoding="utf-8")
    file.write_text(words.replace("status: draft", "status: in-force"), encoding="utf-8")
    found = json.loads(run("--handbook", minimal, "check", "--format", "json").output)["diagnostics"]

    told = {one["location"]["line"] for one in found if one["name"] == "unfinished-words"}
    assert {place for place, line in enumerate(words.split("\n"), 1) if ": Write here" in line} <= told


def test_an_adopter_that_is_begun_lacks_nothing_but_its_own_words(minimal: Path) -> None:
    run("--handbook", minimal, "new", "adopter", "hill-school")
    output = run("--handbook", minimal, "check", "--format", "json", status=PROBLEMS_FOUND).output

    found = json.loads(output)["diagnostics"]
    assert {one["name"] for one in found} == {"unfilled-for-adopter"}
    file = minimal / "policies/adopters/hill-school.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("# variables:\n#  ", "variables:\n  "), encoding="utf-8")
    assert run("--handbook", minimal, "check", "--strict").output == "No problems found.\n"


def test_a_new_handbook_is_sound(tmp_path: Path) -> None:
    run("new", "handbook", tmp_path / "our-handbook")

    assert run("--handbook", tmp_path / "our-handbook", "check", "--strict").output == "No problems found.\n"


def test_nothing_is_written_over(minimal: Path) -> None:
    run("--handbook", minimal, "new", "policy", "my-first")
    run("--handbook", minimal, "new", "policy", "my-first", status=WRONG_USAGE)
    run("new", "handbook", minimal, status=WRONG_USAGE)


def test_an_identifier_that_will_not_do_is_refused(minimal: Path) -> None:
    output = run("--handbook", minimal, "new", "policy", "../Evil", status=WRONG_USAGE).output

    assert "cannot be an identifier" in output


@pytest.mark.parametrize("name", ["über", "a--b", "-", "my_policy"])
def test_an_identifier_that_the_check_would_refuse_is_begun_by_nobody(minimal: Path, name: str) -> None:
    run("--handbook", minimal, "new", "policy", "--", name, status=WRONG_USAGE)


def test_an_identifier_that_will_do_is_told_in_its_place(minimal: Path) -> None:
    output = run("--handbook", minimal, "new", "letter", "Décline a gift", status=WRONG_USAGE).output

    assert "as in decline-a-gift." in output


def test_nothing_is_begun_in_a_part_that_there_is_not(minimal: Path) -> None:
    output = run("--handbook", minimal, "new", "policy", "mine", "--part", "skools", status=WRONG_USAGE).output

    assert "The handbook has no part skools. Its parts are: schools" in output


def test_a_handbook_is_not_begun_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    run("new", "handbook", tmp_path / "notes", status=WRONG_USAGE)


def test_a_port_that_another_program_uses_is_wrong_usage(minimal: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        output = run("--handbook", minimal, "serve", "--port", str(port), status=WRONG_USAGE).output

    assert f"Port {port} cannot be used" in output


def test_the_schemas_are_written_where_the_files_look_for_them(minimal: Path) -> None:
    run("--handbook", minimal, "schema")
    run("--handbook", minimal, "new", "form", "my-form")

    form = minimal / "policies/schools/forms/my-form.yml"
    modeline = form.read_text(encoding="utf-8").splitlines()[0]
    schema = form.parent / modeline.partition("$schema=")[2]
    assert json.loads(schema.read_text(encoding="utf-8"))["properties"]["form"]


def test_an_export_is_written_and_told_of(minimal: Path, tmp_path: Path) -> None:
    output = run("--handbook", minimal, "export", tmp_path / "exported").output
    assert (tmp_path / "exported" / "mkdocs.yml").is_file()
    assert "zensical build" in output


def test_a_faulty_handbook_is_not_exported(minimal: Path, tmp_path: Path) -> None:
    run("--handbook", spoil(minimal), "export", tmp_path / "exported", status=1)
    assert not (tmp_path / "exported").exists()


def test_exporting_over_something_else_is_wrong_usage(minimal: Path) -> None:
    before = files(minimal)
    output = run("--handbook", minimal, "export", minimal, status=2).output
    assert "holds something else" in output
    assert files(minimal) == before
