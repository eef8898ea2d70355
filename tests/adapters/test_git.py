import datetime
import subprocess
from pathlib import Path

import pytest

from policywright.adapters import git
from policywright.model.past import Past


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


def test_links_that_lead_nowhere_or_in_a_circle_hold_nothing(handbook: Path) -> None:
    for name, target in {"nowhere": "/etc/passwd", "there": "back.yml", "back": "there.yml"}.items():
        (handbook / "policies" / f"{name}.yml").symlink_to(target)
    run(handbook, "add", "--all")
    run(handbook, "commit", "--quiet", "--message", "Links")

    assert git.files_at(handbook, None) == {"policies/a.yml": b"one"}


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


def commit(folder: Path, text: str) -> None:
    write(folder, text)
    run(folder, "add", ".")
    run(folder, "commit", "--quiet", "--message", text.partition("\n")[0])


def replaced(folder: Path) -> list[tuple[str, bytes]]:
    return [(one.name, one.content) for one in git.past(folder).replaced]


def test_the_past_is_each_text_that_another_version_replaced(handbook: Path) -> None:
    for text in ("version: 1\n", "version: 1\nmore\n", "version: 2\nmore\n", "version: 2\nyet more\n"):
        commit(handbook, text)

    past = git.past(handbook)
    assert replaced(handbook) == [("policies/a.yml", b"version: 1\nmore\n"), ("policies/a.yml", b"one")]
    assert past.whole
    assert all(isinstance(one.date, datetime.date) for one in past.replaced)


def test_what_is_not_committed_replaces_the_last_commit(handbook: Path) -> None:
    commit(handbook, "version: 1")
    write(handbook, "version: 2")

    assert git.past(handbook).replaced[0].content == b"version: 1"
    assert git.past(handbook).replaced[0].date is None
    assert git.past(handbook).replaced[0].commit == git.described(handbook, "HEAD")[1]


def test_each_text_is_told_with_the_last_commit_that_had_it(handbook: Path) -> None:
    for text in ("version: 1\n", "version: 1\nmore\n", "version: 2\nmore\n", "version: 3\n"):
        commit(handbook, text)

    known = {f"version: {version}\nmore\n".encode(): revision for version, revision in ((1, "HEAD~2"), (2, "HEAD~1"))}
    told = {one.content: one.commit for one in git.past(handbook).replaced}
    assert {text: told[text] for text in known} == {
        text: git.described(handbook, revision)[1] for text, revision in known.items()
    }


def test_a_file_that_moved_is_told_where_it_was_and_where_it_was_not(handbook: Path) -> None:
    commit(handbook, "version: 1")
    run(handbook, "mv", "policies/a.yml", "policies/ä\nb.yml")
    run(handbook, "commit", "--quiet", "--message", "Move")

    assert replaced(handbook)[:2] == [("policies/a.yml", b"version: 1"), ("policies/ä\nb.yml", b"")]


def test_a_name_and_a_content_in_any_encoding_are_no_obstacle(handbook: Path) -> None:
    (handbook / "policies" / "caf\udce9.yml").write_bytes(b"version: 1 \xff\n")
    run(handbook, "add", ".")
    run(handbook, "commit", "--quiet", "--message", "Bytes")
    (handbook / "policies" / "caf\udce9.yml").write_bytes(b"version: 2\n")

    assert b"version: 1 \xff\n" in {one.content for one in git.past(handbook).replaced}


def test_a_branch_that_was_merged_counts_as_one_step(handbook: Path) -> None:
    commit(handbook, "version: 1")
    run(handbook, "switch", "--quiet", "--create", "branch")
    commit(handbook, "version: 2\ndraft")
    commit(handbook, "version: 3")
    run(handbook, "switch", "--quiet", "-")
    run(handbook, "merge", "--quiet", "--no-ff", "--message", "Merge", "branch")

    assert replaced(handbook) == [("policies/a.yml", b"version: 1"), ("policies/a.yml", b"one")]


def test_a_shallow_clone_knows_less_than_the_whole(handbook: Path, tmp_path: Path) -> None:
    commit(handbook, "version: 1")
    commit(handbook, "version: 2")
    run(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{handbook.parent}", "shallow")

    past = git.past(tmp_path / "shallow" / "a handbook")
    assert not past.whole
    assert [one.content for one in past.replaced] == [b""]


def test_contents_that_are_not_here_leave_the_past_unknown(handbook: Path) -> None:
    commit(handbook, "version: 1")
    commit(handbook, "version: 2")
    name = subprocess.run(
        ["git", "rev-parse", "HEAD~1:./policies/a.yml"], cwd=handbook, check=True, capture_output=True, text=True
    ).stdout.strip()
    lost = handbook.parent / ".git" / "objects" / name[:2] / name[2:]
    lost.chmod(0o600)
    lost.unlink()

    assert git.past(handbook) == Past()


def test_without_a_commit_or_a_repository_or_git_the_past_is_not_known(
    tmp_path: Path, handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    write(empty, "version: 1")
    assert git.past(empty) == Past()
    run(empty, "init", "--quiet")
    assert git.past(empty) == Past()
    monkeypatch.setenv("PATH", "")
    assert git.past(handbook) == Past()


def test_a_handbook_that_git_was_never_told_of_has_no_known_past(handbook: Path) -> None:
    write(handbook.parent / "a new handbook", "version: 1")

    assert git.past(handbook.parent / "a new handbook") == Past()


def head(folder: Path) -> str:
    told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    return told.stdout[:10]


def test_each_file_has_the_commit_that_last_changed_it_and_the_folder_the_last_of_all(handbook: Path) -> None:
    first = head(handbook)
    (handbook / "policies/b.yml").write_text("two", encoding="utf-8")
    run(handbook, "add", ".")
    run(handbook, "commit", "--quiet", "--message", "Two")
    (handbook / "elsewhere.txt").write_text("three", encoding="utf-8")
    run(handbook, "add", ".")
    run(handbook, "commit", "--quiet", "--message", "Three, not of the policies")

    found = git.commits(handbook)
    assert found["policies/a.yml"] == first
    assert found["policies/b.yml"] == found["policies"] != first


def test_what_was_changed_since_has_no_commit_and_nor_has_the_folder(handbook: Path) -> None:
    (handbook / "policies/b.yml").write_text("two", encoding="utf-8")
    assert set(git.commits(handbook)) == {"policies/a.yml", "policies/picture.png"}

    write(handbook, "changed")
    assert set(git.commits(handbook)) == {"policies/picture.png"}


def test_without_a_repository_nothing_has_a_commit(tmp_path: Path) -> None:
    write(tmp_path, "one")
    assert git.commits(tmp_path) == {}
