"""What was made of documents before, kept so that what has not changed is not made again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from policywright.adapters.program import program
from policywright.render.kept import Plain


@dataclass(frozen=True)
class DocumentCache:
    """A folder with files of what is made of each document: a line that tells what the rest comes to, and JSON.

    It is in JSON, since to read what somebody else may have put there must never run anything.
    """

    folder: Path

    def found(self, name: str) -> Plain | None:
        """Return what is kept under a name, whole and put there by just this program; None where there is none."""
        try:
            seal, _, content = self._file(name).read_bytes().partition(b"\n")
            return json.loads(content) if seal == _seal(content) else None
        except OSError:
            return None

    def keep(self, name: str, kept: Plain) -> None:
        """Keep something under a name; a file never stands in its place half written."""
        content = json.dumps(kept).encode()
        unfinished = self.folder / f"{name}.{os.getpid()}.part"
        with suppress(OSError):  # what is not kept is made again, and that is all
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(_seal(content) + b"\n" + content)
            unfinished.replace(self._file(name))

    def forget_all_but(self, names: Iterable[str]) -> None:
        """Throw away what was made of documents that are no more, and what was never finished."""
        wanted = set(names)
        with suppress(OSError):  # what cannot be thrown away is not in the way
            for file in (*self.folder.glob("*.json"), *self.folder.glob("*.part")):
                if file.suffix == ".part" or file.name.partition(".")[0] not in wanted:
                    file.unlink()

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.json"


def _seal(content: bytes) -> bytes:
    """Return what tells content that is whole, and was written by just this program, from any other."""
    return blake2b(program().encode() + content, digest_size=20).hexdigest().encode()
