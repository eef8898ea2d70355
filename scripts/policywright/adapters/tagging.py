"""Tags: the structure tree written into a PDF, and each piece of its ink marked as somebody's words or as nobody's.

WeasyPrint tags a PDF too, but makes several elements of one that is broken over lines, leaves links outside the tree,
names them by their anchors, and knows one language only. Two private functions of WeasyPrint's give way to those here,
for the time of one document; its version is pinned, and a test tells when they are not what they were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

import weasyprint.pdf
from pydyf import PDF, Array, Dictionary, String
from weasyprint.document import Document, Page
from weasyprint.logger import LOGGER
from weasyprint.pdf.stream import Stream

from policywright.adapters.engine_parts import replaced
from policywright.adapters.spoken_links import spoken_link
from policywright.adapters.structure import Box, Element, Leaf, Structure, alternative, unwrapped
from policywright.adapters.word_ends import ends_of_words, paint_space

_POINTS_PER_PIXEL = 0.75
_SCOPES = {"row": "/Row", "col": "/Column"}

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in CSS pixels from the upper left corner of a page."""


@contextmanager
def tagged(laid_out: Document) -> Iterator[None]:
    """Let WeasyPrint, while this lasts, write the PDF of a document with our tags."""
    structure = Structure(page._page_box for page in laid_out.pages)  # noqa: SLF001  the boxes are nowhere else
    areas = _one_area_for_each_link(laid_out.pages, structure)
    said = {leaf.box for leaf in structure.root.leaves()}
    ends = ends_of_words(structure.root)
    mark = Stream.marked

    @contextmanager
    def marked(stream: Stream, box: Box, tag: str) -> Iterator[None]:
        with mark(stream, box, tag) if box in said else stream.artifact():
            yield
            if box in ends:
                paint_space(stream)

    def add_tags(pdf: PDF, document: Document, _version: str, streams: Sequence[Stream]) -> None:
        _Writer(pdf, document.pages, streams, areas).write(structure.root)

    with replaced(Stream, "marked", marked), replaced(weasyprint.pdf, "add_tags", add_tags):
        yield


Areas = dict[Element, list[tuple[Leaf, tuple[Rectangle, ...]]]]
"""Where each Link can be clicked: one box for each page, and the lines that the link takes up there."""


def _one_area_for_each_link(pages: Sequence[Page], structure: Structure) -> Areas:
    """Leave one area for each link on each page, since WeasyPrint has one for each line and for each box in it.

    A link that is passed over as decoration, such as one in a repeated head of a table, gets none.
    """
    areas: Areas = defaultdict(list)
    for number, page in enumerate(pages):
        found: dict[Element, list[tuple[Any, ...]]] = defaultdict(list)
        for area in page.links:
            if link := structure.links.get(unwrapped(area[3])):
                found[link].append(area)
        page.links[:] = [_spanning(of_link) for of_link in found.values()]
        for link, of_link in found.items():
            lines = tuple(_outermost([area[2] for area in of_link]))
            areas[link].append((Leaf(number, unwrapped(of_link[0][3])), lines))
    return areas


