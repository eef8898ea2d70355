"""Processes that work beside this one, and end with it however it ends."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context, parent_process
from threading import Thread


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


def _begin() -> None:
    # Ctrl-C is meant for the process that they work for, which then ends them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process is gone that this one works for; it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
