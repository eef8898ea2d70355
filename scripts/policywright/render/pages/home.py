"""The home page: it asks what the reader needs."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.handbook import DOCUMENT_KINDS
from policywright.model.registers import Platform
from policywright.render.composer import Composer
from policywright.render.page import Page
from policywright.render.pages.documents import list_path


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the home page."""
    settings = composer.handbook.settings
    yield composer.page(
        "home",
        "index.html",
        settings.title,
        nav=("Home",),
        description=composer.plain_text.of(settings.summary or ""),
        about=settings,
        by_kind={kind.kind_key: tuple(composer.handbook.of_kind(kind)) for kind in DOCUMENT_KINDS},
        list_path=list_path,
        platforms=any(composer.handbook.entries(Platform)),
        in_preview=bool(composer.diagnostics),
    )
