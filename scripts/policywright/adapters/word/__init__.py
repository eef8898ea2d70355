"""Word documents of forms and letters: written from what `render.word` gives, and filled in."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath

from policywright.adapters.processes import shared_out
from policywright.adapters.word.filling import Answers, fill
from policywright.adapters.word.writing import write
from policywright.linking.essence import digest
from policywright.render import Shelf
from policywright.render.page import SiteFile, WordDocument

__all__ = ["Answers", "fill", "site_files", "sizes", "write"]


DOCUMENTS = "word"
"""The folder, in the site, that holds the Word documents."""


def site_files(documents: Sequence[WordDocument], shelf: Shelf | None = None) -> tuple[SiteFile, ...]:
    """Return what stands in the site for each document: its file, and a script that brings it to its page.

    Files that were made of the same are taken from the `shelf`.
    """
    contents = _recalled(documents, shelf) if shelf else {}
    waiting = [document for document in documents if document.name not in contents]
    made = shared_out([partial(_made, document, shelf) for document in waiting])
    contents |= {document.name: content for document, content in zip(waiting, made, strict=True)}
    return tuple(file for document in documents for file in _files(document, contents[document.name]))


def sizes(files: Iterable[SiteFile]) -> Mapping[str, int]:
    """Return how many bytes each Word document among the files of a site has, by its name."""
    paths = ((PurePosixPath(file.path), len(file.content)) for file in files)
    return {path.stem: size for path, size in paths if path.suffix == ".docx"}


def _recalled(documents: Iterable[WordDocument], shelf: Shelf) -> dict[str, bytes]:
    """Return the files of documents that were made of the same, by the names of the documents."""
    found = ((document, shelf.found(f"{document.name}.word")) for document in documents)
    return {one.name: b64decode(kept["made"]) for one, kept in found if kept and kept["of"] == digest(one)}


def _made(document: WordDocument, shelf: Shelf | None) -> bytes:
    content = write(document)
    if shelf:
        shelf.keep(f"{document.name}.word", {"of": digest(document), "made": b64encode(content).decode()})
    return content


def _files(document: WordDocument, content: bytes) -> tuple[SiteFile, SiteFile]:
    # A page that was opened from a folder may load scripts, and nothing else.
    script = b'policywright.wordFile = "%s";\n' % b64encode(content)
    return (
        SiteFile(f"{DOCUMENTS}/{document.name}.docx", content),
        SiteFile(f"assets/handbook/word/{document.part}/{document.name}.js", script),
    )
