"""The publications, and the page of each: which rule restates which of its provisions, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.publication import Source
from policywright.render.composer import Composer
from policywright.render.navigation import FOOT
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the list of publications, and a page for each."""
    sources = composer.handbook.sources
    if not sources:
        return
    words, chapter = "Where each rule comes from", "sources/index.html"
    yield composer.page("publications", chapter, words, nav=(FOOT, words), sources=sources)
    for source in sources:
        yield composer.page(
            "sources",
            f"sources/{source.source}.html",
            f"{words}: {source.title}",
            chapter=chapter,
            about=source,
            source=source,
            restated=_restated(composer.linked, source),
        )


def _restated(linked: LinkedHandbook, source: Source) -> dict[str, dict[Target, list[Target]]]:
    """Return, for each document by its identifier, its provisions that restate something, with what they restate."""
    found: dict[str, dict[Target, list[Target]]] = {}
    for reference in linked.references:
        origin, target = reference.source, reference.target
        if reference.kind == "from_" and origin and origin.document and target and _is_of(target, source):
            found.setdefault(origin.document.id, {}).setdefault(origin, []).append(target)
    return found


def _is_of(target: Target, source: Source) -> bool:
    return target.address.startswith(f"{source.source}#")
