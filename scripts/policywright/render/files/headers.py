"""What a server may send with every file: `_headers`, which Netlify and Cloudflare Pages read; others copy it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policywright.render.composer import Composer
from policywright.render.content_policy import served_content_policy
from policywright.render.page import Page, SiteFile

_HEADERS = f"""\
/*
  Content-Security-Policy: {served_content_policy()}
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
/service-worker.js
  Cache-Control: no-cache
"""


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:  # noqa: ARG001  the same for every site
    """Yield the headers."""
    yield SiteFile("_headers", _HEADERS.encode())
