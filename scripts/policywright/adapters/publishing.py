"""Publishing: the site and the PDFs are built aside, and take the place of the old ones only when they are whole."""

from __future__ import annotations

import errno
import logging
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from policywright import pipeline
from policywright.adapters import last_build
from policywright.adapters.adopters import ADOPTERS, Made, Model, make_sites
from policywright.adapters.built import PDFS, WORKSHOP, Built
from policywright.adapters.document_cache import DocumentCache
from policywright.adapters.exchange import put_in_place
from policywright.adapters.turns import turn
from policywright.pipeline import Examined
from policywright.render.page import PrintDocument

Progress = Callable[[int, int, str], None]
"""Told how many PDFs are done, of how many, and which was the last."""

_log = logging.getLogger(__name__)


class FaultyPdfs(Exception):  # noqa: N818  a refusal, and no fault of the program
    """PDFs did not come out as they should; `warnings` say which, and how."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        super().__init__(*warnings)
        self.warnings = warnings


def publish_all(folder: Path, examined: Examined, progress: Progress, *, strict: bool = False) -> Built:
    """Build the site and the PDFs of the handbook in a folder; `strict` refuses faulty PDFs, and keeps the old site.

    The handbooks of adopters stay as they are.
    """
    with _replacement(folder) as fresh:
        kept = _kept_adopters(folder, examined)
        pages = _build_site(folder, examined, fresh, pdfs=True, adopters=kept)
        printed = _build_pdfs(folder, examined, fresh, progress, strict=strict)
        _copy(kept.values(), fresh / ADOPTERS)
        return replace(printed, pages=pages, state=_state(folder, fresh))


def publish_with_adopters(folder: Path, examined: Examined, model: Model, progress: Progress) -> Built:
    """Build all that `publish_all` builds, and the handbooks of all adopters too; either all of it or nothing."""
    names = [adopter.adopter for adopter in examined.linked.handbook.adopters]
    with _replacement(folder) as fresh:
        made = make_sites(model, names, fresh.parent / ADOPTERS)
        pages = _build_site(folder, examined, fresh, pdfs=True, adopters=names)
        printed = _build_pdfs(folder, examined, fresh, progress, strict=model.strict)
        adopters = tuple(_put_in_place(folder, one, fresh, progress, strict=model.strict) for one in made)
        return replace(printed, pages=pages, adopters=adopters, state=_state(folder, fresh))


def publish_adopter(folder: Path, model: Model, adopter: str, progress: Progress) -> Built:
    """Build the handbook of one adopter, and leave everything else as it is."""
    with _replacement(folder) as fresh:
        [made] = make_sites(model, [adopter], fresh.parent / ADOPTERS)
        _copy((folder / "site").glob("*"), fresh)
        shutil.rmtree(fresh / ADOPTERS / adopter, ignore_errors=True)
        return _put_in_place(folder, made, fresh, progress, strict=model.strict)


def publish_site(folder: Path, examined: Examined) -> Built:
    """Build the site and leave the PDFs, and the handbooks of adopters, as they are."""
    with _replacement(folder) as fresh:
        kept = _kept_adopters(folder, examined)
        pages = _build_site(folder, examined, fresh, pdfs=(folder / "site" / PDFS).is_dir(), adopters=kept)
        _copy((folder / "site").glob(PDFS), fresh)
        _copy(kept.values(), fresh / ADOPTERS)
        return Built(folder / "site", pages, state=_state(folder, fresh))


def publish_pdfs(folder: Path, examined: Examined, progress: Progress, *, strict: bool = False) -> Built:
    """Build the PDFs and leave the site as it is; `strict` refuses faulty PDFs, and keeps the old ones."""
    with _replacement(folder) as fresh:
        _copy((path for path in (folder / "site").glob("*") if path.name != PDFS), fresh)
        return _build_pdfs(folder, examined, fresh, progress, strict=strict)


def _state(folder: Path, fresh: Path) -> str:
    """Return what tells a site from any other; nothing where it may rest on files that nobody knows of."""
    from policywright.adapters import mkdocs  # noqa: PLC0415  slow to load, and loaded already

    return "" if mkdocs.rests_on_more(folder) else last_build.state(fresh)


def _kept_adopters(folder: Path, examined: Examined) -> Mapping[str, Path]:
    """Return the folders of the adopters' handbooks that were built before, by the names of those who still adopt."""
    names = (adopter.adopter for adopter in examined.linked.handbook.adopters)
    folders = {name: folder / "site" / ADOPTERS / name for name in names}
    return {name: site for name, site in folders.items() if site.is_dir()}


