"""Folders for what holds personal details: none that is published or that git keeps, and never left half written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from policywright.adapters import git


class CannotWrite(Exception):  # noqa: N818  it is not an error of the program, but of what the user asked for
    """Something in the folder would be lost, or seen by others."""


def refuse_public(target: Path, handbook: Path) -> None:
    """Raise `CannotWrite` where a folder is published with a handbook, or where git keeps what is in it."""
    place = target.resolve()
    for published in (handbook / "policies", handbook / "site"):
        if place.is_relative_to(published.resolve()):
            raise CannotWrite(f"{target} is in the handbook's {published.name}/, which is published.")
    if git.would_keep(place):
        raise CannotWrite(f"{target} is in a folder that git keeps, so others would get the answers too.")


def write(files: Mapping[str, bytes], target: Path, *, replace: bool) -> None:
    """Write files into a folder, all or none; a folder that is made may be opened by its owner alone.

    Raises `CannotWrite`, before anything is written, where a file of that name is there already, unless it is to be
    replaced.
    """
    there = [name for name in files if (target / name).exists()]
    if there and not replace:
        others = f" and {len(there) - 1} more" if there[1:] else ""
        raise CannotWrite(f"{target / there[0]}{others} would be overwritten.")
    made = not target.exists()
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=target) as bench:
            for name, content in files.items():
                Path(bench, name).write_bytes(content)
            for name in files:
                Path(bench, name).replace(target / name)
    except BaseException:
        if made:
            shutil.rmtree(target, ignore_errors=True)
        raise
