"""The sections that were laid out before, each under a name that tells what it was made from."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from hashlib import blake2b, file_digest
from pathlib import Path

from policywright.adapters.engine import engine
from policywright.adapters.sections import Bookmark, Section, Typeset

LayOut = Callable[[Section, Path], Typeset]
"""Lays out a section, and writes its PDF to a file."""


@dataclass(frozen=True)
class SectionCache:
    """A folder with the PDF of each section that was laid out, and a note of what came of it."""

    folder: Path

    def key(self, section: Section) -> str:
        """Return the name that stands for a section, laid out by just this engine."""
        return blake2b(f"{engine()}\n{section}".encode(), digest_size=20).hexdigest()

    def pdf(self, key: str) -> Path:
        """Return where the PDF of a section is."""
        return self.folder / f"{key}.pdf"

    def found(self, key: str) -> Typeset | None:
        """Return what came of laying out a section, and None where it is not here, or not whole."""
        try:
            note = json.loads(self._note(key).read_text(encoding="utf-8"))
            bookmarks = tuple(Bookmark(*bookmark) for bookmark in note["bookmarks"])
            typeset = Typeset(note["page_count"], note["pages"], bookmarks, tuple(note["warnings"]))
            whole = note["pdf"] == fingerprint(self.pdf(key))
        except (OSError, ValueError, TypeError, LookupError):
            return None
        return typeset if whole else None

    def make(self, key: str, section: Section, lay_out: LayOut) -> Typeset:
        """Lay out a section and keep what comes of it; never is anything in its place half written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.pdf(key).with_suffix(f".{os.getpid()}.part")
        typeset = lay_out(section, unfinished)
        unfinished.replace(self.pdf(key))
        told = {"pdf": fingerprint(self.pdf(key))} | asdict(typeset)
        unfinished.write_text(json.dumps(told), encoding="utf-8")
        unfinished.replace(self._note(key))
        return typeset

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Throw away the sections that nobody has asked for."""
        wanted = frozenset(keys)
        for file in self.folder.glob("*"):
            if file.stem not in wanted:
                file.unlink()

    def _note(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def fingerprint(file: Path) -> str:
    """Return what tells whether a file is still what it was; empty where it is not there."""
    try:
        with file.open("rb") as content:
            return file_digest(content, "blake2s").hexdigest()
    except FileNotFoundError:
        return ""
