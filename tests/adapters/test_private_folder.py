from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from policywright.adapters.private_folder import CannotWrite, refuse_public, write

FILES = {"a.pdf": b"first", "b.pdf": b"second"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    folder = tmp_path / "handbook"
    for name in ("policies", "site"):
        (folder / name).mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", ["policies", "site", "policies/new", "site/pdf"])
def test_nothing_is_written_where_a_handbook_is_published(handbook: Path, name: str) -> None:
    with pytest.raises(CannotWrite, match="which is published"):
        refuse_public(handbook / name, handbook)


def test_nothing_is_written_where_git_would_keep_it(handbook: Path) -> None:
    subprocess.run(["git", "init", "-q", handbook], check=True)
    with pytest.raises(CannotWrite, match="git keeps"):
        refuse_public(handbook / "filled", handbook)


def test_a_folder_that_git_ignores_or_that_is_elsewhere_will_do(handbook: Path, tmp_path: Path) -> None:
    refuse_public(handbook / "filled", handbook)
    subprocess.run(["git", "init", "-q", handbook], check=True)
    (handbook / ".gitignore").write_text("/filled/\n", encoding="utf-8")
    refuse_public(handbook / "filled", handbook)
    refuse_public(tmp_path / "elsewhere", handbook)


def test_a_folder_is_made_that_its_owner_alone_may_open(tmp_path: Path) -> None:
    write(FILES, tmp_path / "new" / "filled", replace=False)
    assert contents(tmp_path / "new" / "filled") == FILES
    assert (tmp_path / "new" / "filled").stat().st_mode & 0o777 == 0o700


def test_what_is_there_stays_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"old")
    (tmp_path / "c.pdf").write_bytes(b"other")
    with pytest.raises(CannotWrite, match=r"b\.pdf would be overwritten"):
        write(FILES, tmp_path, replace=False)
    assert contents(tmp_path) == {"b.pdf": b"old", "c.pdf": b"other"}
    write(FILES, tmp_path, replace=True)
    assert contents(tmp_path) == FILES | {"c.pdf": b"other"}


def test_where_writing_fails_nothing_is_left_behind(tmp_path: Path) -> None:
    files = FILES | {"no/such/folder.pdf": b""}
    with pytest.raises(FileNotFoundError):
        write(files, tmp_path / "filled", replace=False)
    assert not (tmp_path / "filled").exists()
    with pytest.raises(FileNotFoundError):
        write(files, tmp_path, replace=False)
    assert contents(tmp_path) == {}
