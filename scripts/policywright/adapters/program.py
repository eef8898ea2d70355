"""What decides, besides the handbook, how a page comes out: our own files, Python, and every package beside it."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

_OURS = ("policywright", "policywright.templates")


@cache
def program() -> str:
    """Return a text that is another one as soon as any of it is."""
    digest = blake2b(digest_size=20)
    for told in _told():
        digest.update(len(told).to_bytes(8) + told)
    return digest.hexdigest()


def _told() -> Iterator[bytes]:
    yield f"{sys.version} {sys.prefix}".encode()
    yield "\n".join(sorted(entry.name for entry in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))).encode()
    for home in (Path(str(files(package))) for package in _OURS):
        for file in sorted(path for path in home.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
            yield file.relative_to(home).as_posix().encode()
            yield file.read_bytes()
