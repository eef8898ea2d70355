"""The sites on which the searches are measured: ours, the same pages with Material's search, and Pagefind's index."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from policywright.render.page import Page

_ROOT = Path(__file__).parents[2]
_SETTINGS = """\
site_name: The same pages
use_directory_urls: false
theme:
  name: material
  font: false
plugins:
  - search
"""


def pagefind_version() -> str:
    """Return which version of Pagefind is installed."""
    return str(json.loads((_pagefind() / "package.json").read_text(encoding="utf-8"))["version"])


def _pagefind() -> Path:
    """Return where npm has put the Pagefind of this machine: of its packages it takes the one that fits."""
    return next((_ROOT / "node_modules" / "@pagefind").iterdir())


def build_with_material(pages: Sequence[Page], folder: Path, site: Path) -> None:
    """Build our pages with Material as it comes: its theme, and its search, which cuts each page at its headings."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    config = load_config(config_file=str(folder / "mkdocs.yml"), site_dir=str(site))
    config.plugins["same-pages"] = _SamePages(pages)
    mkdocs_build.build(config)


def index_with_pagefind(site: Path, index: Path) -> None:
    """Let Pagefind index the main part of each page of a site, so that it is not misled by what frames it."""
    program = _pagefind() / "bin" / "pagefind_extended"
    arguments = ["--site", str(site), "--output-path", str(index), "--root-selector", "main", "--silent"]
    subprocess.run([program, *arguments], check=True)
    (index / "index.html").write_text("<!doctype html><title>Pagefind</title>", encoding="utf-8")


class _NoOptions(Config):  # type: ignore[no-untyped-call]
    """It is told everything in Python."""


class _SamePages(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Hands our pages over as they are, and says nothing to the search."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = {page.path.removesuffix(".html") + ".md": page for page in pages}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for path in self._pages:
            files.append(File.generated(config, path, content=""))
        return files

    def on_page_content(self, _: str, *, page: MkDocsPage, **__: object) -> str:
        ours = self._pages[page.file.src_uri]
        page.meta["title"] = ours.title
        page.toc = TableOfContents([AnchorLink(heading.title, heading.anchor, 1) for heading in ours.headings])
        return ours.content
