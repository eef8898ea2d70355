"""A plain folder as the engine of the site: the same pages, written without MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from policywright import pipeline
from policywright.adapters.assets import assets
from policywright.pipeline import Examined
from policywright.render.standalone import standalone


def build(examined: Examined, site_dir: Path, *, preview: bool = False) -> int:
    """Write the site of an examined handbook into a folder, as far as it differs; return how many pages that were."""
    wanted = {site_dir / path: text for path, text in _pages(examined, preview=preview).items()}
    changed = {path: text for path, text in wanted.items() if not _holds(path, text)}
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, content in assets():
        target = site_dir / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return len(changed)


def _pages(examined: Examined, *, preview: bool) -> Mapping[str, str]:
    pages = pipeline.site(examined, preview=preview)
    language = examined.linked.handbook.settings.language
    return {page.path: standalone(page, pages, language) for page in pages}


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
