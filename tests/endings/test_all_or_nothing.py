"""However a build ends, the site is the old one or the new one, and the next build needs no cleaning."""

import random
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
    told = refused(victim, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert "could not be written" in told
    assert victim.site() == victim.whole[EDITIONS[0]]
    victim.see_next_build()


def refused(victim: Victim, limit: Callable[[], None]) -> str:
    """Return what a build says that cannot write, and see that it ends as it should."""
    command = [sys.executable, "-m", "policywright", "--handbook", str(victim.folder), "build", *victim.options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    assert done.returncode == WRONG_USAGE, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


STOP_WHEN_LOADING = """
import os, runpy, signal, sys
from importlib.abc import MetaPathFinder

class Stopper(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "{module}":
            os.kill(os.getpid(), signal.SIGINT)

# What is started in the background of a shell would not hear of it.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Stopper())
sys.argv[1:] = ["--handbook", "{folder}", "build", "--site-only"]
runpy.run_module("policywright", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["policywright.cli", "policywright.cli.build", "policywright.adapters.mkdocs"])
def test_a_build_that_is_stopped_says_so_and_keeps_the_old_site(victim: Victim, module: str) -> None:
    victim.write(EDITIONS[1])
    command = [sys.executable, "-c", STOP_WHEN_LOADING.format(module=module, folder=victim.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip().splitlines()[-1]) == (INTERRUPTED, STOPPED)
    assert "Traceback" not in done.stderr
    assert victim.site() == victim.whole[EDITIONS[0]]


def test_what_is_damaged_of_what_is_kept_between_builds_is_made_again(tmp_path: Path) -> None:
    victim = Victim.in_folder(tmp_path / "handbook", "--pdf-only", editions=EDITIONS[:1])
    kept = [path for path in (victim.folder / ".policywright").rglob("*") if path.is_file()]
    for number, file in enumerate(sorted(kept)):
        content = file.read_bytes()
        file.write_bytes((b"", content[: len(content) // 2], b"{}", b"\0" * len(content))[number % 4])
    victim.see_next_build()
    assert victim.site() == victim.whole[EDITIONS[0]]
