"""Turns: of those who want to work in one folder, one does at a time, and the others wait."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def turn(lock: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Do something when nobody else does it who names the same file, and tell `wait` where that takes a while.

    A turn ends with the process that has it, however that ends; the file is left, and means nothing by itself.
    """
    with lock.open("ab") as file:
        if not _taken(file):
            wait()
            _wait_for(file)
        yield


if sys.platform == "win32":
    import msvcrt
    import time

    def _taken(file: BinaryIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_for(file: BinaryIO) -> None:
        while not _taken(file):
            time.sleep(0.1)

else:
    import fcntl

    def _taken(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait_for(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
