"""The page of each publication: which rule restates which of its provisions, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.publication import Source
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each publication."""
    for source in composer.handbook.sources:
        words = "Where each rule comes from"
        nav = ("Look something up", words) if len(composer.handbook.sources) == 1 else (words, source.title)
        yield composer.page(
            "sources",
            f"sources/{source.source}.html",
            f"{words}: {source.title}",
            nav=nav,
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
