"""Hand-written pages: Markdown in which the handbook's references become links, and variables their values."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from policywright.linking.linked import LinkedHandbook, Reference, Target, TermUse, VariableUse
from policywright.model.handwritten import HandwrittenPage
from policywright.render.page import Page
from policywright.render.places import Place, SiteMedium, link, place
from policywright.render.prose import Prose

HANDWRITTEN = "handwritten"
"""The kind of these pages."""

_MEANS_SOMETHING = re.compile(r"[&<>\"'\\`*_\[\](){}|]")
_TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)


def pages(linked: LinkedHandbook, html: Callable[[HandwrittenPage], str]) -> Iterator[Page]:
    """Yield the hand-written pages of a preview; `html` is what an engine makes of the Markdown of one."""
    for written in linked.handbook.pages:
        heading = _TITLE.search(written.text)
        title = heading[1].strip() if heading else written.path
        path = posixpath.splitext(written.path)[0] + ".html"
        yield Page(path, HANDWRITTEN, title, partial(_made, html, written), nav=(title,), source=written.location())


def _made(html: Callable[[HandwrittenPage], str], written: HandwrittenPage) -> Markup:
    return Markup(html(written))  # noqa: S704  MkDocs makes it for the site in the same way


def with_links(linked: LinkedHandbook, page: HandwrittenPage, path: str) -> str:
    """Return the Markdown of a hand-written page with its references made Markdown links.

    `path` is the page's own in the site, ending in `.md` as links between Markdown pages do. What leads nowhere stays
    as a fault, in words.
    """
    prose = Prose(linked, SiteMedium(path))
    result, position = "", 0
    for mark in linked.marks_in(page, "text"):
        result += page.text[position : mark.start] + _markdown(mark, prose, path)
        position = mark.end
    return result + page.text[position:]


def _markdown(mark: Reference | VariableUse | TermUse, prose: Prose, path: str) -> str:
    match mark:
        case Reference(target=None):
            return _fault(mark.words or mark.address, "leads nowhere")
        case Reference(target=Target() as target):
            return f"[{mark.words or _literal(prose.citation(target))}]({_address(target, path)})"
        case VariableUse():
            return _literal(mark.value) if mark.value else _fault(mark.name, "has no value")
        case _:
            return mark.written.text[mark.start : mark.end]


def _literal(words: str) -> str:
    """Return words from elsewhere so that they stand in Markdown as they are, and are never taken for HTML."""
    return _MEANS_SOMETHING.sub(lambda sign: f"&#{ord(sign[0])};", words)


def _address(target: Target, path: str) -> str:
    to = place(target)
    return link(path, Place(posixpath.splitext(to.path)[0] + ".md", to.anchor))


def _fault(what: str, why: str) -> str:
    return f"**Fault:** “{what}” {why}"
