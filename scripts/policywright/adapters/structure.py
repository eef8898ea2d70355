"""The structure tree of a PDF: what its pages show, told as headings, paragraphs, lists, tables and links.

A page of a PDF is ink: glyphs and strokes in any order. Whoever has it read aloud meets the structure tree instead,
much as they meet HTML in a browser: elements in the order of reading, each of a type that ISO 32000-1, 14.8.4, names,
whose leaves are the pieces of ink that say their words. Ink that no leaf names is passed over as an artifact.

WeasyPrint has made boxes of the HTML, line by line and page by page. Here they are gathered again: all boxes of an HTML
element become one structure element, however many lines and pages it is broken over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

Box = Any
"""A box of WeasyPrint's, which has no types."""

Html = Any
"""An element of the HTML, as ElementTree has it."""

_SVG = "{http://www.w3.org/2000/svg}"
_TYPES = {
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Sect",
    "div": "Div",
    "fieldset": "Div",
    "blockquote": "BlockQuote",
    "p": "P",
    "legend": "P",
    "label": "P",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
    "img": "Figure",
    f"{_SVG}svg": "Figure",
}
_ROLES = {"doc-noteref": "Reference", "doc-footnote": "Note"}
_IN_CONTENTS = {"L": "TOC", "LI": "TOCI", "Link": "Reference"}
"""How the list of a table of contents is told, which is no list of a text."""

_GROUPS = frozenset({"Document", "Art", "Sect", "Div", "BlockQuote"})
_INLINE = frozenset({"Link", "Reference", "Span"})
_REPEATED = frozenset({"thead", "tfoot"})
_KEPT_EMPTY = frozenset({"TR", "TH", "TD"})


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of ink, which is a line of text or a picture, or a field to fill in; and its page, counted from 0."""

    page: int
    box: Box


@dataclass(eq=False, slots=True)
class Element:
    """A structure element: its type, the HTML that it was made of, and what it holds in the order of reading.

    `fields` are the boxes of a form's field.
    """

    type: str
    html: Html = None
    parent: Element | None = None
    language: str | None = None
    kids: list[Element | Leaf] = field(default_factory=list)
    fields: list[Leaf] = field(default_factory=list)

    def add(self, type_: str, html: Html = None, language: str | None = None) -> Element:
        """Append an element; words that would stand loose in a group get a paragraph around them."""
        parent = self.paragraph() if type_ in _INLINE else self
        element = Element(type_, html, parent, language)
        parent.kids.append(element)
        return element

    def paragraph(self) -> Element:
        """Return where words go: itself, or the paragraph of loose words at its end where it is a group."""
        if self.type not in _GROUPS:
            return self
        return self.loose_words() or self.add("P")

    def loose_words(self) -> Element | None:
        """Return the paragraph at its end that words can join, being no paragraph of the HTML."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Element) and last.type == "P" and last.html is None else None

    def label(self) -> Element:
        """Put a label at the beginning of a list's item, and return it."""
        label = Element("Lbl", None, self)
        self.kids.insert(0, label)
        return label

    def leaves(self) -> Iterator[Leaf]:
        """Yield its pieces of ink in the order of reading."""
        for kid in self.kids:
            if isinstance(kid, Leaf):
                yield kid
            else:
                yield from kid.leaves()

    def prune(self) -> bool:
        """Take out what holds nothing, and return whether anything is left of it."""
        self.kids = [kid for kid in self.kids if isinstance(kid, Leaf) or kid.prune()]
        return bool(self.kids or self.fields) or self.type in _KEPT_EMPTY


