"""Measuring: checks, sites, builds after which nothing has changed, and the preview, on handbooks of several sizes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from bench import markdown
from bench.cost import Cost, cost
from bench.figures import Figure
from bench.handbooks import Handbook

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Bench:
    """A folder in which a handbook of so many policies is measured, each time so often."""

    folder: Path
    policies: int
    runs: int

    @property
    def handbook(self) -> Path:
        """The folder of the handbook."""
        return self.folder / "handbook"

    def figures(self) -> Iterator[Figure]:
        """Yield everything that is measured, as soon as it is."""
        Handbook(self.policies).write(self.handbook)
        self._commit()
        yield from self._checks()
        yield from self._sites()
        yield from self._preview()

    def _checks(self) -> Iterator[Figure]:
        alone = self._medians(lambda: cost("bench.yaml_alone", [str(self.handbook)], 1))
        ours = self._medians(lambda: self._policywright("check"))
        yield self._figure("YAML alone", alone.cpu)
        yield self._figure("check", ours.cpu)
        yield self._figure("check, beside YAML alone", ours.cpu / alone.cpu, of="YAML alone")
        yield self._figure("check, memory", ours.largest / _MEBIBYTE, "MiB")

    def _sites(self) -> Iterator[Figure]:
        ours = self._medians(self._site)
        again = self._medians(lambda: self._policywright("build", "--site-only"))
        yield self._figure("site", ours.cpu)
        yield self._figure("site, on the clock, 2 processors", ours.wall, "s")
        yield self._figure("nothing changed", again.cpu)
        yield self._figure("nothing changed, on the clock", again.wall, "s")
        markdown.write(self.handbook, self.folder / "markdown")
        for form in markdown.SETTINGS:
            peer = self._medians(partial(self._material, form))
            yield self._figure(form, peer.cpu)
            yield self._figure(f"site, beside {form}", ours.cpu / peer.cpu, of=form)

    def _preview(self) -> Iterator[Figure]:
        said = cost("bench.saving", [str(self.handbook), str(self.runs)], 2).said
        yield self._figure("preview, from saving to the page", median(map(float, said.split())), "s")

    def _site(self) -> Cost:
        for left in ("site", ".policywright"):
            shutil.rmtree(self.handbook / left, ignore_errors=True)
        return self._policywright("build", "--site-only", processors=2)

    def _material(self, form: str) -> Cost:
        settings, site = self.folder / "markdown" / f"{form}.yml", self.folder / form
        arguments = ["build", "--quiet", "--config-file", str(settings), "--site-dir", str(site)]
        return cost("mkdocs", arguments, 1)

    def _policywright(self, *arguments: str, processors: int = 1) -> Cost:
        return cost("policywright", ["--handbook", str(self.handbook), *arguments], processors)

    def _medians(self, run: Callable[[], Cost]) -> Cost:
        """Return what a run takes in the middle of several: that of the median in seconds of the processor."""
        costs = sorted((run() for _ in range(self.runs)), key=lambda one: one.cpu)
        return costs[len(costs) // 2]

    def _figure(self, what: str, value: float, unit: str = "CPU s", of: str = "") -> Figure:
        return Figure(what, self.policies, value, unit, of)

    def _commit(self) -> None:
        """Put the handbook under git, as handbooks are."""
        who = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false")
        for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "A handbook")):
            subprocess.run(["git", *who, *arguments], cwd=self.handbook, check=True)  # noqa: S603, S607  as anybody does
