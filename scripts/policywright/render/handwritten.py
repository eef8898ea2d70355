"""Hand-written pages: Markdown in which the handbook's references become links."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from policywright.linking.linked import LinkedHandbook
from policywright.model.marks import ReferenceMark, marks
from policywright.render.places import Place, SiteMedium, link, place
from policywright.render.prose import Prose


def with_links(linked: LinkedHandbook, path: str, text: str, dangling: Callable[[ReferenceMark], None]) -> str:
    """Return the Markdown of a hand-written page with its references made Markdown links.

    `path` is the page's own in the site, ending in `.md` as links between Markdown pages do. `dangling` is told of each
    reference that leads nowhere; it stays in the page as a fault, in words.
    """
    prose = Prose(linked, SiteMedium(path))
    result, position = "", 0
    for mark in marks(text):
        if isinstance(mark, ReferenceMark):
            result += text[position : mark.start] + _linked(linked, prose, path, mark, dangling)
            position = mark.end
    return result + text[position:]


def _linked(
    linked: LinkedHandbook, prose: Prose, path: str, mark: ReferenceMark, dangling: Callable[[ReferenceMark], None]
) -> str:
    target = linked.targets.get(mark.target) or linked.aliases.get(mark.target)
    if target is None:
        dangling(mark)
        return f"**Fault:** “{mark.words or mark.target}” leads nowhere"
    to = place(target)
    address = link(path, Place(posixpath.splitext(to.path)[0] + ".md", to.anchor))
    return f"[{mark.words or prose.citation(target)}]({address})"
