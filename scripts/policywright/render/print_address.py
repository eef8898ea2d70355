"""The address of a document's page, as it stands on paper: in words, and as a QR code."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from markupsafe import Markup

from policywright.linking.linked import Target
from policywright.render.places import place


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page of a document is published.

    `page` is the address of the page; `copy` also tells the page which version the reader holds in their hands.
    """

    page: str
    copy: str

    @property
    def short(self) -> str:
        """The address as people type it."""
        return self.page.removeprefix("https://").removeprefix("http://")

    @property
    def code(self) -> Markup:
        """The QR code, as a picture that is described."""
        drawn = segno.make(self.copy, error="m", micro=False).svg_inline(
            border=0, omitsize=True, svgclass=None, lineclass=None, title=f"QR code that leads to {self.short}"
        )
        return Markup(drawn)  # noqa: S704  segno escapes the title, and the rest are its own numbers


def address_of(site: str, target: Target) -> Address | None:
    """Return where a document's page is, on a site whose address ends in a slash; None where nobody has said."""
    if not site or target.document is None:
        return None
    page = f"{site}{place(target).path}"
    version = target.document.version
    return Address(page, f"{page}#version={version}" if version else page)
