"""The command `policywright diff`: which two states of a handbook it compares."""

import json
import subprocess
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from policywright import cli
from policywright.cli.status import WRONG_USAGE

MINIMAL = Path(__file__).parents[1] / "handbooks" / "minimal"
POLICY = "policies/schools/social-media.yml"
SAME = "Nothing changed.\n"


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def entitle(folder: Path, title: str) -> None:
    policy = folder / POLICY
    lines = policy.read_text(encoding="utf-8").split("\n")
    lines = [f"title: {title}" if line.startswith("title:") else line for line in lines]
    policy.write_text("\n".join(lines), encoding="utf-8")


def commit(folder: Path, title: str, tag: str) -> None:
    entitle(folder, title)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", title)
    git(folder, "tag", tag)


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """Return a handbook whose policy was called One and Two in two editions, and is called Three since."""
    folder = copytree(MINIMAL, tmp_path / "handbook")
    git(folder, "init", "--quiet")
    commit(folder, "One", "first")
    commit(folder, "Two", "second")
    entitle(folder, "Three")
    return folder


def diff(folder: Path, *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(cli.command, ["--handbook", str(folder), "diff", *arguments])
    assert result.exit_code == status, result.output
    return result.output


@pytest.mark.parametrize(
    ("revisions", "title"),
    [
        ("first..second", "Title: [-One-] {+Two+}"),
        ("second..first", "Title: [-Two-] {+One+}"),
        ("first", "Title: [-One-] {+Three+}"),
        ("first..", "Title: [-One-] {+Two+}"),
        ("..first", "Title: [-Two-] {+One+}"),
    ],
)
def test_two_revisions_are_compared_or_one_with_the_files_as_they_stand(
    handbook: Path, revisions: str, title: str
) -> None:
    assert title in diff(handbook, revisions)


def test_left_out_the_last_tag_is_meant(handbook: Path) -> None:
    git(handbook, "commit", "--quiet", "--all", "--message", "Three")
    assert "Title: [-Two-] {+Three+}" in diff(handbook)


def test_where_nothing_changed_it_says_so(handbook: Path) -> None:
    assert diff(handbook, "second..second") == SAME


def test_it_writes_nothing(handbook: Path) -> None:
    before = {path: path.read_bytes() for path in handbook.rglob("*") if path.is_file()}
    diff(handbook, "first")
    assert {path: path.read_bytes() for path in handbook.rglob("*") if path.is_file()} == before


def test_two_folders_are_compared_too(handbook: Path, tmp_path: Path) -> None:
    other = copytree(MINIMAL, tmp_path / "other")
    entitle(other, "Four")
    assert "Title: [-Four-] {+Three+}" in diff(handbook, str(other))
    assert "Title: [-Three-] {+Four+}" in diff(handbook, str(handbook), str(other))
    assert "Title: [-One-] {+Four+}" in diff(handbook, "first", str(other))


def test_programs_get_each_change_with_its_grade(handbook: Path) -> None:
    told = json.loads(diff(handbook, "first..second", "--as", "json"))
    (document,) = told["documents"]
    assert (document["address"], document["grade"]) == ("social-media", "wording")
    (change,) = document["changes"]
    assert change["altered"][0]["words"] == [{"removed": "One"}, {"kept": " "}, {"added": "Two"}]


def test_one_document_alone_is_told_where_it_is_named(handbook: Path) -> None:
    assert "Title" in diff(handbook, "first", "--document", "social-media")
    assert "Did you mean social-media?" in diff(handbook, "first", "--document", "social-medea", status=WRONG_USAGE)


def test_a_change_marked_edition_is_written_into_a_folder(handbook: Path, tmp_path: Path) -> None:
    target = tmp_path / "review"
    assert "changes.html" in diff(handbook, "first..second", "--to", str(target))
    assert sorted(file.name for file in target.iterdir()) == ["changes.html", "changes.pdf"]
    page = (target / "changes.html").read_text(encoding="utf-8")
    assert all(words in page for words in ("<td>first</td><td>second</td>", "<del>", "<ins>"))
    assert (target / "changes.pdf").read_bytes().startswith(b"%PDF-")


def test_a_pack_for_those_who_approve_is_written_as_a_page_and_a_pdf(handbook: Path, tmp_path: Path) -> None:
    target = tmp_path / "review"
    diff(handbook, "first..second", "--as", "pack", "--to", str(target))
    assert sorted(file.name for file in target.iterdir()) == ["approval-pack.html", "approval-pack.pdf"]
    assert "1 document changed" in (target / "approval-pack.html").read_text(encoding="utf-8")
    assert (target / "approval-pack.pdf").read_bytes().startswith(b"%PDF-")


def test_what_is_read_can_be_written_too(handbook: Path, tmp_path: Path) -> None:
    forms = ("--as", "text", "--as", "json", "--as", "markdown")
    diff(handbook, "first", *forms, "--to", str(tmp_path / "review"))
    assert "Title" in (tmp_path / "review" / "changes.txt").read_text(encoding="utf-8")
    assert "### What" in (tmp_path / "review" / "changes.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "review" / "changes.json").read_text(encoding="utf-8"))["documents"]


def test_a_page_without_a_folder_is_wrong_usage(handbook: Path) -> None:
    assert "say which one with --to FOLDER" in diff(handbook, "--as", "page", status=WRONG_USAGE)


def test_a_pack_without_a_folder_is_wrong_usage(handbook: Path) -> None:
    assert "say which one with --to FOLDER" in diff(handbook, "--as", "pack", status=WRONG_USAGE)


@pytest.mark.parametrize("revisions", ["nowhere", "nowhere..first", "first..nowhere"])
def test_a_revision_that_is_not_there_is_wrong_usage(handbook: Path, revisions: str) -> None:
    assert "Git knows no revision nowhere here." in diff(handbook, revisions, status=WRONG_USAGE)


def test_three_dots_are_wrong_usage(handbook: Path) -> None:
    assert "Write first..second, with two dots" in diff(handbook, "first...second", status=WRONG_USAGE)


@pytest.mark.parametrize("arguments", [(), ("first",), ("first..second",)])
def test_outside_a_repository_there_is_nothing_to_compare_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = copytree(MINIMAL, tmp_path / "alone")
    assert "The handbook is in no git repository" in diff(folder, *arguments, status=WRONG_USAGE)


def test_what_cannot_be_read_hides_nothing_else_and_is_told(handbook: Path) -> None:
    unread = "Not all of it could be read"
    assert unread not in diff(handbook)
    (handbook / "policies/schools/broken.yml").write_text("policy: [\n", encoding="utf-8")
    assert "Title: [-Two-] {+Three+}" in diff(handbook)
    assert unread in diff(handbook)
    assert f"**{unread}**" in diff(handbook, "--as", "markdown")
