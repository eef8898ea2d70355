"""The offline copy: what a browser may keep of a built site, listed once every file of it is there."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from hashlib import sha256
from html import unescape
from pathlib import Path

from policywright.adapters.assets import TEMPLATES

WORKER = "service-worker.js"
"""The service worker, which keeps the copy; at the top, since it may keep what stands beside or below it."""

LIST = "assets/handbook/offline.json"
"""The list of what may be kept."""

_KEPT = (
    "*.html",
    "**/*.html",
    "assets/handbook/**/*.js",
    "assets/handbook/*.css",
    "assets/handbook/*.woff2",
    "assets/handbook/icon.svg",
)
_NOT_A_PAGE = "404.html"
_FRAME_PAGES = ("index.html", "offline.html", "search.html")
_SELDOM = re.compile(r"_Italic\.|\.rest\.|/previews/|/search/|/word/|\.html$")
"""What few pages need, and is kept when one of them is read or asked for."""

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def write(site_dir: Path) -> None:
    """Write the service worker of the site in a folder, and its list; the same site gives the same files."""
    files = _files(site_dir)
    edition = sha256(json.dumps(files).encode()).hexdigest()[:7]
    frame = [path for path in files if path in _FRAME_PAGES or not _SELDOM.search(path)]
    (site_dir / LIST).write_text(json.dumps({"files": list(files.values())}, ensure_ascii=False), encoding="utf-8")
    values = {"EDITION": edition, "LIST": LIST, "FRAME": frame}
    declared = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    worker = (TEMPLATES / "scripts" / WORKER).read_text(encoding="utf-8")
    (site_dir / WORKER).write_text(declared + worker, encoding="utf-8")


def _files(site_dir: Path) -> Mapping[str, Mapping[str, object]]:
    """Return what may be kept, by its path: each with its title if it is a page, its fingerprint and its bytes."""
    paths = {path.relative_to(site_dir).as_posix(): path for pattern in _KEPT for path in site_dir.glob(pattern)}
    site_title = _title((site_dir / "index.html").read_bytes())
    titles = {
        name: _title(path.read_bytes()).removesuffix(f" - {site_title}")
        for name, path in paths.items()
        if name.endswith(".html") and not _is_within_a_document(name, paths)
    }
    return {
        name: _file(name, paths[name].read_bytes(), titles.get(name, ""))
        for name in sorted(paths)
        if name != _NOT_A_PAGE
    }


def _is_within_a_document(name: str, paths: Mapping[str, Path]) -> bool:
    """Tell the pages in a document's folder, such as the questions of a decision: they are kept, but not listed."""
    folder = posixpath.dirname(name)
    return "/" in folder and f"{folder}.html" in paths


def _file(name: str, content: bytes, title: str) -> Mapping[str, object]:
    return {"path": name, "title": title, "fingerprint": sha256(content).hexdigest()[:16], "bytes": len(content)}


def _title(page: bytes) -> str:
    found = _TITLE.search(page.decode())
    return unescape(found[1]).strip() if found else ""
