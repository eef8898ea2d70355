"""The authors' guide: pages that ship with the program."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from policywright.render.composer import Composer
from policywright.render.markdown import heading, to_html
from policywright.render.navigation import FOOT
from policywright.render.page import Page

_FIRST = "guide/index.html"


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each chapter of the guide; the first leads to the others."""
    folder = files("policywright.templates") / "guide"
    for name, text in sorted((file.name, file.read_text(encoding="utf-8")) for file in folder.iterdir()):
        path = f"guide/{name.removesuffix('.md')}.html"
        nav = (FOOT, "How to write the handbook") if path == _FIRST else ()
        yield composer.page("guide", path, heading(text), nav=nav, chapter=_FIRST, html=to_html(text))
