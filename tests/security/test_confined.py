"""A build reads nothing outside of the handbook and the program, and talks to nobody."""

import mimetypes
import os
import shutil
import subprocess
import sys
import sysconfig
import zoneinfo
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from threading import Event

import pytest
from tests.browser.conftest import Quiet, served
from weasyprint.urls import URLFetchingError

from policywright.adapters.typesetting import PackageFetcher

CALLED = Event()
SYSTEM = {"/dev", "/proc", *mimetypes.knownfiles, *zoneinfo.TZPATH}
"""Where the system tells Python of itself, of kinds of files and of zones of time."""


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


FINDERS = {"ldconfig", "ld", "gcc", "cc", "objdump"}
"""Which programs Python asks where the system keeps its libraries."""

WATCHED = """
import os
import sys

def watch(event, arguments):
    if event == "open" and not isinstance(arguments[0], int):
        note("open", os.path.abspath(os.fsdecode(arguments[0])))
    elif event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        note(event, arguments)
    elif event == "subprocess.Popen":
        note(event, arguments[0])

def note(event, what):
    os.write(notes, f"{event} {what}\\n".encode(errors="replace"))

notes = os.open(os.environ["NOTES"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
sys.addaudithook(watch)
"""
"""Has Python, which runs this first in each process, note what it opens, whom it asks and what it starts."""


@pytest.fixture
def watch(tmp_path: Path) -> dict[str, str]:
    """Return the surroundings in which every process of a build notes what it does, beside what is there already."""
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCHED, encoding="utf-8")
    (tmp_path / "for a while").mkdir()
    notes = {"NOTES": str(tmp_path / "notes.txt"), "TMPDIR": str(tmp_path / "for a while")}
    return os.environ | notes | {"PYTHONPATH": str(tmp_path / "watch")}


def test_a_build_needs_no_network_and_takes_no_file_from_elsewhere(
    minimal: Path, tmp_path: Path, server: str, watch: dict[str, str]
) -> None:
    folder = shutil.copytree(minimal, tmp_path / "handbook")
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("# What nobody has published", encoding="utf-8")
    policy = folder / "policies" / "schools" / "social-media.yml"
    words = f"![a]({server}a.png) <img src={server}b.png> <img src={elsewhere.as_uri()}>"
    text = policy.read_text(encoding="utf-8")
    assert "Staff must decline" in text
    policy.write_text(text.replace("Staff must decline", f"{words} Staff must decline", 1), encoding="utf-8")

    command = [*without_a_network(), sys.executable, "-m", "policywright", "--handbook", str(folder), "build"]
    done = subprocess.run(command, env=watch, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not CALLED.is_set()
    built = [path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()]
    assert [content for content in built if b"What nobody has published" in content] == []
    see_confined(Path(watch["NOTES"]).read_text(encoding="utf-8").splitlines(), folder)


def see_confined(notes: Sequence[str], folder: Path) -> None:
    """See that a build opened nothing but its handbook, the program and what it made for a while, and asked nobody."""
    python = {*map(Path, (sys.prefix, sys.base_prefix)), *(Path(path) for path in sysconfig.get_paths().values())}
    package = [Path(str(files(name))) for name in ("policywright", "policywright.templates")]
    beside = (folder.parent / "watch", folder.parent / "for a while")
    homes = {str(home.resolve()) for home in (folder, *beside, *python, *package)}
    did = [note.partition(" ")[::2] for note in notes]
    opened = {Path(path).resolve() for event, path in did if event == "open"}
    assert [path for path in opened if not any(path.is_relative_to(home) for home in homes | SYSTEM)] == []
    assert {event for event, _ in did} <= {"open", "subprocess.Popen"}
    assert {Path(program).name for event, program in did if event == "subprocess.Popen"} <= {"git", *FINDERS}
    assert any(path.is_relative_to(folder / "policies") for path in opened)


def without_a_network() -> list[str]:
    """Return how to start a program that has no network, where this system knows how to."""
    command = ["unshare", "--map-root-user", "--net"]
    return command if not subprocess.run([*command, "true"], check=False, capture_output=True).returncode else []
