"""Tries mutations of a handbook that uses everything, on all processors, and keeps what failed as cases.

    make fuzz                       a hundred thousand of them
    make fuzz MUTATIONS=1000        fewer
    make fuzz SEED=7                others

What fails is made as small as can be and written to tests/fuzz/cases/, where each test run tries it again.
"""

from __future__ import annotations

import logging
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path

import click
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st
from tests.conftest import HANDBOOKS, contents
from tests.fuzz.beside import see_beside, sound
from tests.fuzz.mutations import Files, Mutated, mutated
from tests.fuzz.trial import Trial, in_time, limit_memory, see_shown

from policywright.adapters.processes import processors

CASES = Path(__file__).parent / "cases"
WHOLE: Files = {**contents(HANDBOOKS / "complete"), **sound()}

ROUND = 250
"""How many handbooks are tried one after the other, before anything is told."""

SHOWN_ONE_IN = 20
"""Of how many handbooks one is rendered too: its pages, its files, its documents for print and for Word."""


@dataclass
class Tally:
    """What was tried: how many places were changed, in how many handbooks, and what became of these."""

    places: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    slowest: float = 0
    memory: int = 0
    processor: float = 0
    failures: dict[str, tuple[str, Files]] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Take in what was tried elsewhere."""
        self.places += other.places
        self.outcomes += other.outcomes
        self.kinds += other.kinds
        self.slowest = max(self.slowest, other.slowest)
        self.memory = max(self.memory, other.memory)
        self.processor += other.processor
        self.failures |= other.failures


def tried(round_seed: int, examples: int = ROUND, shown_one_in: int = SHOWN_ONE_IN) -> Tally:
    """Try so many handbooks, always the same for one seed, and tell what became of them."""
    logging.disable()  # MkDocs warns of each name in its settings that it does not know
    tally, trial, begun = Tally(), Trial(), time.process_time()
    failed: dict[str, Files] = {}

    @seed(round_seed)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        verbosity=Verbosity.quiet,
    )
    @given(mutated(WHOLE), st.integers(1, shown_one_in))
    def try_one(handbook: Mutated, chance: int) -> None:
        before = time.process_time()
        try:
            with in_time():
                _try(handbook, trial, tally, shown=chance == shown_one_in)
        except BaseException:
            failed["smallest"] = {name: handbook.files[name] for name in handbook.changed}
            raise
        tally.slowest = max(tally.slowest, time.process_time() - before)

    try:
        try_one()
    except Exception as failure:  # noqa: BLE001  whatever it is, it is what we look for
        failure.__notes__ = []  # Hypothesis would repeat the whole handbook
        told = "".join(traceback.format_exception(failure))
        tally.failures[_name(told)] = (told, failed.get("smallest", {}))
    tally.processor = time.process_time() - begun
    tally.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return tally


def _try(handbook: Mutated, trial: Trial, tally: Tally, *, shown: bool) -> None:
    examined = trial.examined(handbook.files)
    publishable = examined.may_be_published(strict=False)
    for name in sound().keys() & set(handbook.changed):
        see_beside(name, handbook.files[name])
    if shown:
        see_shown(examined)
    tally.places += handbook.places
    tally.outcomes["may be published" if publishable else "is refused, with reasons"] += 1
    tally.outcomes["was rendered"] += shown
    tally.kinds.update({diagnostic.name for diagnostic in examined.diagnostics})


def _name(told: str) -> str:
    """Return a name for a failure: the same for the same lines of the program."""
    ours = [line for line in told.splitlines() if "policywright" in line and "line" in line]
    return blake2b("".join(ours[-3:]).encode(), digest_size=4).hexdigest()


def _rounds(mutations: int, first_seed: int) -> Iterator[Tally]:
    """Yield what became of round after round, until there were enough mutations."""
    most = processors()
    context = get_context("spawn")
    with ProcessPoolExecutor(most, context, limit_memory, max_tasks_per_child=40) as workers:
        waiting = {workers.submit(tried, first_seed + number) for number in range(most)}
        places, number = 0, most
        while waiting:
            done = next(as_completed(waiting))
            waiting.remove(done)
            tally = done.result()
            places += tally.places
            if places < mutations:
                waiting.add(workers.submit(tried, first_seed + number))
                number += 1
            yield tally


def keep(name: str, files: Files) -> Path:
    """Keep the changed files of a handbook as a case."""
    for file, content in files.items():
        target = CASES / name / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return CASES / name


@click.command(help=__doc__)
@click.option("--mutations", default=100_000, show_default=True, help="How many places are to be changed.")
@click.option("--seed", "first_seed", default=1, show_default=True, help="The same number makes the same mutations.")
def main(mutations: int, first_seed: int) -> None:
    """Try, tell, and keep what failed."""
    total, begun = Tally(), time.monotonic()
    for tally in _rounds(mutations, first_seed):
        for name in tally.failures.keys() - total.failures.keys():
            told, files = tally.failures[name]
            click.echo(f"\nFailed; kept in {keep(name, files)}\n{told}", err=True)
        total.add(tally)
        speed = total.places / (time.monotonic() - begun)
        click.echo(f"\r{total.places:>8} mutations, {speed:.0f} in a second ", nl=False, err=True)
    click.echo(err=True)
    click.echo("\n".join(_table(total, time.monotonic() - begun)))
    sys.exit(bool(total.failures))


def _table(total: Tally, seconds: float) -> Iterator[str]:
    handbooks = total.outcomes.total() - total.outcomes["was rendered"]
    yield f"{total.places:>10,}  mutations of {handbooks:,} handbooks"
    for outcome, count in total.outcomes.most_common():
        yield f"{count:>10,}    {outcome}"
    yield f"{len(total.kinds):>10}  kinds of diagnostics were told"
    yield f"{total.slowest:>10.2f}  seconds of the processor for the slowest handbook, all that was done with it"
    yield f"{total.memory / 1024**2:>10.0f}  MiB at most for a process that tries one after the other"
    yield f"{total.places / seconds:>10.0f}  mutations in a second, on {processors()} processors"
    yield f"{len(total.failures):>10}  failures"


if __name__ == "__main__":
    main()
