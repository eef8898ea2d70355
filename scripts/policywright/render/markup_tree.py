"""Our own HTML, taken apart into a tree so that two versions of it can be laid side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markupsafe import Markup, escape

_VOID = frozenset({"br", "hr", "img", "input"})


@dataclass(eq=False, slots=True)
class Element:
    """An element: its tag, its attributes, and the elements and texts within it; mere texts have no tag.

    `space` is what follows it, where the texts around it are not kept.
    """

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    kids: list[Element | str] = field(default_factory=list)
    space: str = ""

    @property
    def elements(self) -> list[Element]:
        """The elements directly within it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    @property
    def kind(self) -> tuple[str, str]:
        """What it is: its tag and its class."""
        return self.tag, self.attributes.get("class") or ""

    def walk(self) -> Iterator[Element]:
        """Yield it and everything within it, in order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def holding(self, kids: list[Element | str]) -> Element:
        """Return it with other things within it."""
        return Element(self.tag, dict(self.attributes), kids, self.space)

    @property
    def html(self) -> Markup:
        """Its HTML and the space after it; a void element has no end, and one without a tag is what it holds."""
        if not self.tag:
            return html_of(self.kids) + self.space
        if self.tag in _VOID:
            return self.opening + self.space
        return Markup("{}{}</{}>{}").format(self.opening, html_of(self.kids), self.tag, self.space)

    @property
    def opening(self) -> Markup:
        """Its opening tag."""
        attributes = Markup().join(
            Markup(" {}").format(name) if value is None else Markup(' {}="{}"').format(name, value)
            for name, value in self.attributes.items()
        )
        return Markup("<{}{}>").format(self.tag, attributes)


def html_of(kids: list[Element | str]) -> Markup:
    """Return the HTML of elements and texts in a row."""
    return Markup().join(escape(kid) if isinstance(kid, str) else kid.html for kid in kids)


def tree(html: str) -> Element:
    """Return the tree of a piece of our own HTML, within an element of no meaning."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.open[0]


class _Parser(HTMLParser):
    """Builds a tree of HTML that closes all that it opens."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("div")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].kids.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].kids.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].kids.append(data)
