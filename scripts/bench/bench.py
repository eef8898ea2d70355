"""The bench: a handbook of so many policies in a folder of its own, on which the program and others are measured."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.cost import Cost, cost, middle, python
from bench.figures import Figure
from bench.handbooks import Handbook

MEBIBYTE = 1024 * 1024


class LeftOutError(Exception):
    """Something cannot be measured here; its message says why."""


@dataclass(frozen=True)
class Bench:
    """A folder in which a handbook is measured, each thing so often."""

    folder: Path
    handbook: Handbook
    runs: int

    @property
    def sources(self) -> Path:
        """The folder of the handbook."""
        return self.folder / "handbook"

    @property
    def changed_file(self) -> Path:
        """The file of a policy that is edited."""
        return self.sources / self.handbook.changed_file

    def prepare(self) -> None:
        """Write the handbook, and put it under git, as handbooks are."""
        self.handbook.write(self.sources)
        who = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false")
        for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "A handbook")):
            subprocess.run(["git", *who, *arguments], cwd=self.sources, check=True)  # noqa: S603, S607  as anybody does

    @cached_property
    def site(self) -> Cost:
        """What a whole build of the site takes, of which nothing was there before."""
        return self.middle(self._site)

    def site_pages(self) -> int:
        """Return how many pages the site has that was built: each step of a decision has its own."""
        return sum(1 for _ in (self.sources / "site").rglob("*.html"))

    def middle(self, run: Callable[[], Cost]) -> Cost:
        """Return what a run takes in the middle of several."""
        return middle(run, self.runs)

    def policywright(self, *arguments: str, processors: int = 1) -> Cost:
        """Run the program on the handbook."""
        return cost(python("policywright", "--handbook", self.sources, *arguments), processors)

    def figure(self, what: str, value: float, unit: str = "CPU s", of: str = "") -> Figure:
        """Return a figure of this handbook."""
        return Figure(what, f"{self.handbook.policies:,} policies", value, unit, of)

    def beside(self, peer: str, took: Cost, pages: int) -> Iterator[Figure]:
        """Yield what another generator takes for so many pages of the same words, and our site as a share of it."""
        share = self.site.cpu / took.cpu
        yield self.figure(peer, took.cpu)
        yield self.figure(f"site, beside {peer}", share, of=peer)
        yield self.figure(f"site, beside {peer}, page by page", share * pages / self.site_pages(), of=peer)

    def _site(self) -> Cost:
        for left in ("site", ".policywright"):
            shutil.rmtree(self.sources / left, ignore_errors=True)
        return self.policywright("build", "--site-only", processors=2)
