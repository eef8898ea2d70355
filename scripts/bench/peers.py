"""Other generators of sites, on the same pages as Markdown; who is not installed is left out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from bench import markdown
from bench.bench import Bench, LeftOutError
from bench.cost import cost, python
from bench.figures import Figure


def material(bench: Bench) -> Iterator[Figure]:
    """Yield what MkDocs takes with Material, in each form in which people have it."""
    project = _project(bench)
    for form in markdown.SETTINGS:
        arguments = ("--config-file", project / f"{form}.yml", "--site-dir", bench.folder / form)
        yield from _beside(bench, form, python("mkdocs", "build", "--quiet", *arguments))


def zensical(bench: Bench) -> Iterator[Figure]:
    """Yield what Zensical takes, which Material's own authors make in its place."""
    project = _project(bench)
    command = (_installed("zensical"), "build", "--clean", "--config-file", project / "Material as it comes.yml")
    yield from _beside(bench, "Zensical", command)


def hugo(bench: Bench) -> Iterator[Figure]:
    """Yield what Hugo takes with a bare page around the words, without search."""
    project = _project(bench)
    markdown.write_for_hugo(project)
    yield from _beside(bench, "Hugo, bare pages", (_installed("hugo"), "--source", project, "--quiet", "--ignoreCache"))


def _beside(bench: Bench, peer: str, command: Sequence[str | Path]) -> Iterator[Figure]:
    pages = sum(1 for _ in _project(bench).rglob("*.md"))
    yield from bench.beside(peer, bench.middle(partial(cost, command, 2)), pages)


def _project(bench: Bench) -> Path:
    project = bench.folder / "markdown"
    if not project.is_dir():
        markdown.write(bench.sources, project)
    return project


def _installed(program: str) -> str:
    """Return a program, looked for beside this Python's too, or say that it is left out."""
    found = shutil.which(program, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        raise LeftOutError(f"{program} is not installed, and is left out")
    return found
