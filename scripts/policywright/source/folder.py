"""Reading a handbook from a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from policywright.diagnostics import Diagnostic, Location
from policywright.model.handbook import Handbook
from policywright.source.faults.files import UnreadableFile
from policywright.source.read import LARGEST_PICTURE, PICTURES, Reader

_ENOUGH = LARGEST_PICTURE + 1
"""How many bytes are read of a file; one that has as many is too large, whatever it is."""

_SUFFIXES = {".yml", ".yaml", ".md", *PICTURES}


def load(folder: Path, reader: Reader | None = None) -> tuple[Handbook, tuple[Diagnostic, ...]]:
    """Return the handbook in a folder, and what is wrong with its files, by place.

    Every `.yml`, `.yaml` and `.md` file and every picture below `policies/` belongs to it, but for `policies/schema/`
    and files whose names begin with a full stop. A link to a file is followed if that is in the folder too, and a link
    to a folder is not: it could lead anywhere, and round in a circle. A `reader` that has read the folder before reads
    only what has changed.
    """
    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    home = folder.resolve()
    for path in _files(home / "policies"):
        # A name that is no UTF-8 could not be printed.
        name = os.fsencode(path.relative_to(home).as_posix()).decode(errors="replace")
        try:
            files[name] = _content(path, home)
        except OSError as error:
            faults.append(_unreadable(name, error))
    handbook, more = (reader or Reader()).read(files)
    return handbook, tuple(sorted((*faults, *more), key=lambda fault: fault.order))


def _unreadable(name: str, error: OSError) -> Diagnostic:
    reason = error.strerror or str(error)
    message = f"This file cannot be opened: {reason[:1].lower()}{reason[1:]}."
    help_ = "Put the file itself into the folder, and see that you have the right to read it."
    return UnreadableFile.found(message, Location(name), help_)


def _files(policies: Path) -> Iterator[Path]:
    """Yield every file that may belong to a handbook, and every link to a folder."""
    for directory, names, files in os.walk(policies):
        here = Path(directory)
        yield from (here / name for name in sorted(names) if (here / name).is_symlink())
        names[:] = sorted(name for name in names if not name.startswith(".") and (here != policies or name != "schema"))
        for name in sorted(files):
            if Path(name).suffix in _SUFFIXES and not name.startswith("."):
                yield here / name


def _content(path: Path, home: Path) -> bytes:
    """Return the first bytes of a file, as many as can be of use."""
    if not _is_utf_8(path.relative_to(home)):
        raise OSError(None, "its name is not written in UTF-8")
    # It never fails, however links go round.
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if not target.is_relative_to(home):
        raise OSError(None, "it is a link to a place outside the handbook")
    if not target.is_file():
        raise OSError(None, "it is a link to a folder" if target.is_dir() else "it is no file, or a link to nothing")
    with target.open("rb") as file:
        return file.read(_ENOUGH)


def _is_utf_8(name: Path) -> bool:
    try:
        os.fsencode(name).decode()
    except UnicodeDecodeError:
        return False
    return True
