"""What a build came to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WORKSHOP = ".policywright"
"""The folder, in a handbook's, that holds what is being built and what is kept between builds."""

PDFS = "pdf"
"""The folder, in the site, that holds the PDFs."""


@dataclass(frozen=True)
class Built:
    """What was built: the site's folder, the number of its pages and of its PDFs, and how many of these are fresh.

    `warnings` say what is wrong with PDFs that were built all the same. `adopters` are what was built for them. `state`
    tells the files of the site from any others.
    """

    site: Path
    pages: int = 0
    pdfs: int = 0
    fresh_pdfs: int = 0
    warnings: tuple[str, ...] = ()
    adopters: tuple[Built, ...] = ()
    state: str = ""
