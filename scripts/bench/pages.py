"""Measures the pages of the handbook: Lighthouse's scores, and what a first visit weighs beside default Material.

    make bench

The site is built by MkDocs and served compressed, as any host does. Lighthouse judges it as on a slow phone; what
programs beside it do to the machine lowers its score for performance. The same pages under default Material are counted
without fonts: Material has them fetched from another company's servers, which a measurement here cannot reach.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
from tests.chromium import started
from tests.search.sites import build_with_material

from bench.hosting import hosted
from bench.lighthouse import CATEGORIES, judge
from bench.lighthouse import version as lighthouse_version
from bench.weight import COUNTED, weigh
from policywright import pipeline
from policywright.adapters import mkdocs, surroundings

ROOT = Path(__file__).parents[2]
PAGES = {
    "home": "index.html",
    "policy": "schools/school-staff-social-media.html",
    "decision": "schools/abusive-post.html",
    "form": "schools/incident-record.html",
}


@click.command(help=__doc__)
def main() -> None:
    """Build, measure and tell."""
    with tempfile.TemporaryDirectory() as scratch:
        _build(Path(scratch))
        with hosted(Path(scratch, "ours")) as ours, hosted(Path(scratch, "material")) as material:
            click.echo("\n".join(_scores(ours)))
            click.echo("\n".join(_weights(ours, material)))


def _build(scratch: Path) -> None:
    examined = pipeline.examine(ROOT, surroundings.circumstances(ROOT))
    mkdocs.build(ROOT, examined, scratch / "ours")
    build_with_material(pipeline.site(examined), scratch / "settings", scratch / "material")


def _scores(address: str) -> Iterator[str]:
    """Yield Lighthouse's scores, and below each page what kept it from the full score."""
    yield f"{f'Lighthouse {lighthouse_version()}':12}" + "".join(f"{name:>16}" for name in CATEGORIES)
    for name, path in PAGES.items():
        judged = judge(f"{address}{path}")
        yield f"{name:12}" + "".join(f"{judged.scores[category]:16}" for category in CATEGORIES)
        yield from (f"    {audit}" for audit in judged.wanting)


def _weights(ours: str, material: str) -> Iterator[str]:
    """Yield what a first visit to the policy weighs on each of two sites, in bytes as they are sent."""
    with started() as chromium:
        weights = [weigh(chromium, site + PAGES["policy"]) for site in (ours, material)]
    yield ""
    yield f"{'a policy, gzip -9':40}" + "".join(f"{kind:>12}" for kind in (*COUNTED.values(), "all"))
    yield _row("Policywright", weights[0])
    yield _row(f"Material {version('mkdocs-material')}, without its fonts", weights[1])
    yield f"{'ratio':40}{weights[0].total() / weights[1].total():60.2f}"


def _row(name: str, weights: Counter[str]) -> str:
    return f"{name:40}" + "".join(f"{weight:12,}" for weight in (*weights.values(), weights.total()))


if __name__ == "__main__":
    main()
