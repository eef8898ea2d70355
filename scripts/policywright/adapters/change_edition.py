"""Writes what changed into a folder that its reader chose: change-marked editions and approvers' packs."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from policywright.adapters import weasyprint
from policywright.render.page import PrintDocument


@dataclass(frozen=True)
class Written:
    """The files that were written; `warnings` say what in a PDF did not come out as it should."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def write(texts: Mapping[str, str], printed: Sequence[PrintDocument], target: Path) -> Written:
    """Write texts by their names, and the PDFs of documents if there are any, into a folder, which is made."""
    target.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8")
    files = tuple(target / name for name in texts)
    if not printed:
        return Written(files)
    # What a build has made is kept in a folder of its own; this is made once.
    with tempfile.TemporaryDirectory() as cache:
        pdfs = weasyprint.write(tuple(printed), target, Path(cache))
    return Written((*files, *(pdf.file for pdf in pdfs)), tuple(chain.from_iterable(pdf.warnings for pdf in pdfs)))
