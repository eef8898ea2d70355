"""Git: the files of a handbook as they stood in an earlier revision, and before each change of their versions."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policywright.model.past import NO_COMMITS, Past, Replaced

_VERSION_CHANGED = ("--raw", "--no-abbrev", "--no-renames", "--relative", "--no-textconv", "-z", "-G^version:")
"""Asks git for the files in which the line `version:` changed, by the names of their contents before and after."""

_COMMIT_LETTERS = 10
_MAIN_LINE = ("--first-parent", "-m", "--no-show-signature")
_RAW = re.compile(r":\d+ \d+ (?P<before>[0-9a-f]+) [0-9a-f]+ [A-Z]\d*")


class UnknownRevision(Exception):  # noqa: N818  it is not an error of the program, but what the user asked for
    """The revision that was asked for is not in the repository, or there is no repository."""


def files_at(folder: Path, revision: str | None) -> dict[str, bytes] | None:
    """Return the YAML files below `policies/` of a handbook's folder as of a revision, by name.

    Without a revision, the last tag is meant, being the last edition, or the last commit where nothing is tagged.
    None where the folder is in no git repository with a commit, unless a revision was asked for by name; no files
    where the folder was not there yet.
    """
    wanted = revision or _git(folder, "describe", "--tags", "--abbrev=0") or "HEAD"
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{wanted}^{{commit}}")
    if not commit:
        if revision:
            raise UnknownRevision(_why_unknown(folder, revision))
        return None
    return _archived(folder, commit) if _git(folder, "ls-tree", "--name-only", commit) else {}


def described(folder: Path, revision: str | None) -> tuple[str, str, datetime.date]:
    """Return what a revision that git knows is called, its commit and its day; without one, as in `files_at`."""
    wanted = revision or _git(folder, "describe", "--tags", "--abbrev=0") or "HEAD"
    told = _git(folder, "log", "-1", "--no-show-signature", "--format=%H %cs", wanted)
    commit, date = told.split()
    return wanted, commit[:_COMMIT_LETTERS], datetime.date.fromisoformat(date)


def _why_unknown(folder: Path, revision: str) -> str:
    if _git(folder, "rev-parse", "--git-dir"):
        return f"Git knows no revision {revision} here."
    return f"The handbook is in no git repository, so nobody knows its revision {revision}."


def past(folder: Path) -> Past:
    """Return what was replaced by the present versions of the files below `policies/`, and by those before them.

    The line of first parents counts, since that is what was published; what is not committed yet counts as its end.
    Nothing is known where git knows none of these files, or does not have all of them here.
    """
    committed = tuple(_steps(_git(folder, "log", *_MAIN_LINE, *_VERSION_CHANGED, "--format=%cs %P", "--", "policies")))
    if not committed:
        return Past()
    head = _git(folder, "rev-parse", "HEAD")
    steps = (*_steps(_git(folder, "diff", "HEAD", *_VERSION_CHANGED, "--", "policies"), head), *committed)
    contents = _contents(folder, frozenset(step.before for step in steps))
    if any(step.before not in contents for step in steps):
        return Past()
    whole = _git(folder, "rev-parse", "--is-shallow-repository") == "false"
    replaced = tuple(Replaced(step.name, contents[step.before], step.date, step.commit) for step in steps)
    return Past(replaced, whole, commits(folder) if whole else NO_COMMITS)


def commits(folder: Path) -> dict[str, str]:
    """Return the commit that last changed each file below `policies/`, by its name, and the last one of all of them.

    What was changed since has none, and nor has `policies` itself then. A name has always as many letters, so that two
    copies of a repository give the same.
    """
    told = _git(folder, "log", "--format=%x00%H", "--name-only", "--no-renames", "--relative", "--", "policies")
    found: dict[str, str] = {}
    for entry in told.split("\0")[1:]:
        commit, *names = entry.split("\n")
        for name in ("policies", *filter(None, names)):
            found.setdefault(name, commit[:_COMMIT_LETTERS])
    changed = _git(folder, "diff", "HEAD", "--name-only", "--no-renames", "--relative", "-z", "--", "policies")
    unknown = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", "policies")
    unsaved = {name for name in f"{changed}\0{unknown}".split("\0") if name}
    return {
        name: commit for name, commit in found.items() if name not in unsaved and (name != "policies" or not unsaved)
    }


class _Step(NamedTuple):
    """A file that git tells of, the name of its content before, the last commit that had this, and the day if any."""

    name: str
    before: str
    commit: str
    date: datetime.date | None


def _steps(told: str, commit: str = "") -> Iterator[_Step]:
    """Yield what git tells of; where it names no day, `commit` is the last one."""
    date, before = None, ""
    for word in told.split("\0"):
        if raw := _RAW.fullmatch(word.strip()):
            before = raw["before"]
        elif before:
            yield _Step(word, before, commit[:_COMMIT_LETTERS], date)
            before = ""
        elif word.strip():
            day, _, commit = word.strip().partition(" ")
            date = datetime.date.fromisoformat(day)


def _contents(folder: Path, names: frozenset[str]) -> dict[str, bytes]:
    """Return the contents that git has by these names; zeros are the name of none."""
    wanted = sorted(name for name in names if name.strip("0"))
    told = io.BytesIO(_told(folder, "cat-file", "--batch", input_="\n".join(wanted).encode()) if wanted else b"")
    contents = dict.fromkeys(names.difference(wanted), b"")
    for name in wanted:
        # Before each content git says its name, its kind and how many bytes it has, and after it ends the line.
        *_, size = told.readline().split() or [b""]
        if size.isdigit():
            contents[name] = told.read(int(size))
            told.readline()
    return contents


def cloned_from(folder: Path) -> tuple[str, str]:
    """Return the address that a folder's repository was cloned from, and its commit; either is empty if it has none."""
    return _git(folder, "remote", "get-url", "origin"), _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")


