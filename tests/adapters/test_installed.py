"""Where the program was installed from: an address that others can fetch from, and no password."""

import subprocess
from pathlib import Path

import pytest

from policywright.adapters import git
from policywright.adapters.installed import Origin, origin_at


@pytest.mark.parametrize(
    "address",
    [
        "https://git.example.org/policywright.git",
        "https://someone:secret@git.example.org/policywright.git",
        "https://token@git.example.org/policywright.git",
    ],
)
def test_a_password_in_an_address_is_left_out(address: str) -> None:
    assert origin_at(address, "a1b2") == Origin("https://git.example.org/policywright.git", "a1b2")


def test_the_port_of_an_address_is_kept() -> None:
    assert origin_at("https://git.example.org:8443/a", "a1b2") == Origin("https://git.example.org:8443/a", "a1b2")


@pytest.mark.parametrize("address", ["", "/srv/policywright", "file:///srv/policywright", "git@git.example.org:a.git"])
def test_what_others_cannot_fetch_from_is_no_origin(address: str) -> None:
    assert origin_at(address, "a1b2") is None


def test_what_has_no_commit_is_no_origin() -> None:
    assert origin_at("https://git.example.org/policywright.git", "") is None


def test_a_clone_knows_where_it_came_from_and_what_it_is_at(tmp_path: Path) -> None:
    for arguments in (
        ("init", "--quiet"),
        ("remote", "add", "origin", "https://git.example.org/policywright.git"),
        (
            "-c",
            "user.name=Editor",
            "-c",
            "user.email=editor@example.org",
            "commit",
            "--quiet",
            "--allow-empty",
            "-m",
            "1",
        ),
    ):
        assert git.cloned_from(tmp_path)[1] == ""
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)

    address, commit = git.cloned_from(tmp_path)
    assert (address, len(commit)) == ("https://git.example.org/policywright.git", 40)
