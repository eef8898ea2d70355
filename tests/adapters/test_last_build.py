"""The last build is known again as long as nothing has changed that it rests on, and never afterwards."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from click.testing import CliRunner

from policywright import cli
from policywright.adapters import git, last_build, mkdocs
from policywright.adapters.built import Built
from policywright.adapters.last_build import LastBuild

POLICY = "policies/schools/social-media.yml"


@pytest.fixture
def folder(minimal: Path, tmp_path: Path) -> Path:
    """A handbook in a git repository, with a site of which it is noted what it was made from."""
    folder = copytree(minimal, tmp_path / "handbook")
    run_git(folder, "init", "--quiet")
    run_git(folder, "add", "policies")
    run_git(folder, "commit", "--quiet", "--message", "First")
    site = folder / "site"
    for made in (site, folder / ".policywright"):
        made.mkdir()
    (site / "index.html").write_text("A page", encoding="utf-8")
    built = Built(site, pages=1, state=last_build.state(site))
    last_build.remember(folder, last_build.made_from(folder, "all"), LastBuild("A note.", built))
    return folder


def run_git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def recalled(folder: Path, wish: str = "all", since: str | None = None) -> LastBuild | None:
    return last_build.recall(folder, last_build.made_from(folder, wish, since))


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_what_was_built_is_known_as_long_as_nothing_changes(folder: Path) -> None:
    last = recalled(folder)

    assert last
    assert (last.report, last.built.site, last.built.pages) == ("A note.", folder / "site", 1)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a policy was written on": lambda folder: append(folder / POLICY, "\n"),
    "the settings were": lambda folder: append(folder / "policies/handbook.yml", "\n"),
    "the settings of MkDocs were": lambda folder: append(folder / "mkdocs.yml", "site_url: https://example.org/\n"),
    "a file has come": lambda folder: (folder / "policies/new.md").write_text("# New\n", encoding="utf-8"),
    "a file has gone": lambda folder: (folder / POLICY).unlink(),
    "a file has another name": lambda folder: (folder / POLICY).rename(folder / "policies/schools/other.yml"),
    "what was written is committed": lambda folder: run_git(folder, "commit", "--allow-empty", "--message", "Second"),
    "a commit is an edition": lambda folder: run_git(folder, "tag", "2026.1"),
    "git knows a file no more": lambda folder: run_git(folder, "rm", "--cached", POLICY),
    "there is no git any more": lambda folder: rmtree(folder / ".git"),
    "the site was removed": lambda folder: rmtree(folder / "site"),
    "a page of it was removed": lambda folder: (folder / "site/index.html").unlink(),
    "a page of it was written on": lambda folder: append(folder / "site/index.html", " "),
    "a file was put into it": lambda folder: (folder / "site/more.txt").write_text("More", encoding="utf-8"),
    "the note of it was damaged": lambda folder: (folder / ".policywright/last-build.json").write_bytes(b"{"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_is_not_known_after_a_change(folder: Path, change: Callable[[Path], object]) -> None:
    assert recalled(folder)
    change(folder)

    assert recalled(folder) is None


def test_a_huge_file_is_not_read_to_its_end_and_still_noticed(folder: Path) -> None:
    huge = folder / "policies/film.mp4"
    made_from = set()
    for size in (2**33, 2**33 + 1):
        with huge.open("wb") as file:
            file.truncate(size)  # on a disk where nothing is written, it takes no room
        made_from.add(last_build.made_from(folder, "all"))
    assert len(made_from) == 2


def test_it_is_not_known_where_something_else_is_wished(folder: Path) -> None:
    assert recalled(folder, "the PDFs") is None


def test_it_is_not_known_to_another_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as other:
        other.setattr(last_build, "engine", lambda: "another")
        assert recalled(folder) is None
    with monkeypatch.context() as other:
        other.setattr(last_build, "program", lambda: "another")
        assert recalled(folder) is None
    assert recalled(folder)


def test_a_revision_to_compare_with_is_what_it_stands_for_and_not_what_it_is_called(folder: Path) -> None:
    before = git.state(folder, "HEAD~0")
    assert git.state(folder, "HEAD") == before
    run_git(folder, "commit", "--allow-empty", "--message", "Second")
    assert git.state(folder, "HEAD~1") != git.state(folder, "HEAD")


@pytest.mark.parametrize("line", ["hooks: [hook.py]", "theme: {name: material, custom_dir: ours}", "INHERIT: base.yml"])
def test_a_site_may_rest_on_other_files_where_the_settings_name_some(folder: Path, line: str) -> None:
    (folder / "hook.py").touch()
    (folder / "ours").mkdir()
    (folder / "base.yml").write_text("docs_dir: policies\n", encoding="utf-8")
    settings = folder / "mkdocs.yml"
    assert not mkdocs.rests_on_more(folder)
    written = settings.read_text(encoding="utf-8").replace("theme:\n  name: material\n", "")
    settings.write_text(f"{written}{line}\n", encoding="utf-8")

    assert mkdocs.rests_on_more(folder)


def test_a_build_tells_that_nothing_has_changed(minimal: Path, tmp_path: Path) -> None:
    folder = copytree(minimal, tmp_path / "handbook")
    arguments = ["--handbook", str(folder), "build", "--site-only"]
    first, second = (CliRunner().invoke(cli.command, arguments).output for _ in range(2))

    assert second.splitlines() == ["Nothing has changed since the last build.", *first.splitlines()]