class Structure:
    """Builds the structure tree of a document from the boxes of its pages.

    `links` tells which Link a box lies in, for those that lie in one.
    """

    def __init__(self, page_boxes: Iterable[Box]) -> None:
        self.root = Element("Document")
        self.links: dict[Box, Element] = {}
        self._elements: dict[Html, Element | None] = {}
        self._labels: dict[Html, Element] = {}
        self._first_pages: dict[Html, int] = {}
        for page, box in enumerate(page_boxes):
            self._gather(box, self.root, None, page)
        self.root.prune()

    def _gather(self, box: Box, holder: Element, link: Element | None, page: int) -> None:
        """Put what a box shows where it belongs, and go on to the boxes within it."""
        box = unwrapped(box)
        element = None if self._is_repeated(box, page) else self._element_of(box, holder)
        if element is None:
            return
        link = element if element.type == "Link" else link
        if link:
            self.links[box] = link
        if box.is_input():
            # What a field holds is told by its widget.
            element.fields.append(Leaf(page, box))
        elif isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            _put(Leaf(page, box), element)
        else:
            for child in box.children:
                self._gather(child, element, link, page)

    def _is_repeated(self, box: Box, page: int) -> bool:
        """Whether a box stands on each page alike: in the margin, or at the head of a table that goes on."""
        if isinstance(box, boxes.MarginBox):
            return True
        return box.element_tag in _REPEATED and page > self._first_pages.setdefault(box.element, page)

    def _element_of(self, box: Box, holder: Element) -> Element | None:
        """Return the structure element that a box is part of; None for decoration."""
        html = box.element
        if html is None or html.tag in {"html", "body"}:
            return holder
        if html not in self._elements:
            self._elements[html] = holder.add("Form", html) if box.is_input() else self._begun(html, holder)
        element = self._elements[html]
        if element and box.element_tag == "li::marker":
            return self._label_of(element)
        return element

    def _label_of(self, body: Element) -> Element | None:
        """Return the label of a list's item, which stands beside the item's body."""
        if body.html not in self._labels and body.parent:
            self._labels[body.html] = body.parent.label()
        return self._labels[body.html]

    def _begun(self, html: Html, holder: Element) -> Element | None:
        """Begin the structure element of an HTML element; one without a meaning of its own is told as its parent."""
        if html.get("aria-hidden") == "true" or alternative(html) == "":
            return None
        if html.get("class") == "number" or holder.type == "Note":
            holder = self._numbered(holder)
        type_ = _type(html, holder)
        if type_ == "Reference" and html.tag == "a":
            return holder.add(type_).add("Link", html, html.get("lang"))
        if type_:
            element = holder.add(type_, html, html.get("lang"))
            return element.add("LBody", html) if type_ == "LI" else element
        is_said = html.tag == "span" and html.get("aria-label")
        return holder.add("Span", html, html.get("lang")) if html.get("lang") or is_said else holder

    def _numbered(self, holder: Element) -> Element:
        """Return the place of a number: the label where it begins an item or a note, and else where it stands."""
        place: Element | None = holder
        while place and place.type in {"P", "Div"}:
            place = place.parent
        if place is None or place.type not in {"LBody", "Note"} or any(place.leaves()):
            return holder
        return (self._label_of(place) if place.type == "LBody" else place.label()) or holder


def _type(html: Html, holder: Element) -> str | None:
    """Return the type that tells what an HTML element is, or None where it means nothing by itself."""
    type_ = _ROLES.get(html.get("role")) or _TYPES.get(html.tag)
    if (type_ == "Link" and not html.get("href")) or type_ == holder.type == "P":
        return None
    if type_ in _IN_CONTENTS and _in_contents(holder):
        return _IN_CONTENTS[type_]
    return type_


def _in_contents(holder: Element) -> bool:
    return holder.type in {"TOC", "TOCI"} or (holder.html is not None and holder.html.get("role") == "doc-toc")


def _put(leaf: Leaf, element: Element) -> None:
    """Append a piece of ink to an element, unless it is space between paragraphs."""
    space = isinstance(leaf.box, boxes.TextBox) and not leaf.box.text.strip()
    if not (space and element.type in _GROUPS and not element.loose_words()):
        element.paragraph().kids.append(leaf)


def unwrapped(box: Box) -> Box:
    """Return a box itself where another stands in its place, since it is set outside the flow."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001


def alternative(html: Html) -> str | None:
    """Return what is said in place of a picture: nothing for decoration, None where HTML does not tell."""
    title: str | None = html.findtext(f"{_SVG}title") if html.tag == f"{_SVG}svg" else html.get("alt")
    return title.strip() if title is not None else None
