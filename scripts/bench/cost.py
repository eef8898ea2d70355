"""What running a program costs: it and all that it starts, told by the kernel."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
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


def python(module: str, *arguments: str | Path) -> Sequence[str | Path]:
    """Return the command that runs a Python module."""
    return (sys.executable, "-m", module, *arguments)


def middle(run: Callable[[], Cost], runs: int) -> Cost:
    """Run something so often, and return what it takes: the median of each measure."""
    costs = [run() for _ in range(runs)]
    measures = ([getattr(one, name) for one in costs] for name in ("cpu", "wall", "largest", "together"))
    cpu, wall, largest, together = (median(measured) for measured in measures)
    return Cost(cpu, wall, int(largest), int(together), costs[0].said)


def cost(command: Sequence[str | Path], processors: int) -> Cost:
    """Run a command, kindly towards what else the machine does, on so many processors, and return what it took.

    Raises `subprocess.CalledProcessError` where it fails.
    """
    first = ",".join(map(str, sorted(os.sched_getaffinity(0))[:processors]))
    began = time.perf_counter()
    command = ["taskset", "--cpu-list", first, "nice", *command]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=_ROOT, env=quiet, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603  our own
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
