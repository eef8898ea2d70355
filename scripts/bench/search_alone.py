"""Writes what it takes to search a handbook into a folder, without the rest of its site, and prints what that took.

It prints JSON: the seconds of the processor that the files of the search took (`cpu`), and how many bytes they and the
data for other programs have, as they are and as `gzip -9` packs them.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from policywright import pipeline
from policywright.adapters.assets import assets
from policywright.render.composer import Composer
from policywright.render.files import api, search
from policywright.render.page import SiteFile
from policywright.render.pages import search as page
from policywright.render.standalone import Frame, missing, standalone


def main(sources: Path, site: Path) -> None:
    """Read and link a handbook, write an empty page and that of the search with what these load, and tell."""
    composer = Composer(pipeline.read(sources).linked)
    began = time.process_time()
    files = [*search.files(composer, ())]
    cpu = time.process_time() - began
    for path, content in _contents(composer, files):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    told = {"cpu": cpu, "search": _bytes(files), "json": _bytes(api.files(composer, ()))}
    print(json.dumps(told))  # noqa: T201  for the one who has started it


def _contents(composer: Composer, files: Iterable[SiteFile]) -> Iterator[tuple[str, bytes]]:
    pages = [*page.pages(composer)]
    frame = Frame.of(pages, composer.handbook.settings.language)
    for one in (missing("index.html"), *pages):
        yield one.path, standalone(one, frame).encode()
    yield from ((file.path, file.content) for file in files)
    yield from assets()


def _bytes(files: Iterable[SiteFile]) -> tuple[int, int]:
    plain = packed = 0
    for file in files:
        plain += len(file.content)
        packed += len(gzip.compress(file.content, 9))
    return plain, packed


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
