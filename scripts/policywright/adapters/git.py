"""Git: the files of a handbook as they stood in an earlier revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path


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
            raise UnknownRevision(f"Git knows no revision {revision} here.")
        return None
    return _archived(folder, commit) if _git(folder, "ls-tree", "--name-only", commit) else {}


def _git(folder: Path, *arguments: str) -> str:
    """Return what git prints, or nothing where it fails or is not installed."""
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, text=True, check=False)  # noqa: S603, S607  git, wherever it is
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


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
            if member.name.startswith("policies/") and member.name.endswith((".yml", ".yaml"))
            if (content := tar.extractfile(member)) is not None
        }
