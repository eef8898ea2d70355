"""Same in, same out: a commit gives the same site and the same PDFs on whichever machine, and after whatever else.

The builds are those that people start, in processes of their own, on machines that differ in all that they may.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from policywright.adapters import starter

POLICY = "policies/schools/social-media.yml"


@dataclass(frozen=True)
class Machine:
    """Where a handbook is built: the folder, what the surroundings say, and how many processors there are."""

    folder: Path
    time_zone: str
    locale: str
    hash_seed: str
    processors: Sequence[int]

    def build(self, *options: str) -> subprocess.Popen[str]:
        """Begin to build the handbook."""
        return self.run("build", *options)

    def run(self, *words: str) -> subprocess.Popen[str]:
        """Begin what a command does with the handbook."""
        says = {"TZ": self.time_zone, "LC_ALL": self.locale, "PYTHONHASHSEED": self.hash_seed}
        on = ["taskset", "--cpu-list", ",".join(map(str, self.processors))]
        command = [*on, sys.executable, "-m", "policywright", "--handbook", str(self.folder), *words]
        return subprocess.Popen(command, env=os.environ | says, stdout=subprocess.PIPE, text=True)

    def built(self) -> dict[str, bytes]:
        """Return the files of the site that was built, by name."""
        return files(self.folder / "site")


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def finish(*builds: subprocess.Popen[str]) -> None:
    for build in builds:
        said, _ = build.communicate()
        assert build.returncode == 0, said


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def handbook(minimal: Path, tmp_path: Path) -> Path:
    """A committed handbook with a document of each kind, whose policy has had two versions."""
    folder = shutil.copytree(minimal, tmp_path / "handbook")
    for kind in starter.FOLDERS:
        starter.begin_document(folder, kind, f"a-{kind}", "schools")
    git(folder, "init", "--quiet")
    git(folder, "add", "mkdocs.yml", "policies")
    git(folder, "commit", "--quiet", "--message", "The first version")
    rewrite(folder, "version: 2026.1", "version: 2026.2")
    git(folder, "commit", "--quiet", "--all", "--message", "The second version")
    return folder


def rewrite(folder: Path, words: str, others: str) -> None:
    policy = folder / POLICY
    text = policy.read_text(encoding="utf-8")
    assert words in text
    policy.write_text(text.replace(words, others), encoding="utf-8")


@pytest.mark.timeout(900)
def test_two_builds_of_a_commit_are_the_same_to_the_byte(handbook: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(handbook), "another place")
    processors = sorted(os.sched_getaffinity(0))
    here = Machine(handbook, "Asia/Tokyo", "C", "1", processors)
    there = Machine(tmp_path / "another place", "America/Los_Angeles", "C.UTF-8", "2", processors[:1])

    # What was built there before was so long that everything stood on other pages.
    rewrite(there.folder, "Staff must decline", f"{'Staff must be careful. ' * 400}Staff must decline")
    finish(here.build(), there.build("--pdf-only"))
    assert there.built()["pdf/handbook.pdf"] != here.built()["pdf/handbook.pdf"]
    git(there.folder, "checkout", "--quiet", ".")
    finish(there.build())

    ours, theirs = here.built(), there.built()
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert sum(name.endswith(".pdf") for name in ours) > len(starter.FOLDERS)


def made(machine: Machine, folder: Path) -> dict[str, bytes]:
    """Return what is made of a handbook on a machine beside its site, in a folder outside of it."""
    folder.mkdir()
    people = folder / "people.csv"
    people.write_text("recipient-name,sender-name\nŴyn,Żółć\nTŷ,Ñu\n", encoding="utf-8")
    finish(machine.run("fill", "a-letter", str(people), "--as", "both", "--to", str(folder / "filled")))
    finish(machine.run("export", str(folder / "exported")))
    finish(machine.run("diff", "HEAD~1..HEAD", "--to", str(folder / "changes")))
    return files(folder)


def test_what_is_filled_in_exported_and_compared_is_the_same_to_the_byte(handbook: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(handbook), "another place")
    here = Machine(handbook, "Asia/Tokyo", "C", "1", sorted(os.sched_getaffinity(0)))
    there = Machine(tmp_path / "another place", "America/Los_Angeles", "C.UTF-8", "2", here.processors[:1])
    ours, theirs = made(here, tmp_path / "made here"), made(there, tmp_path / "made elsewhere")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    endings = [Path(name).suffix for name in ours]
    assert endings.count(".docx") >= 2
    assert endings.count(".pdf") >= 4
