"""The PDFs of a preview, each made when somebody opens it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from policywright.adapters import processes
from policywright.adapters.binding import bind
from policywright.adapters.press import Press
from policywright.adapters.section_cache import SectionCache
from policywright.render.page import PrintDocument


class PreviewPrinter:
    """Makes PDFs in a process of its own, so that pages are shown meanwhile; it remembers what it has laid out."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(ignore_cleanup_errors=True)
        self._process = processes.pool(1)

    def close(self) -> None:
        """Make nothing more; what was laid out is forgotten."""
        self._process.shutdown(wait=False, cancel_futures=True)
        self._folder.cleanup()

    def pdf(self, document: PrintDocument) -> bytes:
        """Return the PDF of a document."""
        press = Press(SectionCache(Path(self._folder.name) / "sections"), self._process)
        with TemporaryDirectory(dir=self._folder.name) as folder:
            bind(document, press, Path(folder) / "document.pdf")
            return (Path(folder) / "document.pdf").read_bytes()
