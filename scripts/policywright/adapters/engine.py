"""What decides, besides its HTML, how a PDF comes out: fonts, libraries, our own code."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files

_OUR_CODE = files("policywright.adapters")
_FONTS = files("policywright.templates") / "vendor" / "fonts"
_ENGINES = "weasyprint", "pikepdf", "page-validation"
_LIBRARIES = (
    ("pango_version_string", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")),
    ("hb_version_string", ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")),
)


@cache
def engine() -> str:
    """Return a text that is another one as soon as any of it is."""
    digest = blake2b(digest_size=20)
    for folder, ending in ((_FONTS, ".ttf"), (_OUR_CODE, ".py")):
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(ending):
                digest.update(file.name.encode() + file.read_bytes())
    return "\n".join((*map(version, _ENGINES), *_library_versions(), digest.hexdigest()))


def _library_versions() -> Iterator[str]:
    """Yield the versions of the libraries that break lines; asking WeasyPrint would take half a second to load it."""
    for function, names in _LIBRARIES:
        for name in names:
            with suppress(OSError):
                ask = getattr(ctypes.CDLL(name), function)
                ask.restype = ctypes.c_char_p
                yield ask().decode()
                break
