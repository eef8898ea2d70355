"""A plain folder as the engine of the site: the same pages, written without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from policywright import pipeline
from policywright.adapters import offline, word
from policywright.adapters.assets import assets
from policywright.pipeline import Examined
from policywright.render.standalone import Frame, standalone


def build(examined: Examined, site_dir: Path, *, preview: bool = False, pdfs: bool = False, address: str = "") -> int:
    """Write the site of an examined handbook into a folder, as far as it differs; return how many files that were.

    `pdfs` says that the PDFs will stand beside it; `address` is where it is published, if anybody has said.
    """
    contents = _contents(examined, preview=preview, pdfs=pdfs, address=address)
    wanted = {site_dir / path: content for path, content in contents}
    changed = {path: content for path, content in wanted.items() if not _holds(path, content)}
    for path, content in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if not preview:
        offline.write(site_dir)
    return len(changed)


def _contents(examined: Examined, *, preview: bool, pdfs: bool, address: str) -> Iterator[tuple[str, bytes]]:
    """Yield each file's path in the site, and what it holds."""
    documents = word.site_files(pipeline.word_documents(examined))
    pages = pipeline.site(examined, preview=preview, pdfs=pdfs, word=word.sizes(documents))
    frame = Frame.of(pages, examined.linked.handbook.settings.language, preview=preview)
    for page in pages:
        yield page.path, standalone(page, frame).encode()
    for file in (*pipeline.site_files(examined, pages, address=address), *documents):
        yield file.path, file.content
    yield from assets()


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
