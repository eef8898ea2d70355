"""The press: lays out sections side by side, and none that was laid out before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from policywright.adapters import processes
from policywright.adapters.section_cache import SectionCache
from policywright.adapters.sections import Section, Typeset

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Press:
    """Lays out the sections of one document, in the processes of `workers`; remembers what has been asked for."""

    cache: SectionCache
    workers: Executor
    _begun: dict[str, Future[Typeset]] = field(default_factory=dict)

    def lay_out(self, sections: Sequence[Section]) -> list[Typeset]:
        """Lay out sections side by side, and return what came of each; its PDF is then in the cache."""
        return [laid_out.result() for laid_out in map(self.begin, sections)]

    def begin(self, section: Section) -> Future[Typeset]:
        """Begin to lay out a section; one that was laid out before is done at once."""
        key = self.cache.key(section)
        if key not in self._begun:
            found = self.cache.found(key)
            self._begun[key] = _done(found) if found else self.workers.submit(_lay_out, self.cache, key, section)
        return self._begun[key]

    @property
    def used(self) -> list[str]:
        """The names, in the cache, of the sections that have been asked for."""
        return sorted(self._begun)


def _lay_out(cache: SectionCache, key: str, section: Section) -> Typeset:
    """Lay out a section; runs in a process of its own where there are several."""
    # Loading WeasyPrint takes half a second, which a run that has nothing to lay out need not wait for.
    from policywright.adapters.typesetting import lay_out  # noqa: PLC0415

    return cache.make(key, section, lay_out)


class Here(Executor):
    """Does everything at once, in the process that asks, until it is over."""

    def __init__(self) -> None:
        self._is_over = False

    def submit(self, function: Callable[_P, _T], /, *arguments: _P.args, **named: _P.kwargs) -> Future[_T]:
        """Return what a function has returned."""
        if self._is_over:
            raise RuntimeError("what is over takes up nothing more")
        return _done(function(*arguments, **named))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Take up nothing more."""
        self._is_over = True


def _done(result: _T) -> Future[_T]:
    future: Future[_T] = Future()
    future.set_result(result)
    return future


@contextmanager
def workers(most: int) -> Iterator[Executor]:
    """Yield up to so many processes, or this one; when something went wrong, nobody waits for what they are at."""
    staff = processes.pool(most) if most > 1 else Here()
    try:
        yield staff
    except BaseException:
        processes.end_all()
        raise
    finally:
        staff.shutdown(cancel_futures=True)