def state(folder: Path, revision: str | None = None) -> str:
    """Return what stands for all that git knows of a handbook, and for a revision: its history, and what is changed."""
    told = (
        _git(folder, "rev-parse", "HEAD", "--is-shallow-repository"),
        _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision or 'HEAD'}^{{commit}}"),
        _git(folder, "for-each-ref", "--format=%(objectname) %(refname)"),
        _git(folder, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "policies"),
    )
    return "\n".join(told)


def would_keep(path: Path) -> bool:
    """Return whether a file at a path, which need not be there, would be kept by git: it is not told to ignore it."""
    folder = next(folder for folder in (path, *path.parents) if folder.is_dir())
    inside = _git(folder, "rev-parse", "--is-inside-work-tree") == "true"
    return inside and not _git(folder, "check-ignore", str(path / "copy.pdf"))


def _git(folder: Path, *arguments: str) -> str:
    """Return what git prints, or nothing where it fails or is not installed."""
    return _told(folder, *arguments).decode(errors="replace").strip()


def _told(folder: Path, *arguments: str, input_: bytes | None = None) -> bytes:
    command = ("git", "--no-optional-locks", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(command, input=input_, capture_output=True, check=False)  # noqa: S603  git, wherever it is
    except FileNotFoundError:
        return b""
    return done.stdout if done.returncode == 0 else b""


def _archived(folder: Path, commit: str) -> dict[str, bytes]:
    archive = subprocess.run(  # noqa: S603
        ["git", "-C", folder, "archive", "--format=tar", commit, "."],  # noqa: S607
        capture_output=True,
        check=True,
    )
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        return {
            member.name: content.read()
            for member in tar
            # A link may lead to nothing, or round in a circle.
            if member.isfile() and member.name.startswith("policies/") and member.name.endswith((".yml", ".yaml"))
            if (content := tar.extractfile(member)) is not None
        }
