"""The PDFs that were made before, kept so that what has not changed is not made again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from policywright.adapters.engine import engine
from policywright.adapters.section_cache import SectionCache, fingerprint
from policywright.adapters.sections import Bound
from policywright.render.page import PrintDocument

_NOTED = {"key", "pdf", "sections", "page_count", "warnings"}
"""What a note tells: the document's key, the PDF's fingerprint, its sections, and what came of binding them."""

Make = Callable[[Path], tuple[Bound, Iterable[str]]]
"""Makes a PDF as a file, and returns what came of which sections."""


@dataclass(frozen=True)
class PdfCache:
    """A folder with each PDF that was made and, beside it, a note of what it was made from and what came out."""

    folder: Path

    @property
    def sections(self) -> SectionCache:
        """The sections that the PDFs were joined from."""
        return SectionCache(self.folder / "sections")

    def holds(self, document: PrintDocument) -> bool:
        """Return whether the PDF of a document is here, whole, made from just this document by just this engine."""
        note = self._note(document.name)
        return note.get("key") == _key(document) and note["pdf"] == fingerprint(self._pdf(document.name))

    def make(self, document: PrintDocument, make: Make) -> None:
        """Make the PDF of a document and keep it."""
        pdf, note = self._pdf(document.name), self._note_file(document.name)
        unfinished = pdf.with_suffix(f".{os.getpid()}.part")
        bound, sections = make(unfinished)
        # At no time does a note stand beside a PDF that it does not tell of.
        note.unlink(missing_ok=True)
        unfinished.replace(pdf)
        told = {"key": _key(document), "pdf": fingerprint(pdf), "sections": list(sections)} | asdict(bound)
        unfinished.write_text(json.dumps(told), encoding="utf-8")
        unfinished.replace(note)

    def hand_out(self, name: str, file: Path) -> Bound:
        """Put a document's PDF where it is published, if it is not there already, and return what is known of it."""
        pdf, note = self._pdf(name), self._note(name)
        if not _same(pdf, file):
            unfinished = file.with_suffix(".part")
            shutil.copy2(pdf, unfinished)
            unfinished.replace(file)
        return Bound(note["page_count"], tuple(note["warnings"]))

    def forget_all_but(self, documents: Iterable[PrintDocument]) -> None:
        """Throw away the PDFs of documents that are no more, what was never finished, and sections of no PDF."""
        wanted = {document.name for document in documents}
        for unfinished in self.folder.glob("*.part"):
            unfinished.unlink()
        for note in self.folder.glob("*.json"):
            if note.stem not in wanted:
                note.unlink()
                self._pdf(note.stem).unlink(missing_ok=True)
        self.sections.forget_all_but(key for name in wanted for key in self._note(name).get("sections", ()))

    def _pdf(self, name: str) -> Path:
        return self.folder / f"{name}.pdf"

    def _note_file(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _note(self, name: str) -> dict[str, Any]:
        """Return the note beside a PDF; a missing or damaged one says nothing."""
        try:
            note = json.loads(self._note_file(name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) and note.keys() >= _NOTED else {}


def _key(document: PrintDocument) -> str:
    return blake2b(f"{engine()}\n{document}".encode(), digest_size=20).hexdigest()


def _same(first: Path, second: Path) -> bool:
    with suppress(FileNotFoundError):
        one, other = first.stat(), second.stat()
        return (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)
    return False
