"""Processes that work beside this one, and end with it however it ends."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context, parent_process
from typing import Any, TypeVar

Done = TypeVar("Done")

_TASKS: list[Callable[[], Any]] = []
"""What a copy of a process was made for."""


def processors() -> int:
    """Return how many processors this program may use, which in a container can be fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pool(most: int) -> ProcessPoolExecutor:
    """Return up to so many processes, which are started when there is something to do."""
    return ProcessPoolExecutor(most, get_context("spawn"), _begin)


def end_all() -> None:
    """End all processes that work beside this one, whatever they are at."""
    for process in active_children():
        process.terminate()


def shared_out(tasks: Sequence[Callable[[], Done]]) -> list[Done]:
    """Return what each task comes to, in their order; as many are done at a time as there are processors.

    They are done by copies of this process, which know all that it knows, so that a task can be anything; only what it
    comes to is handed over. Where no copy can be made, or where one could stand still for ever since other threads are
    at work, this process does them all.
    """
    most = min(len(tasks), processors())
    if most <= 1 or sys.platform != "linux" or threading.active_count() > 1:
        return [task() for task in tasks]
    with ProcessPoolExecutor(most, get_context("fork"), _begin_copy, (tasks,)) as staff:
        try:
            return list(staff.map(_do, range(len(tasks))))
        except BaseException:
            # When something went wrong, nobody waits for what they are at.
            end_all()
            raise


def _begin_copy(tasks: Sequence[Callable[[], Any]]) -> None:
    _TASKS[:] = tasks
    _begin()


def _do(number: int) -> Any:  # noqa: ANN401  whatever the task comes to
    return _TASKS[number]()


def _begin() -> None:
    # Ctrl-C is meant for the process that they work for, which then ends them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process is gone that this one works for; it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
