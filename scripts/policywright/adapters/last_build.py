"""The last build: what it was made from and what it came to, so that the next one knows that nothing has changed.

Everything is read anew that a build rests on, and nothing else: with what takes long to load, nothing would be won.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path

from policywright.adapters import git
from policywright.adapters.built import WORKSHOP, Built
from policywright.adapters.engine import engine
from policywright.adapters.program import program

_NOTE = "last-build.json"
_BEGINNING = 4 * 1024 * 1024


@dataclass(frozen=True)
class LastBuild:
    """A build that was finished: what it told of the policies, and what it came to."""

    report: str
    built: Built


def made_from(folder: Path, wish: str, since: str | None = None) -> str:
    """Return what stands for everything that a build of the handbook in a folder rests on.

    `wish` says what is to be built, and `since` names the revision that it is compared with.

    That is another text as soon as a source or a setting changes, the history in git, the program or what it is built
    on, or the day, by which reviews are due.
    """
    digest = blake2b(digest_size=20)
    for text in (wish, *_surroundings(folder, since)):
        digest.update(f"{len(text)}\n{text}".encode())
    for file in _files(folder / "policies"):
        content = _content(file)
        digest.update(f"{file.relative_to(folder)}\n{len(content)}\n".encode(errors="surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def state(site: Path) -> str:
    """Return what stands for the files in a folder, none of which could be written on without another text."""
    digest = blake2b(digest_size=20)
    for file in _files(site):
        known = file.stat()
        told = f"{file.relative_to(site)}\n{known.st_size} {known.st_mtime_ns}\n"
        digest.update(told.encode(errors="surrogateescape"))
    return digest.hexdigest()


def recall(folder: Path, source: str) -> LastBuild | None:
    """Return the last build of a folder, if it was made from this and its site is as it left it."""
    try:
        note = json.loads(_note(folder).read_text(encoding="utf-8"))
        built = _built(note["built"])
        known = note["source"] == source and built.state == state(built.site)
        return LastBuild(note["report"], built) if known else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(folder: Path, source: str, last: LastBuild) -> None:
    """Note what a build was made from and what it came to; a note never stands in its place half written."""
    unfinished = _note(folder).with_suffix(f".{os.getpid()}.part")
    told = {"source": source, "report": last.report, "built": asdict(last.built)}
    with suppress(OSError):  # without a note, the next build takes longer, and that is all
        unfinished.write_text(json.dumps(told, default=str), encoding="utf-8")
        unfinished.replace(_note(folder))


def _note(folder: Path) -> Path:
    return folder / WORKSHOP / _NOTE


def _built(told: dict[str, object]) -> Built:
    """Return what a build came to, of whose PDFs none is fresh any more."""
    built = Built(**told)  # type: ignore[arg-type]  # what is no such thing is refused by whoever uses it
    adopters = tuple(map(_built, told["adopters"]))  # type: ignore[call-overload]
    return replace(built, site=Path(str(built.site)), fresh_pdfs=0, warnings=tuple(built.warnings), adopters=adopters)


def _surroundings(folder: Path, since: str | None) -> Iterator[str]:
    yield (folder / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    yield datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    yield git.state(folder, since)
    yield f"{program()}\n{engine()}"


def _content(file: Path) -> bytes:
    """Return what a file holds; one that cannot be read is told of by the build.

    For what follows the beginning of a huge file, which can be no source of a handbook, its size and its time stand.
    """
    try:
        with file.open("rb") as opened:
            beginning = opened.read(_BEGINNING)
            known = os.fstat(opened.fileno())
        more = f"{known.st_size} {known.st_mtime_ns}" if known.st_size > _BEGINNING else ""
        return beginning + more.encode()
    except OSError as error:
        return str(error).encode()


def _files(folder: Path) -> Iterable[Path]:
    """Return every file below a folder that is read or published: none that is hidden, or that Python has compiled."""
    return sorted(path for path in folder.rglob("[!.]*") if path.is_file() and "__pycache__" not in path.parts)
