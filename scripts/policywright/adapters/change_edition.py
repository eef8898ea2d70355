"""Writes a change-marked edition into a folder that its reader chose."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policywright.adapters import weasyprint
from policywright.render.page import PrintDocument


@dataclass(frozen=True)
class Written:
    """The files that were written; `warnings` say what in a PDF did not come out as it should."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def write(texts: Mapping[str, str], printed: PrintDocument | None, target: Path) -> Written:
    """Write texts by their names, and the PDF of a document if there is one, into a folder, which is made."""
    target.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8")
    files = tuple(target / name for name in texts)
    if printed is None:
        return Written(files)
    # What a build has made is kept in a folder of its own; this is made once.
    with tempfile.TemporaryDirectory() as cache:
        (pdf,) = weasyprint.write((printed,), target, Path(cache))
    return Written((*files, pdf.file), pdf.warnings)
