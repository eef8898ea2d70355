"""The PDFs that were made before, kept so that what has not changed is not made again."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from policywright.render.page import PrintDocument

_OUR_CODE = files("policywright.adapters")
_ENGINES = "weasyprint", "pikepdf", "page-validation"
_LIBRARIES = (
    ("pango_version_string", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")),
    ("hb_version_string", ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")),
)


@dataclass(frozen=True)
class Typeset:
    """A PDF that was made: how many pages it has, on which page each anchor stands, what the engine warned of."""

    page_count: int
    pages: Mapping[str, int]
    warnings: tuple[str, ...] = ()


Make = Callable[[PrintDocument, Mapping[str, int], Path], Typeset]
"""Makes the PDF of a document as a file; it is told where each anchor stood last time."""


@dataclass(frozen=True)
class PdfCache:
    """A folder with each PDF that was made and, beside it, a note of what it was made from and what came out."""

    folder: Path

    def holds(self, document: PrintDocument) -> bool:
        """Return whether the PDF of a document is here, made from just this document by just this engine."""
        return self._pdf(document.name).is_file() and self._note(document.name).get("key") == self._key(document)

    def make(self, document: PrintDocument, make: Make) -> None:
        """Make the PDF of a document and keep it."""
        pdf, note = self._pdf(document.name), self._note_file(document.name)
        unfinished = pdf.with_suffix(f".{os.getpid()}.part")
        typeset = make(document, self._note(document.name).get("pages", {}), unfinished)
        # At no time does a note stand beside a PDF that it does not tell of.
        note.unlink(missing_ok=True)
        unfinished.replace(pdf)
        unfinished.write_text(json.dumps({"key": self._key(document)} | asdict(typeset)), encoding="utf-8")
        unfinished.replace(note)

    def hand_out(self, name: str, file: Path) -> Typeset:
        """Put a document's PDF where it is published, if it is not there already, and return what is known of it."""
        pdf, note = self._pdf(name), self._note(name)
        if not _same(pdf, file):
            unfinished = file.with_suffix(".part")
            shutil.copy2(pdf, unfinished)
            unfinished.replace(file)
        return Typeset(note["page_count"], note["pages"], tuple(note["warnings"]))

    def forget_all_but(self, documents: Iterable[PrintDocument]) -> None:
        """Throw away the PDFs of documents that are no more."""
        wanted = {document.name for document in documents}
        for note in self.folder.glob("*.json"):
            if note.stem not in wanted:
                note.unlink()
                self._pdf(note.stem).unlink(missing_ok=True)

    def _key(self, document: PrintDocument) -> str:
        return blake2b(f"{self._engine}\n{document}".encode(), digest_size=20).hexdigest()

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
        return note if isinstance(note, dict) else {}

    @cached_property
    def _engine(self) -> str:
        """Everything but the document itself that decides how its PDF comes out: fonts, libraries, our own code."""
        digest = blake2b(digest_size=20)
        for folder, ending in ((files("policywright.templates") / "vendor" / "fonts", ".ttf"), (_OUR_CODE, ".py")):
            for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
                if file.name.endswith(ending):
                    digest.update(file.name.encode() + file.read_bytes())
        return "\n".join((*map(version, _ENGINES), *_library_versions(), digest.hexdigest()))


def _same(first: Path, second: Path) -> bool:
    with suppress(FileNotFoundError):
        one, other = first.stat(), second.stat()
        return (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)
    return False


def _library_versions() -> Iterator[str]:
    """Yield the versions of the libraries that break lines; asking WeasyPrint would take half a second to load it."""
    for function, names in _LIBRARIES:
        for name in names:
            with suppress(OSError):
                ask = getattr(ctypes.CDLL(name), function)
                ask.restype = ctypes.c_char_p
                yield ask().decode()
                break
