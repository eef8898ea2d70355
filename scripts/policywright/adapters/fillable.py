"""The fields of a PDF that can be filled in on screen: what WeasyPrint leaves half made is made whole.

WeasyPrint makes a widget of each control and leaves it at that: it takes every box for a field of its own, knows
nothing of answers that must be given, and draws marks that fill their box. Here each thing to fill in becomes one
field. It bears the name that its controls have in the page, without the document's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from pydyf import PDF, Array, Dictionary, Stream, String
from weasyprint.document import Document

from policywright.adapters.spoken_names import SpokenNames
from policywright.render.field_names import box as name_of_box
from policywright.render.field_names import state

# The flags of fields, by the bits that ISO 32000 gives them.
_REQUIRED, _MULTILINE, _RADIO, _COMBO, _DO_NOT_SCROLL = (1 << bit - 1 for bit in (2, 13, 16, 18, 24))
_OF_THE_FIELD = ("T", "FT", "Ff", "V", "DA", "Opt", "MaxLen")
_KINDS = frozenset({"radio", "checkbox", "select", "textarea"})
_ON_ONE_LINE = "text"
_WHITE = Array([1])
_FONT = re.compile(rb"/(\w+) ([\d.]+) Tf")


@dataclass(frozen=True)
class Control:
    """A control of the page, and the widget that it became in the PDF."""

    element: Element
    widget: Dictionary

    @property
    def kind(self) -> str:
        """What it is: `radio`, `checkbox`, `select`, `textarea`, or `text` for everything on one line."""
        kind = self.element.get("type", self.element.tag)
        return kind if kind in _KINDS else _ON_ONE_LINE

    @cached_property
    def name(self) -> str:
        """The name of its field; boxes that can be ticked side by side have a field each."""
        name = self.element.get("name", "").rpartition(".")[2]
        option = self.element.get("value") if self.kind == "checkbox" else None
        return name_of_box(name, option) if option else name

    @cached_property
    def says(self) -> str:
        """The name of the state that it has when it is chosen."""
        return state(self.element.get("value", "yes"))

    @cached_property
    def size(self) -> tuple[float, float]:
        """Its width and height in points."""
        left, bottom, right, top = self.widget["Rect"]
        return right - left, top - bottom


def make_fillable(laid_out: Document, pdf: PDF) -> None:
    """Make the fields of a PDF whole before it is written; the document was laid out with its controls as fields."""
    if "AcroForm" not in pdf.catalog:
        return
    grouped: dict[str, list[Control]] = {}
    for control in _controls(laid_out):
        grouped.setdefault(control.name, []).append(control)
    fields = _Fields(pdf, SpokenNames(laid_out.pages[0]._page_box.children[0].element))  # noqa: SLF001  no other way to the page's elements
    added = Array(fields.add(name, controls).reference for name, controls in grouped.items())
    pdf.catalog["AcroForm"] = Dictionary({"Fields": added, "DR": Dictionary({"Font": fields.fonts})})


def _controls(laid_out: Document) -> Iterator[Control]:
    """Yield the controls in their order on the pages."""
    for page in laid_out.pages:
        for inputs in page.forms.values():
            for box, _ in inputs:
                # From corner to corner, and the lower left one first, as many programs await them.
                left, top, right, bottom = box.widget_annotation["Rect"]
                box.widget_annotation["Rect"] = Array((left, bottom, right, top))
                yield Control(box.element, box.widget_annotation)


class _Fields:
    """Makes fields of widgets, in one PDF."""

    def __init__(self, pdf: PDF, names: SpokenNames) -> None:
        self._pdf = pdf
        self._names = names
        self._drawn: dict[tuple[str, float, float], bytes] = {}
        resources = self._object(pdf.catalog["AcroForm"]["DR"])
        self._all_fonts = self._object(resources["Font"])
        self.fonts = Dictionary()
        """The fonts of all fields, which hold every letter that may be typed."""

    def _object(self, reference: bytes) -> Dictionary:
        return self._pdf.objects[int(reference.split()[0])]

    def add(self, name: str, controls: Sequence[Control]) -> Dictionary:
        """Return the field that controls of one name stand for."""
        first = controls[0]
        if first.kind == "radio":
            field = self._group(controls)
        elif first.kind == "checkbox":
            field = self._box(first)
        else:
            field = self._writing(controls)
        field["T"] = String(name)
        # That one of several boxes must be ticked is nothing that a PDF can say.
        if first.kind != "checkbox" and self._names.must_be_given(first.element):
            field["Ff"] = field.get("Ff", 0) | _REQUIRED
        return field

    def _group(self, controls: Sequence[Control]) -> Dictionary:
        """Return a group of which one can be chosen; none is to begin with."""
        group = {"FT": "/Btn", "Ff": _RADIO, "V": "/Off", "TU": String(self._names.of_group(controls[0].element))}
        parent = self._parent(group, controls)
        for control in controls:
            self._draw_choice(control, control.says)
        return parent

    def _box(self, control: Control) -> Dictionary:
        self._draw_choice(control, "yes")
        control.widget["V"] = "/Off"
        return control.widget

    def _writing(self, controls: Sequence[Control]) -> Dictionary:
        """Return a field to write in, or with words to choose from; it may stand in several places."""
        first = controls[0]
        for control in controls:
            self._draw_writing(control)
        if first.kind == "select":
            first.widget["Ff"] = _COMBO
        else:
            first.widget["Ff"] = _DO_NOT_SCROLL | (_MULTILINE if first.kind == "textarea" else 0)
        if len(controls) == 1:
            return first.widget
        shared = {key: first.widget[key] for key in (*_OF_THE_FIELD, "TU") if key in first.widget}
        return self._parent(shared, controls)

    def _parent(self, values: dict[str, object], controls: Sequence[Control]) -> Dictionary:
        """Return a field with a widget for each control."""
        parent = Dictionary(values | {"Kids": Array(control.widget.reference for control in controls)})
        self._pdf.add_object(parent)
        for control in controls:
            for key in _OF_THE_FIELD:
                control.widget.pop(key, None)
            control.widget["Parent"] = parent.reference
        return parent

    def _draw_choice(self, control: Control, chosen: str) -> None:
        """Give a choice its two states, and the words that it is read out with."""
        shapes = {chosen: self._drawing(control.kind, control), "Off": self._drawing("", control)}
        control.widget.update({"AP": Dictionary({"N": Dictionary(shapes)}), "AS": "/Off"})
        control.widget["TU"] = String(self._names.of(control.element))

    def _draw_writing(self, control: Control) -> None:
        """Show nothing in a field while it is empty; what is written on several lines covers the ruled ones."""
        control.widget["AP"] = Dictionary({"N": self._drawing("writing", control)})
        control.widget["TU"] = String(self._names.of(control.element))
        font, size = (part.decode() for part in _FONT.findall(control.widget["DA"].string)[0])
        control.widget["DA"] = String(f"0 g /{font} {size} Tf")
        self.fonts[font] = self._all_fonts[font]
        if control.kind == "textarea":
            control.widget["MK"] = Dictionary({"BG": _WHITE})

    def _drawing(self, shape: str, control: Control) -> bytes:
        """Return the reference of a drawing that fills the place of a control."""
        key = (shape, *control.size)
        if key not in self._drawn:
            drawing = Stream(
                [_SHAPES[shape](*control.size)],
                {"Type": "/XObject", "Subtype": "/Form", "BBox": Array((0, 0, *control.size))},
            )
            self._pdf.add_object(drawing)
            self._drawn[key] = drawing.reference
        return self._drawn[key]


def _dot(width: float, height: float) -> bytes:
    """Draw a disc in the middle of a place, as four curves."""
    x, y, radius = width / 2, height / 2, min(width, height) * 0.3
    bow = radius * 0.5523
    curves = (
        (x + radius, y + bow, x + bow, y + radius, x, y + radius),
        (x - bow, y + radius, x - radius, y + bow, x - radius, y),
        (x - radius, y - bow, x - bow, y - radius, x, y - radius),
        (x + bow, y - radius, x + radius, y - bow, x + radius, y),
    )
    drawn = "\n".join(" ".join(f"{number:.3f}" for number in curve) + " c" for curve in curves)
    return f"0 g\n{x + radius:.3f} {y:.3f} m\n{drawn}\nf".encode()


def _tick(width: float, height: float) -> bytes:
    """Draw a tick that fills a place but for its edges."""
    points = (0.16, 0.50), (0.40, 0.22), (0.84, 0.80)
    (x, y), *others = ((width * across, height * up) for across, up in points)
    lines = "\n".join(f"{across:.3f} {up:.3f} l" for across, up in others)
    return f"0 G {width * 0.13:.3f} w 1 J 1 j\n{x:.3f} {y:.3f} m\n{lines}\nS".encode()


def _nothing(_width: float, _height: float) -> bytes:
    return b""


def _nothing_written(_width: float, _height: float) -> bytes:
    """Mark where programs put what is written."""
    return b"/Tx BMC EMC"


_SHAPES = {"radio": _dot, "checkbox": _tick, "": _nothing, "writing": _nothing_written}
