import subprocess
from pathlib import Path

import pytest

from policywright.adapters import git


def run(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def write(folder: Path, text: str) -> None:
    (folder / "policies").mkdir(parents=True, exist_ok=True)
    (folder / "policies/a.yml").write_text(text, encoding="utf-8")
    (folder / "policies/picture.png").write_bytes(b"\x89PNG")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    folder = tmp_path / "repository" / "a handbook"
    write(folder, "one")
    run(tmp_path / "repository", "init", "--quiet")
    run(folder, "add", ".")
    run(folder, "commit", "--quiet", "--message", "One")
    return folder


def test_without_a_tag_the_last_commit_is_meant(handbook: Path) -> None:
    write(handbook, "not committed")

    assert git.files_at(handbook, None) == {"policies/a.yml": b"one"}


def test_the_last_tag_is_the_last_edition(handbook: Path) -> None:
    run(handbook, "tag", "2026.1")
    write(handbook, "two")
    run(handbook, "commit", "--quiet", "--all", "--message", "Two")

    assert git.files_at(handbook, None) == {"policies/a.yml": b"one"}


def test_another_revision_can_be_named(handbook: Path) -> None:
    run(handbook, "tag", "2026.1")
    write(handbook, "two")
    run(handbook, "commit", "--quiet", "--all", "--message", "Two")

    assert git.files_at(handbook, "HEAD") == {"policies/a.yml": b"two"}


def test_without_a_repository_there_is_no_earlier_edition(tmp_path: Path) -> None:
    write(tmp_path, "one")

    assert git.files_at(tmp_path, None) is None


def test_a_handbook_that_was_not_there_yet_had_no_files(handbook: Path) -> None:
    write(handbook.parent / "a new handbook", "one")

    assert git.files_at(handbook.parent / "a new handbook", None) == {}


def test_without_git_there_is_no_earlier_edition(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert git.files_at(handbook, None) is None


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x"])
def test_a_revision_that_is_not_there_is_refused(handbook: Path, revision: str) -> None:
    with pytest.raises(git.UnknownRevision, match="Git knows no revision"):
        git.files_at(handbook, revision)
