"""Pages in place of documents that had another identifier before: they lead on to where the document is now."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each former identifier of a document that nothing else has taken."""
    for document in composer.handbook.documents:
        target = composer.linked.target_of(document)
        for old in document.formerly:
            if composer.linked.aliases.get(old) is target:
                path = f"{document.part}/{old}.html"
                yield composer.page("moved", path, f"{target.title} has moved", now=target)
