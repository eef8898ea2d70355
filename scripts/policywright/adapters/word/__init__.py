"""Word documents of forms and letters: written from what `render.word` gives, and filled in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import PurePosixPath

from policywright.adapters.processes import shared_out
from policywright.adapters.word.filling import Answers, fill
from policywright.adapters.word.writing import write
from policywright.render.page import SiteFile, WordDocument

__all__ = ["Answers", "fill", "site_files", "sizes", "write"]


DOCUMENTS = "word"
"""The folder, in the site, that holds the Word documents."""


def site_files(documents: Iterable[WordDocument]) -> tuple[SiteFile, ...]:
    """Return what stands in the site for each document: its file, and a script that brings it to its page."""
    made = shared_out([partial(_files, document) for document in documents])
    return tuple(file for files in made for file in files)


def sizes(files: Iterable[SiteFile]) -> Mapping[str, int]:
    """Return how many bytes each Word document among the files of a site has, by its name."""
    paths = ((PurePosixPath(file.path), len(file.content)) for file in files)
    return {path.stem: size for path, size in paths if path.suffix == ".docx"}


def _files(document: WordDocument) -> tuple[SiteFile, SiteFile]:
    content = write(document)
    # A page that was opened from a folder may load scripts, and nothing else.
    script = b'policywright.wordFile = "%s";\n' % b64encode(content)
    return (
        SiteFile(f"{DOCUMENTS}/{document.name}.docx", content),
        SiteFile(f"assets/handbook/word/{document.part}/{document.name}.js", script),
    )
