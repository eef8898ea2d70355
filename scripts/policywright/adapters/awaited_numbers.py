"""The numbers of pages that are not known when a section is drawn: where each goes, written into the PDF for later.

Figures stand in for each of them. Before these, a remark in the page's content says whose number goes in their place
and how each of the ten figures is drawn there, and the font gets all ten. What follows a number in its line can be
moved, for as many figures as the number is shorter. `set_numbers` does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import quote

import weasyprint.draw
from weasyprint.document import Document
from weasyprint.draw.text import draw_first_line
from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TextBox
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import create_layout

from policywright.adapters.engine_parts import replaced
from policywright.adapters.page_numbers import PAGE_OF
from policywright.adapters.set_numbers import OWN_PAGE, UNMOVED, following, stand_in
from policywright.adapters.structure import Box

_FIGURES = "0123456789"
_PAGE_COUNTER = (("counter()", ("page", "decimal")),)
_GLYPHS = re.compile(rb"<([0-9a-f]*)>")


@contextmanager
def awaited_numbers(laid_out: Document) -> Iterator[None]:
    """Let WeasyPrint, while this lasts, write down where numbers of pages go in the PDF of a document."""
    mark, draw = Stream.marked, weasyprint.draw.draw_inline_level
    own_pages = frozenset(_own_pages(laid_out))
    movable: list[Box] = []

    @contextmanager
    def marked(stream: Stream, box: Box, tag: str) -> Iterator[None]:
        begun = len(stream.stream)
        with mark(stream, box, tag):
            yield
        whose = OWN_PAGE if box in own_pages else _place(box)
        if whose and _wait_for(whose, stream, begun, box):
            movable.append(box)

    def drawn(stream: Stream, page: Box, box: Box, *others: object) -> None:
        before = len(movable)
        draw(stream, page, box, *others)
        if isinstance(box, LineBox):
            for _ in movable[before:]:
                stream.pop_state()
            del movable[before:]

    with ExitStack() as stack:
        stack.enter_context(replaced(Stream, "marked", marked))
        stack.enter_context(replaced(weasyprint.draw, "draw_inline_level", drawn))
        yield


def _own_pages(laid_out: Document) -> Iterator[Box]:
    """Yield the boxes that tell in the margin of a page which page it is."""
    for page in laid_out.pages:
        for margin in page._page_box.children:  # noqa: SLF001  the boxes are nowhere else
            if isinstance(margin, MarginBox) and margin.style["content"] == _PAGE_COUNTER:
                yield from (box for box in margin.descendants() if isinstance(box, TextBox))


def _place(box: Box) -> str:
    """Return the place whose page a box tells, nothing where it tells none."""
    is_number = isinstance(box, TextBox) and box.element is not None and box.element.get("class") == PAGE_OF
    return quote(box.element.get("data-for")) if is_number and box.text.isdigit() else ""


def _wait_for(whose: str, stream: Stream, begun: int, box: Box) -> bool:
    """Write down what the figures stand in for that were drawn last; return whether what follows them can be moved."""
    shown = next(at for at in range(begun, len(stream.stream)) if _shows_text(stream.stream[at]))
    width = box.width / len(box.text)
    ends_at_margin = box.style["text_align_all"] in {"right", "end"}
    moved = 1000 * width / box.style["font_size"] if ends_at_margin else 0
    stream.stream.insert(shown, stand_in(whose, moved, _figures(stream, box)))
    if ends_at_margin:
        return False
    stream.push_state()
    stream.stream += [following(whose, width, len(box.text)), UNMOVED]
    return True


def _shows_text(operation: bytes | str) -> bool:
    return isinstance(operation, bytes) and operation.endswith(b"TJ")


def _figures(stream: Stream, box: Box) -> bytes:
    """Return how the figures from 0 to 9 are drawn in the style of a box, having drawn them nowhere."""
    begun = len(stream.stream)
    figures = box.copy_with_text(_FIGURES)
    figures.pango_layout = create_layout(_FIGURES, box.style, None, None, 0)
    stream.begin_text()
    draw_first_line(stream, figures, "clip", "none", Matrix())
    stream.end_text()
    drawn = b"".join(_GLYPHS.findall(stream.stream[-2]))
    del stream.stream[begun:]
    return drawn
