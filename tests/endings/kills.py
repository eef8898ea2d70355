"""Kills builds at random moments, and looks at what each leaves: the old site or the new one, and nothing in the way.

make kills              two hundred of them
make kills KILLS=20     fewer
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import click
from tests.conftest import HANDBOOKS

EDITIONS = ("Mobile telephones", "Mobile telephones and tablets")
SETTINGS = "policies/handbook.yml"
Site = Mapping[str, bytes]


@dataclass
class Victim:
    """A handbook of two editions, whose builds are killed; `whole` is the site of each, by the edition's title."""

    folder: Path
    options: Sequence[str] = ()
    whole: dict[str, Site] = field(default_factory=dict)
    seconds: float = 0

    @classmethod
    def in_folder(cls, folder: Path, *options: str, editions: Sequence[str] = EDITIONS) -> Victim:
        """Make a handbook, and build each of its editions once, unharmed, the first one last."""
        victim = cls(shutil.copytree(HANDBOOKS / "minimal", folder), options)
        for edition in reversed(editions):
            victim.write(edition)
            begun = time.monotonic()
            victim.build_whole()
            victim.seconds = time.monotonic() - begun
            victim.whole[edition] = victim.site()
        return victim

    def write(self, edition: str) -> None:
        """Make this the edition that is built next."""
        file = self.folder / SETTINGS
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        title = next(place for place, line in enumerate(lines) if line.startswith("title:"))
        file.write_text("".join([*lines[:title], f"title: {edition}\n", *lines[title + 1 :]]), encoding="utf-8")

    def build(self) -> subprocess.Popen[str]:
        """Begin a build."""
        command = [sys.executable, "-m", "policywright", "--handbook", str(self.folder), "build", *self.options]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def site(self) -> Site:
        """Return the fingerprint of each file that is published."""
        files = [path for path in (self.folder / "site").rglob("*") if path.is_file()]
        return {path.relative_to(self.folder).as_posix(): blake2b(path.read_bytes()).digest() for path in files}

    def kill(self, ending: signal.Signals, after: float) -> str:
        """Build the other edition and end that after a while; return what was published then."""
        published = next(edition for edition, whole in self.whole.items() if whole == self.site())
        other = next(edition for edition in EDITIONS if edition != published)
        self.write(other)
        build = self.build()
        try:
            build.wait(after)
        except subprocess.TimeoutExpired:
            build.send_signal(ending)
        # All that it started writes to the same place, which has an end when the last of them is gone.
        said, _ = build.communicate(timeout=200)
        assert "Policywright itself failed" not in said, said
        site = self.site()
        assert site in self.whole.values(), f"{ending.name} after {after:.2f} seconds left neither the old nor the new"
        return "the old site" if site == self.whole[published] else "the new site"

    def build_whole(self) -> None:
        """Build, unharmed."""
        build = self.build()
        said, _ = build.communicate()
        assert build.returncode == 0, said

    def see_next_build(self) -> None:
        """See that the next build needs nothing but to be started."""
        self.build_whole()
        assert self.site() in self.whole.values()
        assert list((self.folder / ".policywright").glob("build-*")) == []


def kills(victim: Victim, count: int, chance: random.Random) -> Iterator[str]:
    """Kill builds one after the other, each by one of the ways to end a program, and yield what was left."""
    for _ in range(count):
        ending = chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
        yield f"{victim.kill(ending, chance.uniform(0, 1.1 * victim.seconds))} after {ending.name}"


@click.command(help=__doc__)
@click.option("--count", default=200, show_default=True, help="How many builds are killed.")
@click.option("--seed", default=1, show_default=True, help="The same number chooses the same moments.")
def main(count: int, seed: int) -> None:
    """Kill, look, and tell."""
    with tempfile.TemporaryDirectory() as scratch:
        victim = Victim.in_folder(Path(scratch) / "handbook")
        left = Counter[str]()
        for number, outcome in enumerate(kills(victim, count, random.Random(seed)), start=1):  # noqa: S311
            left[outcome] += 1
            click.echo(f"\r{number:>4} of {count} killed ", nl=False, err=True)
        victim.see_next_build()
    click.echo(err=True)
    for outcome, times in sorted(left.items()):
        click.echo(f"{times:>6}  {outcome}")
    click.echo("Each site was whole, no process was left, and the next build needed no cleaning.")


if __name__ == "__main__":
    main()
