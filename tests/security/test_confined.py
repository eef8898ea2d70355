"""A build reads nothing outside of the handbook and the program, and talks to nobody."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from tests.browser.conftest import Quiet, served
from weasyprint.urls import URLFetchingError

from policywright.adapters.typesetting import PackageFetcher

CALLED = Event()


class Listening(Quiet):
    """A server that must not be called."""

    def do_GET(self) -> None:  # noqa: N802  the name that the standard library calls
        CALLED.set()
        super().do_GET()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    CALLED.clear()
    with served(tmp_path, Listening) as address:
        yield address


def test_the_fetcher_of_print_is_denied_the_network_and_all_files_but_its_own(server: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("body { color: red }", encoding="utf-8")
    own = tmp_path / "package"
    own.mkdir()
    (own / "link.css").symlink_to(secret)
    fetcher = PackageFetcher(own)
    for address in (
        f"{server}secret.css",
        secret.as_uri(),
        f"{own.as_uri()}/../secret.css",
        f"{own.as_uri()}/link.css",
    ):
        with pytest.raises((ValueError, URLFetchingError)):
            fetcher.fetch(address)
    assert not CALLED.is_set()


def test_a_build_needs_no_network_and_takes_no_file_from_elsewhere(minimal: Path, tmp_path: Path, server: str) -> None:
    folder = shutil.copytree(minimal, tmp_path / "handbook")
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("# What nobody has published", encoding="utf-8")
    policy = folder / "policies" / "schools" / "social-media.yml"
    words = f"![a]({server}a.png) <img src={server}b.png> <img src={elsewhere.as_uri()}>"
    text = policy.read_text(encoding="utf-8")
    assert "Staff must decline" in text
    policy.write_text(text.replace("Staff must decline", f"{words} Staff must decline", 1), encoding="utf-8")

    command = [*without_a_network(), sys.executable, "-m", "policywright", "--handbook", str(folder), "build"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not CALLED.is_set()
    built = [path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()]
    assert [content for content in built if b"What nobody has published" in content] == []


def without_a_network() -> list[str]:
    """Return how to start a program that has no network, where this system knows how to."""
    command = ["unshare", "--map-root-user", "--net"]
    return command if not subprocess.run([*command, "true"], check=False, capture_output=True).returncode else []
