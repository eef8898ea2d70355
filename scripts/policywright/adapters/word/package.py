"""The file of a Word document: a zip archive of its parts, the same bytes for the same parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

BODY = "word/document.xml"
"""The part that holds the words."""

_NO_TIME = (1980, 1, 1, 0, 0, 0)


def unpacked(document: bytes) -> dict[str, bytes]:
    """Return the parts of a document by their names, in their order."""
    with ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the document that has these parts. No clock has a say in it."""
    document = BytesIO()
    with ZipFile(document, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, _NO_TIME), content, ZIP_DEFLATED, 9)
    return document.getvalue()
