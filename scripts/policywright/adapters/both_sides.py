"""Pages laid out for both sides of a sheet: the text once, and what stands in the margins twice.

Left and right pages differ in their margins alone: the text is as wide on both. So it is the same text wherever a
section comes to stand in a book, and only heads, feet and tabs are laid out for the other side too. `turning` leaves
those of the side on which a page stands in the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import weasyprint.draw
import weasyprint.layout
import weasyprint.layout.page
from weasyprint.formatting_structure.boxes import MarginBox, PageBox
from weasyprint.layout import LayoutContext
from weasyprint.layout.page import PageType, page_height, page_width
from weasyprint.layout.percent import resolve_percentages
from weasyprint.pdf.stream import Stream

from policywright.adapters.engine_parts import replaced
from policywright.adapters.turning import END, margin

_OTHER = {"left": "right", "right": "left"}
_OfEngine = Any
"""What is WeasyPrint's own, which has no types."""


@contextmanager
def both_sides() -> Iterator[None]:
    """Let WeasyPrint, while this lasts, lay out and draw the margins of each page for both sides."""
    style, make, draw = (
        weasyprint.layout.page.set_page_type_computed_styles,
        weasyprint.layout.make_margin_boxes,
        weasyprint.draw.draw_stacking_context,
    )

    def styled(page_type: PageType, html: _OfEngine, style_for: _OfEngine) -> None:
        style(page_type, html, style_for)
        style(_turned(page_type), html, style_for)

    def made(context: LayoutContext, page: PageBox, state: _OfEngine) -> Iterator[MarginBox]:
        yield from make(context, page, state)
        other = _other_side(context, page)
        moved = page.margin_left - other.margin_left
        for box in make(context, other, state):
            box.translate(moved, 0)
            box.moved = moved
            yield box

    def drawn(stream: Stream, context: _OfEngine) -> None:
        if not isinstance(context.box, MarginBox):
            draw(stream, context)
            return
        stream.stream.append(margin(getattr(context.box, "moved", None)))
        draw(stream, context)
        stream.stream.append(END)

    with ExitStack() as stack:
        stack.enter_context(replaced(weasyprint.layout.page, "set_page_type_computed_styles", styled))
        stack.enter_context(replaced(weasyprint.layout, "make_margin_boxes", made))
        stack.enter_context(replaced(weasyprint.draw, "draw_stacking_context", drawn))
        yield


def _turned(page_type: PageType) -> PageType:
    return page_type._replace(side=_OTHER[page_type.side])


def _other_side(context: LayoutContext, page: PageBox) -> PageBox:
    """Return this page as it would be on the other side, as far as its margins matter."""
    page_type = _turned(page.page_type)
    other = PageBox(page_type, context.style_for(page_type))
    width, height = size = other.style["size"]
    resolve_percentages(other, size)
    other.position_x = other.position_y = 0
    page_width(other, context, width)
    page_height(other, context, height)
    other.children = page.children
    return other
