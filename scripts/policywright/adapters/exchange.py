"""Putting a folder in the place of another in one step, so that at no moment neither is there."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100 if sys.platform == "linux" else -2
"""What the system calls the working folder, from which a path is told."""

_SWAP = 2
"""Asks both systems for an exchange."""


def put_in_place(fresh: Path, published: Path, old: Path) -> None:
    """Put a folder in the place of a published one, if there is one, which is then where `old` says.

    Both are in one file system. Linux and macOS exchange the two in one step; elsewhere, and on the few file systems
    that cannot, there is a moment in which nothing is published.
    """
    if not published.exists():
        fresh.rename(published)
    elif _exchanged(fresh, published):
        fresh.rename(old)
    else:
        published.rename(old)
        fresh.rename(published)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders, and tell whether the system could."""
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform)
    exchange = getattr(ctypes.CDLL(None), name, None) if name else None
    if exchange is None:
        return False
    done: int = exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP)
    return done == 0
