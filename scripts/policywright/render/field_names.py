"""The names that the fields of a fillable PDF have, and the answers to choose from in them."""

from __future__ import annotations

import re
from unicodedata import normalize
from zlib import crc32

_LONGEST = 60


def state(option: str) -> str:
    """Return an answer to choose from in the letters that a PDF's state, or the name of a field, may have."""
    plain = normalize("NFKD", option).encode("ascii", "ignore").decode()
    name = re.sub(r"[^0-9A-Za-z]+", "-", plain).strip("-")
    if 0 < len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]}-{crc32(option.encode()):08x}".lstrip("-")


def box(name: str, option: str) -> str:
    """Return the name of the field of one of several boxes that can be ticked side by side."""
    return f"{name}_{state(option)}"
