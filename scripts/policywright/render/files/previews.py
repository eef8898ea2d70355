"""The files of previews: the words of what is referred to, page by page, so that a reference can show them in place.

They are scripts, since a page that was opened from its folder can load nothing else; each is loaded when a reader first
asks for a preview. They hold plain text alone, which the site's script sets as text: nothing in them becomes HTML.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.node import Node
from policywright.model.policy import Point, Provision, Section
from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile
from policywright.render.places import SiteMedium, place
from policywright.render.prose import PREVIEWED, Prose

_MOST_POINTS = 5
_MOST_CHARACTERS = 700
_TOLD = ("text", "definition", "introduction", "about", "summary", "help", "question", "says")
"""The fields that say what something is; each thing has one of them, or none."""
_REGISTERS = {"role": "Roles", "topic": "Topics", "term": "Glossary", "law": "Laws", "platform": "Platforms"}


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:  # noqa: ARG001  one for all kinds of files
    """Yield a file for each page that anything in prose leads to."""
    by_page = defaultdict[str, list[Target]](list)
    for target in _referred_to(composer.linked):
        by_page[place(target).path].append(target)
    for path, targets in by_page.items():
        entries = {place(target).anchor: _Preview(composer.linked, path, target).entry() for target in targets}
        yield SiteFile(f"assets/handbook/previews/{path.removesuffix('html')}js", _script(path, entries))


def _referred_to(linked: LinkedHandbook) -> list[Target]:
    """Return what references show in place, and the terms in use, in reading order."""
    shown = [one.target for one in linked.references if one.kind in PREVIEWED and one.target is not None]
    met = {id(target) for target in (*shown, *(use.target for use in linked.terms))}
    medium = SiteMedium("")
    return [target for target in linked.targets.values() if id(target) in met and medium.previews(target)]


def _script(path: str, entries: dict[str, dict[str, object]]) -> bytes:
    told = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return f"policywright.previewed({json.dumps(path)},{told});\n".encode()


class _Preview:
    """What a preview says of one target: name, title, duty, words, points, and where it stands.

    A point stands under the words that lead up to it. What is empty is left out. `more` says how many points there is
    no room for.
    """

    def __init__(self, linked: LinkedHandbook, path: str, target: Target) -> None:
        self._linked = linked
        self._target = target
        self._prose = Prose(linked, SiteMedium(path), target.document)

    def entry(self) -> dict[str, object]:
        """Return it as what the site's script reads."""
        node, points = self._led_up_to()
        told = {
            "name": self._name(),
            "title": self._title(),
            "duty": "withdrawn" if self._target.withdrawn else self._target.duty,
            "text": self._text(node),
            "points": points[:_MOST_POINTS],
            "more": len(points[_MOST_POINTS:]),
            "of": self._whereabouts(),
        }
        return {key: value for key, value in told.items() if value}

    def _led_up_to(self) -> tuple[Node, list[tuple[str, str]]]:
        """Return what is told with its points; of a point, what leads up to it."""
        node, parent = self._target.node, self._target.parent
        if isinstance(node, Point) and parent is not None:
            return parent.node, [self._point(node)]
        return node, self._points()

    def _name(self) -> str:
        words = self._prose.short_citation(self._target)
        return words[:1].upper() + words[1:]

    def _title(self) -> str:
        """Return the heading, where the name is a mere number; what bears none is named by its first words already."""
        heading = getattr(self._target.node, "heading", None)
        titled = self._target.number and (heading or not isinstance(self._target.node, Provision))
        acronym = getattr(self._target.node, "acronym", None)
        return self._target.title if titled else acronym or ""

    def _text(self, node: Node) -> list[str]:
        """Return the first paragraphs, as many as there is room for, and at least one."""
        field = next((name for name in _TOLD if getattr(node, name, None)), None)
        room, shown = _MOST_CHARACTERS, list[str]()
        for paragraph in self._prose.plain(node, field) if field else ():
            if shown and len(paragraph) > room:
                break
            room -= len(paragraph)
            shown.append(paragraph)
        return shown

    def _points(self) -> list[tuple[str, str]]:
        """Return number and words of the points of a provision, or of what stands in a section."""
        match self._target.node:
            case Provision(points=points):
                return [self._point(point) for point in points]
            case Section(clauses=clauses, sections=sections):
                inner = (self._linked.target_of(node) for node in (*clauses, *sections))
                return [(target.label, target.title) for target in inner]
        return []

    def _point(self, point: Point) -> tuple[str, str]:
        return self._linked.target_of(point).label, " ".join(self._prose.plain(point, "text"))

    def _whereabouts(self) -> str:
        document = self._target.document
        if self._target.kind == "source-provision":
            return self._publication()
        if document is None:
            return _REGISTERS[self._target.kind]
        if self._target.kind == "document":
            return document.kind_key.capitalize()
        return str(self._prose.words(document, "short_title" if document.short_title else "title").striptags())

    def _publication(self) -> str:
        name = self._target.address.partition("#")[0]
        source = next(one for one in self._linked.handbook.sources if one.source == name)
        return str(self._prose.words(source, "title").striptags())
