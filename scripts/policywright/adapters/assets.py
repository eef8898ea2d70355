"""The files that every site needs beside its pages: styles, scripts and fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

TEMPLATES = Path(str(files("policywright.templates")))

STYLES = (
    "fonts", "base", "frame", "search", "page", "clauses", "slips", "tables", "home", "fields", "letters", "checklists",
    "decisions", "decision-tables", "stories", "gathered", "changes", "me", "offline", "guide", "paper",
)  # fmt: skip
"""The pieces of the site's style sheet, in order: of rules with equal weight, the later one holds."""

SCRIPTS = (
    "frame", "trusted", "search", "me", "offline", "keep", "tables", "choice", "mine", "comparison",
    "slips", "previews", "clauses", "back", "copy",
)  # fmt: skip
"""The pieces of the script that every page loads, in order."""

SEARCH_SCRIPTS = (
    "words", "ranking", "wishes", "vocabulary", "numbers", "records", "whole", "split", "finding", "showing",
    "suggesting", "results",
)  # fmt: skip
"""The pieces of the script of the search, in order; they are loaded when somebody means to search."""

FILLING_IN = ("silence", "keeping", "compose", "dates")
"""What every page needs on which people fill something in."""

TOOL_SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "form": (*FILLING_IN, "answers", "conditions", "turns", "faults", "mirrors", "filled", "word", "word-form", "form"),
    "letter": (*FILLING_IN, "word", "letter"),
    "checklist": (*FILLING_IN, "ticks", "record", "checklist"),
    "drill": ("silence", "drill"),
    "decision": ("compose", "dates", "decision"),
    "table": ("silence", "compose", "dates", "decision", "table"),
}
"""The pieces of the script of each kind of page that people fill in, in order; the template of the kind loads it."""

SEARCH_ENGINE = ("minisearch", "stemmer")
"""What others made for it."""

ZIP = ("fflate",)
"""What others made to open and to close the file of a Word document."""

_REMARK = re.compile(rb"^ *//.*\n", re.MULTILINE)
"""A line that tells those something who work on a script of ours."""

_FONTS = "AtkinsonHyperlegibleNext_*.woff2"


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield each file's path in the site, and what it holds."""
    yield "assets/handbook/site.css", _joined("styles/site", STYLES, "css")
    yield "assets/handbook/site.js", _script("scripts/site", SCRIPTS)
    yield "assets/handbook/search.js", _script("scripts/search", SEARCH_SCRIPTS)
    yield "assets/handbook/search-engine.js", _joined("vendor/scripts", SEARCH_ENGINE, "js")
    yield "assets/handbook/word/zip.js", _joined("vendor/scripts", ZIP, "js")
    for kind, pieces in TOOL_SCRIPTS.items():
        yield f"assets/handbook/{kind}.js", _script("scripts/tools", pieces)
    for icon in sorted((TEMPLATES / "styles").glob("icon*")):
        yield f"assets/handbook/{icon.name}", icon.read_bytes()
    for font in sorted((TEMPLATES / "vendor" / "fonts").glob(_FONTS)):
        yield f"assets/handbook/{font.name}", font.read_bytes()


def _script(folder: str, names: tuple[str, ...]) -> bytes:
    """Return a script of ours without the remarks in it, which every reader would have to load."""
    return _REMARK.sub(b"", _joined(folder, names, "js"))


def _joined(folder: str, names: tuple[str, ...], ending: str) -> bytes:
    return b"\n".join((TEMPLATES / folder / f"{name}.{ending}").read_bytes() for name in names)
