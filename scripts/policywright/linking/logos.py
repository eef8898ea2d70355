"""Logos: the picture that an organisation has at the head of its letters, as far as it can be shown."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from policywright.model.document import Document
from policywright.model.handbook import Handbook, Letterhead, Logo

LARGEST = 200_000
"""The bytes that a logo may have; each letter holds it."""

LONGEST_SIDE = 3000
"""The pixels that it may be wide or high."""

_FORMATS = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class Picture:
    """A sound picture: its content and its type, such as `image/png`."""

    content: bytes
    type: str


def letterhead(handbook: Handbook, document: Document) -> Letterhead | None:
    """Return the letterhead of a document's part of the handbook."""
    return next((part.letterhead for part in handbook.settings.parts if part.id == document.part), None)


def picture(handbook: Handbook, logo: Logo) -> Picture | str:
    """Return the picture of a logo; where it cannot be shown, why, as the end of a sentence."""
    content = handbook.pictures.get(f"policies/{logo.file}")
    if content is None:
        return f"is not there: `policies/` has no file `{logo.file}`"
    if len(content) > LARGEST:
        return f"has more than {LARGEST // 1000} kB, which every letter would hold"
    return _sound(content)


def _sound(content: bytes) -> Picture | str:
    # Few handbooks have a logo, and the library takes its time to load.
    from PIL import Image, ImageFile  # noqa: PLC0415

    # WeasyPrint lets the library take torn pictures for whole ones, wherever it was loaded.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings(action="error"), Image.open(BytesIO(content), formats=_FORMATS) as opened:
            if max(opened.size) > LONGEST_SIDE:
                return f"is more than {LONGEST_SIDE} pixels wide or high"
            opened.load()
            return Picture(content, Image.MIME[str(opened.format)])
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        return "is no sound PNG or JPEG picture"
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
