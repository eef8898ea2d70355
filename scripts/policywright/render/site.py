"""The site: its pages, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence

from policywright.diagnostics import Diagnostic, Rule
from policywright.linking.linked import LinkedHandbook
from policywright.render.composer import Composer
from policywright.render.page import Page
from policywright.render.pages import PAGE_KINDS


def site(
    linked: LinkedHandbook,
    rules: Sequence[type[Rule]] = (),
    diagnostics: Sequence[Diagnostic] = (),
    *,
    pdfs: bool = False,
) -> tuple[Page, ...]:
    """Return every page of the site.

    `rules` get a page each. With `diagnostics` the site is a preview, and shows them in their places. `pdfs` says
    that the PDFs stand beside it, to be linked to.
    """
    composer = Composer(linked, rules, diagnostics, pdfs=pdfs)
    return tuple(page for kind in PAGE_KINDS for page in kind.pages(composer))
