"""The page of each part of the handbook: what stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.handbook import DOCUMENT_KINDS
from policywright.render import print_names
from policywright.render.composer import Composer
from policywright.render.page import Page
from policywright.render.pages.drill import drill_path, is_drilled


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each part."""
    for part in composer.handbook.settings.parts:
        documents = [document for document in composer.handbook.documents if document.part == part.id]
        target = composer.linked.target_of(part)
        yield composer.page(
            "part",
            f"{part.id}/index.html",
            target.title,
            nav=(target.title,),
            about=part,
            drill=drill_path(part) if is_drilled(composer.linked, part) else "",
            book=print_names.of_part(part.id) if documents else "",
            day_one=print_names.of_day_one(part.id) if part.day_one else "",
            by_kind={
                kind.kind_key: [document for document in documents if isinstance(document, kind)]
                for kind in DOCUMENT_KINDS
            },
        )
