"""Surroundings: what may be known of the world outside the handbook, today's date and its past in git."""

from __future__ import annotations

import datetime
from pathlib import Path

from policywright import examination
from policywright.adapters import git
from policywright.checks.check import Circumstances
from policywright.source import Reader


def circumstances(folder: Path, since: str | None = None, reader: Reader | None = None) -> Circumstances:
    """Return what holds now for the handbook in a folder; `since` names the revision of the last edition.

    A `reader` that reads the handbook too reads only once what is in both. Raises `git.UnknownRevision` where git does
    not know that revision.
    """
    files = git.files_at(folder, since)
    earlier = None if files is None else examination.addresses(files, reader)
    return Circumstances(datetime.datetime.now(tz=datetime.UTC).date(), earlier, git.past(folder))
