"""Telling how far long work has come, to whoever watches a terminal and in the log of a pipeline."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from policywright.adapters.publishing import Progress

_NOW_AND_THEN = 10
"""How many seconds pass at least between two lines of a log."""


@contextmanager
def progress() -> Iterator[Progress]:
    """Offer a function that is told what was built: it moves a bar in a terminal, and writes lines elsewhere."""
    if not sys.stderr.isatty():
        yield lines(time.monotonic)
        return
    with click.progressbar(length=0, label="Building", file=sys.stderr, item_show_func=_shown) as bar:

        def tell(done: int, total: int, name: str) -> None:
            bar.length = total
            bar.update(done - bar.pos, name)

        yield tell


def lines(clock: Callable[[], float]) -> Progress:
    """Return what writes a line now and then, by a clock that counts seconds, and none where all is quickly done."""
    last = clock()

    def tell(done: int, total: int, _name: str) -> None:
        nonlocal last
        if clock() - last >= _NOW_AND_THEN:
            last = clock()
            click.echo(f"{done} of {total} PDFs are built.", err=True)

    return tell


def _shown(name: str | None) -> str:
    return name or ""