def _put_in_place(folder: Path, made: Made, fresh: Path, progress: Progress, *, strict: bool) -> Built:
    """Put the site of an adopter into the fresh one, and print what belongs to it."""
    (fresh / ADOPTERS).mkdir(exist_ok=True)
    site = made.site.rename(fresh / ADOPTERS / made.adopter)
    cache = folder / WORKSHOP / ADOPTERS / made.adopter
    printed = _print(made.documents, site / PDFS, cache, progress, strict=strict)
    return replace(printed, site=folder / "site" / ADOPTERS / made.adopter, pages=made.pages)


def _build_site(folder: Path, examined: Examined, fresh: Path, *, pdfs: bool, adopters: Collection[str] = ()) -> int:
    from policywright.adapters import mkdocs  # noqa: PLC0415  slow to load, and checking needs no engine

    shelf = DocumentCache(folder / WORKSHOP / "kept")
    pages = mkdocs.build(folder, examined, fresh, pdfs=pdfs, adopters=adopters, shelf=shelf)
    shelf.forget_all_but(document.id for document in examined.linked.handbook.documents)
    return pages


def _build_pdfs(folder: Path, examined: Examined, fresh: Path, progress: Progress, *, strict: bool) -> Built:
    from policywright.adapters import mkdocs  # noqa: PLC0415  slow to load, and checking needs no engine

    documents = pipeline.print_documents(examined, address=mkdocs.address(folder))
    printed = _print(documents, fresh / PDFS, folder / WORKSHOP / PDFS, progress, strict=strict)
    return replace(printed, site=folder / "site")


def _print(documents: Sequence[PrintDocument], target: Path, cache: Path, progress: Progress, *, strict: bool) -> Built:
    from policywright.adapters import weasyprint  # noqa: PLC0415  slow to load, and checking needs no engine

    printed = weasyprint.write(documents, target, cache, progress)
    fresh_pdfs = sum(pdf.fresh for pdf in printed)
    warnings = tuple(f"{pdf.file.name}: {warning}" for pdf in printed for warning in pdf.warnings)
    if strict and warnings:
        raise FaultyPdfs(warnings)
    return Built(target.parent, pdfs=len(printed), fresh_pdfs=fresh_pdfs, warnings=warnings)


@contextmanager
def _replacement(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `site/` if all goes well, and vanishes otherwise.

    However the program ends, `site/` is the old one or the new one. What a build left that was killed is thrown away
    by the next; one that is at work is waited for.
    """
    workshop, site = folder / WORKSHOP, folder / "site"
    if site.is_file():
        raise FileExistsError(errno.EEXIST, "a file stands where the site is put", str(site))
    workshop.mkdir(exist_ok=True)
    with turn(workshop / "lock", lambda: _log.warning("Another build is at work here; waiting for it to end.")):
        for left in workshop.glob("build-*"):
            shutil.rmtree(left)
        bench = Path(tempfile.mkdtemp(prefix="build-", dir=workshop))
        fresh = bench / "site"
        fresh.mkdir()
        try:
            yield fresh
            # What is built is for readers and not for git.
            (fresh / ".gitignore").write_text("*\n!.gitignore\n", encoding="utf-8")
            put_in_place(fresh, site, bench / "old")
        finally:
            # Where nothing can be taken away either, the next build does it.
            shutil.rmtree(bench, ignore_errors=True)


def _copy(paths: Iterable[Path], target: Path) -> None:
    """Copy files, and folders with all that is in them, into another folder; the first that fails says why."""
    for path in paths:
        for file in filter(Path.is_file, (path, *path.rglob("*"))):
            copied = target / file.relative_to(path.parent)
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, copied)
