"""The export: the site as a project that other generators build, ProperDocs, Zensical and MkDocs among them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from policywright import pipeline
from policywright.adapters import settings, word
from policywright.adapters.assets import TEMPLATES, assets
from policywright.adapters.built import PDFS
from policywright.pipeline import Examined
from policywright.render.exported import exported, handwritten, yaml
from policywright.render.files.sitemap import SITEMAP
from policywright.render.navigation import nav, navigation, source_path
from policywright.render.page import Page
from policywright.render.standalone import extra

LIST = "policywright-export.json"
"""The list of what an export wrote, with a fingerprint of each file, so that the next one knows what is its own."""

_KEPT = ("site_url", "site_author", "site_description", "copyright")
"""What the handbook's own `mkdocs.yml` settles for the project too."""


class CannotExport(Exception):  # noqa: N818  it is not an error of the program, but of what the user asked for
    """Something in the folder would be lost."""


def export(folder: Path, examined: Examined, target: Path) -> int:
    """Write the project of the examined handbook in a folder into a target folder; return how many files it has.

    What an earlier export wrote there is replaced, or removed where it is not in the handbook any more. Raises
    `CannotExport`, before anything is written, where anything else would be lost.
    """
    for taken in (folder / "policies", folder / "site"):
        if target.resolve().is_relative_to(taken.resolve()):
            raise CannotExport(f"{target} is in the handbook's {taken.name}/. Name a folder outside it.")
    earlier = _earlier(target)
    wanted = dict(_contents(folder, examined))
    _refuse_loss(target, wanted, earlier)
    for path in earlier.keys() - wanted.keys():
        (target / path).unlink(missing_ok=True)
    for path, content in wanted.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    fingerprints = {path: _fingerprint(content) for path, content in wanted.items()}
    (target / LIST).write_text(json.dumps(fingerprints, indent=1) + "\n", encoding="utf-8")
    return len(wanted)


def _earlier(target: Path) -> Mapping[str, str]:
    """Return what an earlier export wrote into a folder: each file's fingerprint, by its path."""
    if (target / LIST).is_file():
        return _listed(target)
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise CannotExport(f"{target} holds something else. Name an empty folder, or one that is not there yet.")
    return {}


def _listed(target: Path) -> Mapping[str, str]:
    """Return what the list of an earlier export names, as far as it is in its folder."""
    home = target.resolve()
    try:
        found = json.loads((target / LIST).read_text(encoding="utf-8"))
        return {path: mark for path, mark in found.items() if (home / path).resolve().is_relative_to(home)}
    except (ValueError, AttributeError):
        reason = "is damaged, so nobody knows what an earlier export wrote there. Name an empty folder."
        raise CannotExport(f"{target / LIST} {reason}") from None


def _refuse_loss(target: Path, wanted: Mapping[str, bytes], earlier: Mapping[str, str]) -> None:
    """Refuse to write over, or to remove, what somebody has written or changed since the earlier export."""
    for path in sorted(wanted.keys() | earlier.keys()):
        found = (target / path).read_bytes() if (target / path).is_file() else None
        if found not in (None, wanted.get(path)) and _fingerprint(found) != earlier.get(path):
            raise CannotExport(
                f"{target / path} was changed after the last export, and would be lost. "
                "Move it away, or name another folder."
            )


def _contents(folder: Path, examined: Examined) -> Iterator[tuple[str, bytes]]:
    """Yield each file's path in the project, and what it holds; of two with one path the later one counts."""
    own = settings.load(folder)
    documents = word.site_files(pipeline.word_documents(examined))
    pages = pipeline.site(examined, pdfs=(folder / "site" / PDFS).is_dir(), word=word.sizes(documents))
    written = handwritten(examined.linked)
    yield "mkdocs.yml", yaml(_settings(own, examined, pages, sorted(written))).encode()
    yield from _copied(TEMPLATES / "site" / "theme", "theme", {".html"})
    for page in pages:
        yield f"docs/{source_path(page.path)}", exported(page).encode()
    for path, text in written.items():
        yield f"docs/{path}", text.encode()
    beside = {**dict(_beside(own, examined, pages)), **{file.path: file.content for file in documents}}
    for path, content in beside.items():
        yield f"docs/{path}", content
    # Some generators make a map of the site in any case, but take this for its template; theirs holds what leads away.
    yield f"theme/{SITEMAP}", beside.get(SITEMAP, b"")
    for name in examined.linked.handbook.pictures:
        yield f"docs/{name.removeprefix('policies/')}", (folder / name).read_bytes()
    yield from _copied(folder / "site" / PDFS, f"docs/{PDFS}", {".pdf"})


def _beside(own: MkDocsConfig, examined: Examined, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    for file in pipeline.site_files(examined, pages, address=own.site_url or ""):
        yield file.path, file.content
    yield from assets()


def _settings(
    own: MkDocsConfig, examined: Examined, pages: Sequence[Page], written: Sequence[str]
) -> Mapping[str, object]:
    """Return the project's settings, which every generator reads that knows those of MkDocs."""
    ours = {source_path(page.path) for page in pages}
    return {
        "site_name": pages[0].title,
        **{key: own[key] for key in _KEPT if own[key]},
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {"name": None, "custom_dir": "theme", "static_templates": ["404.html"]},
        "plugins": [],
        "markdown_extensions": [{name: own.mdx_configs.get(name, {})} for name in own.markdown_extensions],
        "extra": {**extra(examined.linked.handbook.settings.language), "online_only": True},
        "nav": nav(navigation(pages), own.nav or [path for path in written if path not in ours]),
    }


def _copied(folder: Path, into: str, endings: set[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a folder with certain endings; none where there is no such folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in endings and path.is_file():
            yield f"{into}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()
