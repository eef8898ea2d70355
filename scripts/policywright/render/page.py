"""What rendering makes: pages of the site, files beside them, and documents for print."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from markupsafe import Markup

from policywright.diagnostics import Location
from policywright.render.headings import Heading, anchors, headings

NO_WORD: Mapping[str, int] = MappingProxyType({})
"""The bytes of each Word document beside a site, by its name, where there is none."""


@dataclass(frozen=True)
class Page:
    """A page of the site; its content is made when it is first asked for, since a preview shows one page of them all.

    `path` is relative to the site's folder and ends in `.html`; links within `content` are relative to the page.
    `nav` is where the page stands in the navigation, from the outside in, or empty for a page that is only linked to.
    `chapter` is the path of the page in the navigation that it belongs to. `source` is where an editor mends what the
    page says. `listed` is false for what search engines are asked to leave out, since it means little to whoever comes
    from there.
    """

    path: str
    kind: str
    title: str
    make: Callable[[], Markup]
    description: str = ""
    nav: tuple[str, ...] = ()
    chapter: str = ""
    source: Location | None = None
    listed: bool = True

    @property
    def is_made(self) -> bool:
        """Whether its content has been made."""
        return "content" in vars(self)

    def holding(self, content: str) -> Page:
        """Return it with the HTML that was made for it, when whatever editors wrote was escaped."""
        page = replace(self)
        vars(page)["content"] = Markup(content)  # noqa: S704  it was so when it was made
        return page

    @cached_property
    def content(self) -> Markup:
        """The HTML of the page, without its frame."""
        return self.make()

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that a table of contents lists."""
        return headings(self.content)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every identifier that a link may lead to."""
        return anchors(self.content)


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page: what programs and scripts read. `path` is relative to the site's folder."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file of a printed document says about itself besides its title, as plain text.

    `date` is when it was approved; nothing tells when it was made. `status` says where it stands in its life, and
    `commit` is what git calls its last change.
    """

    publisher: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: datetime.date | None = None
    version: str = ""
    status: str = ""
    commit: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a printed document was made from, as far as it is published.

    `name` is its last part alone, such as `photographs.yml`; `about` says in a sentence what it is.
    """

    name: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """A document for print: `name` is its file's name without the ending, `html` the whole of it.

    The HTML holds its styles and its language; only fonts are named, by their place in the package's templates.
    `<span class="page-of" data-for="anchor"></span>` stands where an anchor's page number goes, and
    `<span class="pages-of" data-main="anchors" data-for="anchors"></span>` where those of several go.
    An element of the body whose first attribute is `data-section` begins a section, which is laid out by itself: it
    stands at the head of a page, within no other element, and leans on nothing before it, neither string nor counter.
    A `fillable` document can be filled in on screen too: its controls become fields of the PDF. `most_pages` is how
    many pages it may have, where that matters, and `shorten` says what to do in which line of which file if it has
    more. A `bound` one is printed on both sides of the paper, with left and right pages.
    `properties` and `sources`, the files that it was made from, go into its file and show on no page.
    """

    name: str
    title: str
    html: str
    fillable: bool = False
    most_pages: int | None = None
    shorten: str = ""
    bound: bool = False
    properties: Properties = Properties()
    sources: tuple[SourceFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Handout:
    """Something to hand out about a handbook: for print, and as a page that needs no other file."""

    printed: PrintDocument
    page: str


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A form or a letter for Word: `name` is its file's name without the ending, `part` its part of the handbook.

    `body` is XML of a few elements that mean what they mean in HTML: `h1` to `h3`, `p`, `ul` with `li`, `table`, `img`,
    `hr` for a new page, and within them `a`, `br`, `code`, `em`, `strong` and `span`. A `class` names a style, and
    `lang` a language. What is filled in is an `input`, a `textarea` or a `select`, by its `name`, with its spoken name
    as its `title`; a `fieldset` with a `name` is what stands only under some condition, paragraphs or rows of a table.
    `foot` stands below each page, and `date` is when the document was approved.
    """

    name: str
    part: str
    title: str
    body: str
    language: str
    paper: str
    publisher: str
    subject: str = ""
    kind: str = ""
    version: str = ""
    foot: str = ""
    date: datetime.date | None = None
