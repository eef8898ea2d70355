"""However a build ends, the site is the old one or the new one, and the next build needs no cleaning."""

import random
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.endings.kills import EDITIONS, Victim, kills

from policywright import INTERRUPTED, STOPPED
from policywright.cli.status import WRONG_USAGE


@pytest.fixture(scope="module")
def unharmed(tmp_path_factory: pytest.TempPathFactory) -> Victim:
    return Victim.in_folder(tmp_path_factory.mktemp("unharmed") / "handbook", "--site-only")


@pytest.fixture
def victim(unharmed: Victim, tmp_path: Path) -> Victim:
    return replace(unharmed, folder=shutil.copytree(unharmed.folder, tmp_path / "handbook"))


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(victim: Victim) -> None:
    assert len(list(kills(victim, 3, random.Random()))) == 3  # noqa: S311  any moments will do
    victim.see_next_build()


def test_of_two_builds_at_once_one_waits_for_the_other(victim: Victim) -> None:
    first, second = victim.build(), victim.build()
    said = [build.communicate()[0] for build in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0), said
    assert victim.site() == victim.whole[EDITIONS[0]]


def test_a_full_disk_is_told_in_plain_words_and_leaves_the_old_site(victim: Victim) -> None:
    victim.write(EDITIONS[1])
    told = refused(victim, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert "could not be written" in told
    assert victim.site() == victim.whole[EDITIONS[0]]
    victim.see_next_build()


def test_a_disk_that_is_full_while_pdfs_are_printed_is_told_too(victim: Victim) -> None:
    victim.options = ("--pdf-only",)
    told = refused(victim, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert "could not be written" in told
    assert victim.site() == victim.whole[EDITIONS[0]]


WITHOUT_PRIVILEGES = """
import ctypes, runpy

# Root may write where nobody may; whoever has that right can always give it up.
version_3, this_process = 0x20080522, 0
assert not ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(version_3, this_process), (ctypes.c_uint32 * 6)())
runpy.run_module("policywright", run_name="__main__")
"""


def test_a_folder_that_nobody_may_write_into_is_told_and_left_as_it_is(victim: Victim) -> None:
    victim.write(EDITIONS[1])
    folders = (victim.folder, victim.folder / ".policywright")
    for folder in folders:
        folder.chmod(0o555)
    told = refused(victim, "-c", WITHOUT_PRIVILEGES)
    for folder in folders:
        folder.chmod(0o755)
    assert "permission denied" in told
    assert victim.site() == victim.whole[EDITIONS[0]]
    victim.see_next_build()


def refused(victim: Victim, *start: str, limit: Callable[[], None] | None = None) -> str:
    """Return what a build says that cannot write, and see that it ends as it should."""
    started = [sys.executable, *(start or ("-m", "policywright"))]
    command = [*started, "--handbook", str(victim.folder), "build", *victim.options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    assert done.returncode == WRONG_USAGE, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


STOP_AT = """
import os, runpy, signal, sys

moment, *sys.argv[1:] = sys.argv[1:]

def stop(event, arguments):
    global moment
    if moment and moment in f"{event} {arguments[:1]}":
        moment = ""
        os.kill(os.getpid(), signal.SIGINT)

# What is started in the background of a shell would not hear of it.
signal.signal(signal.SIGINT, signal.default_int_handler)
# Several processes print, whatever this machine has.
os.sched_getaffinity = lambda _: {0, 1}
sys.addaudithook(stop)
runpy.run_module("policywright", run_name="__main__")
"""


def see_stopped(moment: str, *arguments: str | Path) -> None:
    """See that a command that is stopped when a file is run or opened says so in one sentence, and ends."""
    command: list[str | Path] = [sys.executable, "-c", STOP_AT, moment, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == INTERRUPTED, done.stderr
    assert done.stderr.strip().splitlines()[-1] == STOPPED
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("moment", "what"),
    [
        ("/policywright/cli/__init__.py", "--site-only"),
        ("/policywright/cli/build.py", "--site-only"),
        ("/policywright/adapters/mkdocs.py", "--site-only"),
        ("/multiprocessing/popen_spawn_posix.py", "--pdf-only"),
        ("/site/pdf/", "--pdf-only"),
    ],
    ids=["the command is loaded", "building is", "the engine is", "others begin to print", "a PDF is put in its place"],
)
def test_a_build_that_is_stopped_says_so_and_keeps_the_old_site(victim: Victim, moment: str, what: str) -> None:
    victim.write(EDITIONS[1])
    see_stopped(moment, "--handbook", victim.folder, "build", what)
    assert victim.site() == victim.whole[EDITIONS[0]]
    assert list((victim.folder / ".policywright").glob("build-*")) == []


@pytest.mark.parametrize("moment", ["/policywright/adapters/copies.py", "/.unfinished-"])
def test_filling_in_that_is_stopped_says_so_and_leaves_nothing(complete: Path, tmp_path: Path, moment: str) -> None:
    (tmp_path / "people.csv").write_text("Name of the child\nA child\n", encoding="utf-8")
    copies = tmp_path / "copies"
    see_stopped(moment, "--handbook", complete, "fill", "consent", tmp_path / "people.csv", "--to", copies)
    assert not copies.exists()


DAMAGES: tuple[Callable[[bytes], bytes], ...] = (
    lambda _: b"",
    lambda content: content[: len(content) // 2],
    lambda content: b"\0" * len(content),
    lambda content: content[::-1],
    lambda _: b"{}",
    lambda _: b"[null]",
    lambda content: re.sub(rb"[0-9]", b"7", content),  # as another version may have noted it
)


def test_what_is_damaged_of_what_is_kept_between_builds_is_made_again(tmp_path: Path) -> None:
    victim = Victim.in_folder(tmp_path / "handbook", "--pdf-only", editions=EDITIONS[:1])
    kept = [path for path in (victim.folder / ".policywright").rglob("*") if path.is_file()]
    for number, file in enumerate(sorted(kept)):
        content = file.read_bytes()
        file.write_bytes(DAMAGES[number % len(DAMAGES)](content))
    victim.see_next_build()
    assert victim.site() == victim.whole[EDITIONS[0]]
