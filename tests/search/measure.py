"""Measures our search against Material's own and Pagefind, on the same handbook in the same run.

    .venv/bin/python -m tests.search.measure            the table
    .venv/bin/python -m tests.search.measure --misses   and what ours does not answer within three results

The site is built by MkDocs and searched in Chromium. Ours is held to the very clause, form or term. The others know
pages and sections only, and are given the better of it: a result of theirs is a whole page with all the sections that
it lists, and counts where any of these holds an answer, however much else stands there. Ours is told who asks, where a
question says so; the others have no use for it.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import click
from playwright.sync_api import Page
from tests.browser.conftest import served
from tests.chromium import started
from tests.search.engines import Engine, Material, Ours, Pagefind
from tests.search.judging import Answered, Judge, score
from tests.search.questions import Question, questions
from tests.search.sites import build_with_material, index_with_pagefind, pagefind_version

from policywright import pipeline
from policywright.adapters import mkdocs, surroundings

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Contestant:
    """An engine with its name, the folder of its site, and whether it finds clauses and not just sections of pages."""

    name: str
    folder: str
    engine: Callable[[Page], Engine]
    finds_clauses: bool = False


CONTESTANTS = (
    Contestant("Policywright", "ours", Ours, finds_clauses=True),
    Contestant(f"Material {version('mkdocs-material')}", "material", Material),
    Contestant(f"Pagefind {pagefind_version()}", "pagefind", Pagefind),
)


@click.command(help=__doc__)
@click.option("--misses", is_flag=True, help="Tell where ours does not answer within the first three results.")
def main(*, misses: bool) -> None:
    """Build, ask and tell."""
    asked = questions()
    with tempfile.TemporaryDirectory() as scratch:
        judge = build(Path(scratch))
        click.echo(_HEAD)
        for contestant, answered in contest(Path(scratch), judge, asked):
            click.echo("\n".join(_rows(contestant, answered)))
            if misses and contestant.finds_clauses:
                click.echo("\n".join(_misses(answered)))


def build(scratch: Path) -> Judge:
    """Build the sites on which the contestants search, and return who judges what they find."""
    examined = pipeline.examine(ROOT, surroundings.circumstances(ROOT))
    pages = pipeline.site(examined)
    mkdocs.build(ROOT, examined, scratch / "ours")
    build_with_material(pages, scratch / "settings", scratch / "material")
    index_with_pagefind(scratch / "ours", scratch / "pagefind")
    return Judge(examined.linked, pages)


def contest(scratch: Path, judge: Judge, asked: Sequence[Question]) -> Iterator[tuple[Contestant, Sequence[Answered]]]:
    """Yield how each contestant answers each question."""
    with started() as chromium, served(scratch) as address:
        for contestant in CONTESTANTS:
            page = chromium.new_page()
            page.goto(f"{address}{contestant.folder}/index.html")
            engine = contestant.engine(page)
            judged = judge.of_clauses if contestant.finds_clauses else judge.of_sections
            yield contestant, [judged(question, engine.find(question)) for question in asked]


_HEAD = f"{'':44}hit at 1   at 3   at 5   mean reciprocal rank"


def _rows(contestant: Contestant, answered: Sequence[Answered]) -> Iterator[str]:
    """Yield the figures of all questions, of those by which words and ranking are tuned, and of those kept apart."""
    tuned_by = [each for each in answered if not each.question.is_kept_apart]
    kept_apart = [each for each in answered if each.question.is_kept_apart]
    for name, some in {"all": answered, "tuned by": tuned_by, "kept apart": kept_apart}.items():
        of = score(some)
        what = f"{contestant.name}, {name} ({len(some)})"
        yield f"{what:44}{of.at_1:8.2f}{of.at_3:7.2f}{of.at_5:7.2f}{of.mean_reciprocal_rank:11.2f}"


def _misses(answered: Sequence[Answered]) -> Iterator[str]:
    """Yield what is not answered within three results, but for what is kept apart, lest anything be tuned by it."""
    for each in answered:
        if not each.is_within(3) and not each.question.is_kept_apart:
            yield f"  {each}"


if __name__ == "__main__":
    main()
