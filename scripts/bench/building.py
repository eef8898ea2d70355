"""Checking and building: the whole, again where nothing has changed, again where one clause has, and in a preview."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from bench.bench import MEBIBYTE, Bench
from bench.cost import Cost, cost, python
from bench.figures import Figure
from bench.handbooks import versions


def check(bench: Bench) -> Iterator[Figure]:
    """Yield what a check takes, beside reading the same YAML by libyaml and nothing else."""
    alone = bench.middle(lambda: cost(python("bench.yaml_alone", bench.sources), 1))
    ours = bench.middle(lambda: bench.policywright("check"))
    yield bench.figure("YAML alone", alone.cpu)
    yield bench.figure("check", ours.cpu)
    yield bench.figure("check, beside YAML alone", ours.cpu / alone.cpu, of="YAML alone")
    yield bench.figure("check, for each clause", 1000 * ours.cpu / bench.handbook.clauses, "CPU ms")
    yield bench.figure("check, memory", ours.largest / MEBIBYTE, "MiB")


def site(bench: Bench) -> Iterator[Figure]:
    """Yield what a site takes that is built from nothing, and then again after no change and after a small one."""
    whole = bench.site
    yield bench.figure("site", whole.cpu)
    yield bench.figure("site, for each clause", 1000 * whole.cpu / bench.handbook.clauses, "CPU ms")
    yield bench.figure("site, pages", bench.site_pages(), "pages")
    yield bench.figure("site, on the clock, 2 processors", whole.wall, "s")
    yield bench.figure("site, memory", whole.together / MEBIBYTE, "MiB")
    again = bench.middle(lambda: bench.policywright("build", "--site-only", processors=2))
    yield bench.figure("nothing changed", again.cpu)
    yield bench.figure("nothing changed, on the clock", again.wall, "s")
    yield from _edited(bench)


def _edited(bench: Bench) -> Iterator[Figure]:
    edits = versions(bench.changed_file, bench.runs)

    def rebuild() -> Cost:
        next(edits)
        return bench.policywright("build", "--site-only", processors=2)

    edited = bench.middle(rebuild)
    next(edits, None)
    yield bench.figure("one clause changed", edited.cpu)
    yield bench.figure("one clause changed, on the clock", edited.wall, "s")
    yield bench.figure("one clause changed, beside the whole site", edited.cpu / bench.site.cpu, of="site")


def preview(bench: Bench) -> Iterator[Figure]:
    """Yield how long an editor waits for the page of a file that was saved."""
    policy = bench.handbook.changed_policy
    said = cost(python("bench.saving", bench.sources, policy, str(bench.runs)), 2).said
    yield bench.figure("preview, from saving to the page", median(map(float, said.split())), "s")
