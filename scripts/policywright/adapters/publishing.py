"""Publishing: the site and the PDFs are built aside, and take the place of the old ones only when they are whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from policywright import pipeline
from policywright.pipeline import Examined

Progress = Callable[[int, int, str], None]
"""Told how many PDFs are done, of how many, and which was the last."""

WORKSHOP = ".policywright"
"""The folder, in a handbook's, that holds what is being built and what is kept between builds."""

PDFS = "pdf"
"""The folder, in the site, that holds the PDFs."""


@dataclass(frozen=True)
class Built:
    """What was built: the site's folder, the number of its pages and of its PDFs, and how many of these are fresh.

    `warnings` say what is wrong with PDFs that were built all the same.
    """

    site: Path
    pages: int = 0
    pdfs: int = 0
    fresh_pdfs: int = 0
    warnings: tuple[str, ...] = ()


class FaultyPdfs(Exception):  # noqa: N818  a refusal, and no fault of the program
    """PDFs did not come out as they should; `warnings` say which, and how."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        super().__init__(*warnings)
        self.warnings = warnings


def publish_all(folder: Path, examined: Examined, progress: Progress, *, strict: bool = False) -> Built:
    """Build the site and the PDFs of the handbook in a folder; `strict` refuses faulty PDFs, and keeps the old site."""
    with _replacement(folder) as fresh:
        pages = _build_site(folder, examined, fresh, pdfs=True)
        printed = _build_pdfs(folder, examined, fresh, progress, strict=strict)
    return replace(printed, pages=pages)


def publish_site(folder: Path, examined: Examined) -> Built:
    """Build the site and leave the PDFs as they are."""
    with _replacement(folder) as fresh:
        pages = _build_site(folder, examined, fresh, pdfs=(folder / "site" / PDFS).is_dir())
        _copy((folder / "site").glob(PDFS), fresh)
    return Built(folder / "site", pages)


def publish_pdfs(folder: Path, examined: Examined, progress: Progress, *, strict: bool = False) -> Built:
    """Build the PDFs and leave the site as it is; `strict` refuses faulty PDFs, and keeps the old ones."""
    with _replacement(folder) as fresh:
        _copy((path for path in (folder / "site").glob("*") if path.name != PDFS), fresh)
        return _build_pdfs(folder, examined, fresh, progress, strict=strict)


def _build_site(folder: Path, examined: Examined, fresh: Path, *, pdfs: bool) -> int:
    from policywright.adapters import mkdocs  # noqa: PLC0415  slow to load, and checking needs no engine

    return mkdocs.build(folder, examined, fresh, pdfs=pdfs)


def _build_pdfs(folder: Path, examined: Examined, fresh: Path, progress: Progress, *, strict: bool) -> Built:
    from policywright.adapters import mkdocs, weasyprint  # noqa: PLC0415  slow to load, and checking needs no engine

    documents = pipeline.print_documents(examined, address=mkdocs.address(folder))
    printed = weasyprint.write(documents, fresh / PDFS, folder / WORKSHOP / PDFS, progress)
    fresh_pdfs = sum(pdf.fresh for pdf in printed)
    warnings = tuple(f"{pdf.file.name}: {warning}" for pdf in printed for warning in pdf.warnings)
    if strict and warnings:
        raise FaultyPdfs(warnings)
    return Built(folder / "site", pdfs=len(printed), fresh_pdfs=fresh_pdfs, warnings=warnings)


@contextmanager
def _replacement(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `site/` if all goes well, and vanishes otherwise."""
    (folder / WORKSHOP).mkdir(exist_ok=True)
    bench = Path(tempfile.mkdtemp(prefix="build-", dir=folder / WORKSHOP))
    fresh, published, old = bench / "site", folder / "site", bench / "old"
    fresh.mkdir()
    try:
        yield fresh
        # What is built is for readers and not for git.
        (fresh / ".gitignore").write_text("*\n!.gitignore\n", encoding="utf-8")
        if published.exists():
            published.rename(old)
        fresh.rename(published)
    finally:
        shutil.rmtree(bench)


def _copy(paths: Iterable[Path], target: Path) -> None:
    for path in paths:
        if path.is_dir():
            shutil.copytree(path, target / path.name)
        else:
            shutil.copy2(path, target)
