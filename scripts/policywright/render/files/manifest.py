"""What a phone or a computer asks for that keeps the handbook as an app: its name, its icons and its colours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from policywright.linking.plain_text import plain_text
from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile

PATH = "manifest.webmanifest"

_ICONS = (
    {"src": "assets/handbook/icon.svg", "type": "image/svg+xml", "sizes": "any"},
    {"src": "assets/handbook/icon-192.png", "type": "image/png", "sizes": "192x192"},
    {"src": "assets/handbook/icon-512.png", "type": "image/png", "sizes": "512x512", "purpose": "maskable"},
)


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:  # noqa: ARG001  it tells of the whole
    """Yield the manifest; addresses in it are relative, so that it holds wherever the site is put."""
    settings, words = composer.handbook.settings, plain_text(composer.handbook)
    manifest = {
        "name": f"{words.of(settings.title)}, {words.of(settings.publisher)}",
        "short_name": words.of(settings.title),
        "description": words.of(settings.summary or ""),
        "lang": settings.language,
        "id": "./",
        "scope": "./",
        "start_url": "index.html",
        "display": "minimal-ui",
        "background_color": "#fdfcf9",
        "theme_color": "#0a5a61",
        "icons": _ICONS,
    }
    yield SiteFile(PATH, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
