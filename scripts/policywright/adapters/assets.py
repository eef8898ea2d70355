"""The files that every site needs beside its pages: styles, scripts and fonts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

TEMPLATES = Path(str(files("policywright.templates")))

_FONTS = "AtkinsonHyperlegibleNext_*.woff2"


def assets() -> Iterator[tuple[str, Path]]:
    """Yield each file's path in the site, and where it is on this computer."""
    yield "assets/handbook/site.css", TEMPLATES / "styles" / "site.css"
    yield "assets/handbook/frame.js", TEMPLATES / "scripts" / "frame.js"
    yield "assets/handbook/icon.svg", TEMPLATES / "styles" / "icon.svg"
    for font in sorted((TEMPLATES / "vendor" / "fonts").glob(_FONTS)):
        yield f"assets/handbook/{font.name}", font
