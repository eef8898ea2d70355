"""Writing mended files: each whole or not at all, and none that was changed while it was looked at."""

from __future__ import annotations

import codecs
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from policywright.source.rewriting import Rewritten

NEW_FILE = 0o644
"""The rights of a file that was not there before."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and those that were left as they are, with the reason."""

    files: tuple[Rewritten, ...]
    left: tuple[str, ...]


def write(folder: Path, rewritings: Iterable[Rewritten]) -> Written:
    """Write mended files to the handbook's folder.

    A file is left alone where it is otherwise than it was read: somebody saved it meanwhile, or it holds bytes that are
    no text and would be lost.
    """
    done: list[Rewritten] = []
    left: list[str] = []
    for one in rewritings:
        path = (folder / one.source.file).resolve()
        content = path.read_bytes()
        mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        if content != mark + one.source.text.encode():
            left.append(f"{one.source.file} is otherwise than it was read, or holds characters that nobody can see")
            continue
        _replace(path, mark + one.text.encode())
        done.append(one)
    return Written(tuple(done), tuple(left))


def write_new(path: Path, text: str) -> None:
    """Write a file that the program alone writes, whole or not at all, whether it is there or not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, text.encode())


def _replace(path: Path, content: bytes) -> None:
    """Put content in the place of a file in one step, so that nobody ever finds half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(path.stat().st_mode if path.exists() else NEW_FILE)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
