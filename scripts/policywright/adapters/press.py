"""The press: lays out sections side by side, and none that was laid out before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import ParamSpec, TypeVar

from policywright.adapters import processes
from policywright.adapters.section_cache import SectionCache
from policywright.adapters.sections import Section, Typeset

_THIS_PROCESS = Lock()
"""WeasyPrint can lay out one section at a time in a process."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Press:
    """Lays out the sections of one document, in the processes of `workers`; remembers what has been asked for."""

    cache: SectionCache
    workers: Executor
    _begun: dict[tuple[str, bool], Future[Typeset]] = field(default_factory=dict)

    def lay_out(self, sections: Sequence[Section], *, drawn: bool) -> list[Typeset]:
        """Lay out sections and return what came of each; `drawn` writes their PDFs too."""
        return [laid_out.result() for laid_out in self.begin(sections, drawn=drawn)]

    def begin(self, sections: Sequence[Section], *, drawn: bool) -> list[Future[Typeset]]:
        """Begin to lay out sections; those that were laid out before are done at once."""
        return [self._one(section, drawn) for section in sections]

    def lay_out_here(self, section: Section) -> None:
        """Lay out and draw a section in this process, which has nothing to wait for as others have, at once."""
        asked = self.cache.key(section), True
        if asked not in self._begun and not self.cache.found(asked[0], drawn=True):
            with _THIS_PROCESS:
                self._begun[asked] = _done(_lay_out(self.cache, *asked, section))

    @property
    def used(self) -> list[str]:
        """The names, in the cache, of the sections that have been asked for."""
        return sorted({key for key, _ in self._begun})

    def _one(self, section: Section, drawn: bool) -> Future[Typeset]:  # noqa: FBT001  part of what is asked for
        asked = self.cache.key(section), drawn
        if asked not in self._begun:
            found = self.cache.found(asked[0], drawn=drawn)
            self._begun[asked] = _done(found) if found else self.workers.submit(_lay_out, self.cache, *asked, section)
        return self._begun[asked]


def _lay_out(cache: SectionCache, key: str, drawn: bool, section: Section) -> Typeset:  # noqa: FBT001  unpacked
    """Lay out a section; runs in a process of its own where there are several."""
    # Loading WeasyPrint takes half a second, which a run that has nothing to lay out need not wait for.
    from policywright.adapters.typesetting import lay_out  # noqa: PLC0415

    return cache.make(key, section, lay_out, drawn=drawn)


class Here(Executor):
    """Does everything at once, in the process that asks."""

    def submit(self, function: Callable[_P, _T], /, *arguments: _P.args, **named: _P.kwargs) -> Future[_T]:
        """Return what a function has returned."""
        return _done(function(*arguments, **named))


def _done(result: _T) -> Future[_T]:
    future: Future[_T] = Future()
    future.set_result(result)
    return future


@contextmanager
def workers(most: int) -> Iterator[Executor]:
    """Yield up to so many processes, or this one; nothing waits in them any more when something went wrong."""
    if most <= 1:
        yield Here()
        return
    pool = processes.pool(most)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
