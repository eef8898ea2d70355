"""What running a program costs: it and all that it starts, told by the kernel."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Self

_ROOT = Path(__file__).parents[2]
_OFTEN = 0.1
_PROCESSES = Path("/proc")


@dataclass(frozen=True)
class Cost:
    """What a program took: seconds of all processors, seconds on the clock, and memory in bytes at the worst moment.

    `largest` is the memory of its largest process, `together` that of all at once. `said` is what it printed.
    """

    cpu: float
    wall: float
    largest: int
    together: int
    said: str


def cost(module: str, arguments: Sequence[str], processors: int) -> Cost:
    """Run a Python module, kindly towards what else the machine does, on so many processors, and return what it took.

    Raises `subprocess.CalledProcessError` where it fails.
    """
    first = ",".join(map(str, sorted(os.sched_getaffinity(0))[:processors]))
    command = ["taskset", "--cpu-list", first, "nice", sys.executable, "-m", module, *arguments]
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603  our own
        with _Watch(running.pid) as watch:
            said = running.stdout.read() if running.stdout else ""
            _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    wall = time.perf_counter() - began
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024, watch.together, said)


class _Watch:
    """Looks, while it lasts, how much memory a process and those below it have."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._over = Event()
        self._thread = Thread(target=self._look)
        self.together = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_OFTEN):
            self.together = max(self.together, sum(map(_memory, _family(self._process))))


def _family(process: int) -> Iterator[int]:
    """Yield a process and all below it, as far as they still live."""
    yield process
    try:
        threads = [*(_PROCESSES / str(process) / "task").iterdir()]
        children = [child for thread in threads for child in (thread / "children").read_text(encoding="ascii").split()]
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _memory(process: int) -> int:
    """Return how many bytes of memory a process has; one that has just ended has none."""
    try:
        pages = (_PROCESSES / str(process) / "statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()