def _spanning(areas: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return the area of a link that reaches over all that it has on a page."""
    lefts, tops, rights, bottoms = zip(*(area[2] for area in areas), strict=True)
    kind, target, _, box = areas[0]
    return kind, target, (min(lefts), min(tops), max(rights), max(bottoms)), box


def _outermost(rectangles: Sequence[Rectangle]) -> Iterator[Rectangle]:
    """Yield the rectangles that lie in no other."""
    different = dict.fromkeys(rectangles)
    for rectangle in different:
        if not any(_lies_in(rectangle, other) for other in different if other != rectangle):
            yield rectangle


def _lies_in(inner: Rectangle, outer: Rectangle) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


class _Writer:
    """Writes a structure tree into one PDF, whose pages have been painted."""

    def __init__(self, pdf: PDF, pages: Sequence[Page], streams: Sequence[Stream], areas: Areas) -> None:
        self._pdf = pdf
        self._pages = pages
        self._page_references = pdf.page_references
        self._marks = [stream._tags for stream in streams]  # noqa: SLF001  the numbers of what was painted
        self._areas = areas
        self._owners: list[dict[int, bytes]] = [{} for _ in pages]
        self._owners_of_annotations: list[bytes] = []
        self._notes: list[tuple[String, bytes]] = []

    def write(self, root: Element) -> None:
        """Write the tree, and the way back from each mark on a page, and each annotation, to its element."""
        tree, owners = self._added({"Type": "/StructTreeRoot"}), self._added({})
        tree["K"] = self._element(root, tree.reference)
        tree["ParentTree"] = owners.reference
        owners["Nums"] = Array(self._numbered_owners())
        if self._notes:
            tree["IDTree"] = Dictionary({"Names": Array(chain.from_iterable(self._notes))})
        self._pdf.catalog["StructTreeRoot"] = tree.reference
        self._pdf.catalog["MarkInfo"] = Dictionary({"Marked": "true"})

    def _added(self, entries: dict[str, Any]) -> Dictionary:
        dictionary = Dictionary(entries)
        self._pdf.add_object(dictionary)
        return dictionary

    def _element(self, element: Element, parent: bytes) -> bytes:
        """Write an element and all that it holds, and return its reference."""
        written = self._added({"S": f"/{element.type}", "P": parent})
        owner: bytes = written.reference
        if element.language:
            written["Lang"] = String(element.language)
        written.update(self._attributes(element, owner))
        own_page = next((kid.page for kid in element.kids if isinstance(kid, Leaf)), None)
        if own_page is not None:
            written["Pg"] = self._page_references[own_page]
        written["K"] = Array([*self._kids(element, owner, own_page), *self._annotations(element, owner)])
        return owner

    def _kids(self, element: Element, owner: bytes, own_page: int | None) -> Iterator[Any]:
        for kid in element.kids:
            if isinstance(kid, Element):
                yield self._element(kid, owner)
            elif mark := self._marks[kid.page].get(kid.box):
                number = mark["mcid"]
                self._owners[kid.page][number] = owner
                page = self._page_references[kid.page]
                yield number if kid.page == own_page else Dictionary({"Type": "/MCR", "Pg": page, "MCID": number})

    def _annotations(self, element: Element, owner: bytes) -> Iterator[Dictionary]:
        """Yield what ties an element to the places where it can be clicked or filled in."""
        for area, lines in self._areas.get(element, ()):
            # A link to what is not in the document has none, which WeasyPrint has told.
            if annotation := area.box.link_annotation:
                annotation["Contents"] = String(spoken_link(element))
                if len(lines) > 1:
                    annotation["QuadPoints"] = Array(self._corners(area.page, lines))
                yield self._tied(annotation, area.page, owner)
        for field in element.fields:
            if field.box.widget_annotation:
                yield self._tied(field.box.widget_annotation, field.page, owner)

    def _tied(self, annotation: Dictionary, page: int, owner: bytes) -> Dictionary:
        # Their numbers follow those of the pages.
        annotation["StructParent"] = len(self._pages) + len(self._owners_of_annotations)
        self._owners_of_annotations.append(owner)
        return Dictionary({"Type": "/OBJR", "Pg": self._page_references[page], "Obj": annotation.reference})

    def _corners(self, page: int, lines: Iterable[Rectangle]) -> Iterator[float]:
        """Yield the corners of a link's lines as viewers expect them: upper left and right, lower left and right."""
        for line in lines:
            left, bottom, right, top = self._in_points(page, line)
            yield from (left, top, right, top, left, bottom, right, bottom)

    def _in_points(self, page: int, rectangle: Rectangle) -> Rectangle:
        """Return left, bottom, right and top of a rectangle in points from the lower left corner of its page."""
        left, top, right, bottom = (_POINTS_PER_PIXEL * edge for edge in rectangle)
        height = _POINTS_PER_PIXEL * self._pages[page].height
        return left, height - bottom, right, height - top

    def _attributes(self, element: Element, reference: bytes) -> Iterator[tuple[str, Any]]:
        """Yield what an element of some types must tell besides what it holds."""
        if element.type in {"TH", "TD"}:
            yield "A", Dictionary({"O": "/Table", **dict(_of_cell(element))})
        elif element.type == "Figure":
            yield from self._of_figure(element)
        elif element.type == "Span" and element.html.get("aria-label"):
            yield "ActualText", String(element.html.get("aria-label"))
        elif element.type == "Note":
            name = String(f"note-{len(self._notes):06}")
            self._notes.append((name, reference))
            yield "ID", name

    def _of_figure(self, figure: Element) -> Iterator[tuple[str, Any]]:
        said = alternative(figure.html)
        if said is None:
            LOGGER.error("A picture has no words that are said in its place")
            return
        yield "Alt", String(said)
        leaf = next(figure.leaves())
        left, top = leaf.box.content_box_x(), leaf.box.content_box_y()
        box = self._in_points(leaf.page, (left, top, left + leaf.box.width, top + leaf.box.height))
        yield "A", Dictionary({"O": "/Layout", "BBox": Array(box), "Placement": "/Block"})

    def _numbered_owners(self) -> Iterator[Any]:
        for page, owners in enumerate(self._owners):
            yield from (page, Array(owners[number] for number in sorted(owners)))
        yield from chain.from_iterable(enumerate(self._owners_of_annotations, start=len(self._owners)))


def _of_cell(cell: Element) -> Iterator[tuple[str, Any]]:
    """Yield what a cell of a table heads, and how far it reaches."""
    if cell.type == "TH":
        yield "Scope", _SCOPES.get(cell.html.get("scope"), "/Column")
    for name, attribute in (("ColSpan", "colspan"), ("RowSpan", "rowspan")):
        if cell.html.get(attribute, "1") != "1":
            yield name, int(cell.html.get(attribute))
