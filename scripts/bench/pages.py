"""The pages of the handbook that this program comes with: Lighthouse's scores, and what a first visit weighs.

The site is built by MkDocs and served compressed, as any host does. Lighthouse judges it as on a slow phone; what
programs beside it do to the machine lowers its score for performance. The same pages under default Material are counted
without fonts: Material has them fetched from another company's servers, which a measurement here cannot reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.chromium import started
from tests.search.sites import build_with_material

from bench.figures import Figure
from bench.hosting import hosted
from bench.lighthouse import CATEGORIES, Judged, judge
from bench.weight import weigh
from policywright import pipeline
from policywright.adapters import mkdocs, surroundings

_ROOT = Path(__file__).parents[2]
PAGES = {
    "home": "index.html",
    "policy": "schools/school-staff-social-media.html",
    "decision": "schools/abusive-post.html",
    "form": "schools/incident-record.html",
}


def figures(runs: int, folder: Path) -> Iterator[Figure]:
    """Yield the scores of a page of each kind, and what a policy weighs."""
    examined = pipeline.examine(_ROOT, surroundings.circumstances(_ROOT))
    mkdocs.build(_ROOT, examined, folder / "ours")
    build_with_material(pipeline.site(examined), folder / "settings", folder / "material")
    with hosted(folder / "ours") as ours, hosted(folder / "material") as material:
        for name, path in PAGES.items():
            yield from _scores(name, [judge(ours + path) for _ in range(runs)])
        yield from _weights(ours, material)


def _scores(page: str, judged: list[Judged]) -> Iterator[Figure]:
    for category in CATEGORIES:
        score = median(one.scores[category] for one in judged)
        yield Figure(f"Lighthouse, {category}", f"the {page} page", score, "of 100")


def _weights(ours: str, material: str) -> Iterator[Figure]:
    """Yield what a first visit to the policy weighs on each of two sites, in kilobytes as they are sent."""
    with started() as chromium:
        own, others = [weigh(chromium, site + PAGES["policy"]) for site in (ours, material)]
    for kind, weight in own.items():
        yield Figure(f"weight of a first visit, {kind}", "the policy page", weight / 1000, "kB, gzip -9")
    yield Figure("weight of a first visit", "the policy page", own.total() / 1000, "kB, gzip -9")
    ratio = own.total() / others.total()
    yield Figure("weight of a first visit, beside Material", "the policy page", ratio, of="Material without fonts")
