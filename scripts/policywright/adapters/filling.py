"""Fills in the fields of a PDF of ours, which stays fillable; what is typed is drawn in the font of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Name, NumberTree, Object, ObjectStreamMode, Page, Pdf, String

from policywright.adapters.copied_tags import CopiedTags, Copy

_CHOICE = "/Btn"
_MULTILINE = 1 << 12
_RADIO = 1 << 15
_FONT = re.compile(r"/(\w+) ([\d.]+) Tf")
_EDGE = 2.0
"""The space between the edge of a field and what is typed, in points, as programs for forms have it."""


@dataclass(frozen=True)
class FieldFont:
    """The font of a field as the PDF holds it, and its size in points."""

    file: TTFont
    size: float

    @cached_property
    def _glyphs(self) -> Mapping[int, str]:
        return dict(self.file.getBestCmap())

    @cached_property
    def _points(self) -> float:
        """The points of a unit of the font's own measures."""
        return self.size / float(self.file["head"].unitsPerEm)

    @property
    def ascent(self) -> float:
        """How far it reaches above the line, in points."""
        return float(self.file["hhea"].ascent) * self._points

    @property
    def leading(self) -> float:
        """The distance from line to line, in points."""
        return self.ascent - float(self.file["hhea"].descent) * self._points

    def lacks(self, text: str) -> str:
        """Return the characters of a text that it does not have, each once."""
        return "".join(dict.fromkeys(letter for letter in text if ord(letter) not in self._glyphs))

    def width(self, text: str) -> float:
        """Return how wide a text comes out, in points."""
        return float(sum(self.file["hmtx"][name][0] for name in self._names(text))) * self._points

    def encoded(self, text: str) -> str:
        """Return a text as a PDF writes it: the numbers of its glyphs, in hexadecimal."""
        return "".join(f"{self.file.getGlyphID(name):04x}" for name in self._names(text))

    def broken(self, text: str, width: float) -> Iterator[str]:
        """Yield a text in lines of at most a width in points; a word that is wider is broken."""
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if self.width(longer) <= width:
                    line = longer
                    continue
                if line:
                    yield line
                *full, line = self._cut(word, width)
                yield from full
            yield line

    def _cut(self, word: str, width: float) -> Iterator[str]:
        piece = ""
        for letter in word:
            if piece and self.width(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece

    def _names(self, text: str) -> Iterator[str]:
        return (self._glyphs.get(ord(letter), ".notdef") for letter in text)


@dataclass(frozen=True)
class Place:
    """A place where a field of text is shown: its font and its width and height in points."""

    font: FieldFont
    width: float
    height: float
    several_lines: bool

    def lines(self, text: str) -> tuple[str, ...]:
        """Return a text in lines, as it is drawn here."""
        return tuple(self.font.broken(text, self.width - 2 * _EDGE)) if self.several_lines else (text,)

    def holds(self, text: str) -> bool:
        """Return whether all of a text can be seen here."""
        lines = self.lines(text)
        fits_across = all(self.font.width(line) <= self.width - 2 * _EDGE for line in lines)
        return fits_across and len(lines) * self.font.leading <= max(self.height, self.font.leading)

    def drawing(self, text: str, font: str) -> bytes:
        """Return the PDF's instructions that draw a text here, in a font of this name.

        Several lines cover the ruled ones below them.
        """
        lines = [f"<{self.font.encoded(line)}> Tj T*" for line in self.lines(text)]
        top = self.height if self.several_lines else (self.height + self.font.leading) / 2
        paper = f"1 g 0 0 {self.width:.3f} {self.height:.3f} re f" if self.several_lines else ""
        start = f"{_EDGE} {top - self.font.ascent:.3f} Td {self.font.leading:.3f} TL"
        return "\n".join(
            ("/Tx BMC q", paper, "BT 0 g", f"/{font} {self.font.size} Tf", start, *lines, "ET Q EMC")
        ).encode()


class FillableForm:
    """A PDF with fields, given as its bytes, that is filled in as often as wanted."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._opened = Pdf.open(BytesIO(pdf))
        self._files: dict[str, TTFont] = {}

    @cached_property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """Where the answer to each field that is written in is shown."""
        return {
            str(field.T): tuple(self._place(field, widget) for widget in _widgets(field))
            for field in _fields(self._opened)
            if field.FT != _CHOICE
        }

    def filled(self, answers: Mapping[str, str]) -> bytes:
        """Return the PDF with answers in its fields, by their names; what is chosen is given by its state.

        The same answers give the same bytes.
        """
        with Pdf.open(BytesIO(self._pdf)) as pdf:
            for field in _fields(pdf):
                if answer := answers.get(str(field.T)):
                    self._fill(pdf, field, answer)
            target = BytesIO()
            pdf.save(target, deterministic_id=True)
        return target.getvalue()

    def holds(self, name: str, words: str) -> bool:
        """Return whether words fit every place of a field that is written in."""
        return all(place.holds(words) for place in self.places[name])

    def lacks(self, name: str, words: str) -> str:
        """Return the characters of words that the font of a field does not have."""
        return self.places[name][0].font.lacks(words.replace("\n", ""))

    def printed(self, copies: Sequence[Mapping[str, str]]) -> bytes:
        """Return one PDF for the printer with a copy for each of the answers, set in type; nothing in it is a field.

        Each copy begins on the front of a sheet that is printed on both sides, and counts its own pages.
        """
        with Pdf.open(BytesIO(self._pdf)) as pdf:
            blank = list(pdf.pages)
            tags, labels = CopiedTags(pdf), NumberTree.new(pdf)
            for answers in copies:
                labels[len(pdf.pages) - len(blank)] = Dictionary(S=Name.D)
                tags.add(self._in_type(pdf, blank, answers, tags))
            tags.close()
            del pdf.pages[: len(blank)]
            _forget(pdf.Root, "/AcroForm", "/Names", "/Outlines")
            pdf.Root.PageLabels = labels.obj
            pdf.Root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge
            target = BytesIO()
            pdf.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return target.getvalue()

    def _in_type(self, pdf: Pdf, blank: Sequence[Page], answers: Mapping[str, str], tags: CopiedTags) -> Copy:
        """Append a copy of all pages with what their fields show as part of them."""
        copy = Copy()
        for page in blank:
            drawn = b"\n".join(self._drawn_on(page, answers, copy, tags.first_free_mark(page)))
            made = Page(pdf.make_indirect(Dictionary(dict(page.obj.items()))))
            _forget(made.obj, "/Annots", "/Tabs")
            made.contents_add(b"q", prepend=True)
            made.contents_add(b"Q\n" + drawn)
            pdf.pages.append(made)
            copy.pages[page.obj.objgen] = made
        if len(blank) % 2:
            width, height = (float(edge) for edge in list(blank[0].mediabox)[2:])
            pdf.add_blank_page(page_size=(width, height))
        return copy

    def _drawn_on(self, page: Page, answers: Mapping[str, str], copy: Copy, free: int) -> Iterator[bytes]:
        """Yield the instructions that draw what the fields of a page show, marked from a free number on."""
        for mark, (widget, drawing) in enumerate(self._shown_on(page, answers, copy), start=free):
            copy.drawn[widget.objgen] = mark
            yield b"/Form <</MCID %d>> BDC\n%b\nEMC" % (mark, drawing)

    def _shown_on(self, page: Page, answers: Mapping[str, str], copy: Copy) -> Iterator[tuple[Object, bytes]]:
        for widget in _widgets_on(page):
            field = widget if "/T" in widget else widget.Parent
            answer = answers.get(str(field.T), "")
            copy.fields[widget.objgen] = _as_printed(field, widget, answer)
            if answer and (field.FT != _CHOICE or answer in _states(widget)):
                yield widget, self._drawn(field, widget, answer)

    def _drawn(self, field: Object, widget: Object, answer: str) -> bytes:
        """Return the instructions that draw what a widget shows, in the place where it stands."""
        if field.FT == _CHOICE:
            drawing = widget.AP.N[f"/{answer}"].read_bytes()
        else:
            drawing = self._place(field, widget).drawing(answer, _font_of(field)[0])
        left, bottom = (float(edge) for edge in list(widget.Rect)[:2])
        return b"q 1 0 0 1 %.3f %.3f cm\n%b\nQ" % (left, bottom, drawing)

    def _fill(self, pdf: Pdf, field: Object, answer: str) -> None:
        if field.FT == _CHOICE:
            _choose(field, answer)
            return
        field.V = String(answer)
        font, _ = _font_of(field)
        resources = Dictionary(Font=Dictionary({f"/{font}": pdf.Root.AcroForm.DR.Font[f"/{font}"]}))
        for widget, place in zip(_widgets(field), self.places[str(field.T)], strict=True):
            drawing = pdf.make_stream(place.drawing(answer, font))
            drawing.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=widget.AP.N.BBox, Resources=resources))
            widget.AP = Dictionary(N=drawing)

    def _place(self, field: Object, widget: Object) -> Place:
        name, size = _font_of(field)
        if name not in self._files:
            described = self._opened.Root.AcroForm.DR.Font[f"/{name}"].DescendantFonts[0].FontDescriptor
            self._files[name] = TTFont(BytesIO(described.FontFile2.read_bytes()))
        _, _, width, height = (float(edge) for edge in widget.AP.N.BBox)
        return Place(FieldFont(self._files[name], size), width, height, bool(int(field.get("/Ff", 0)) & _MULTILINE))


def _fields(pdf: Pdf) -> Sequence[Object]:
    return list(pdf.Root.AcroForm.Fields)


def _as_printed(field: Object, widget: Object, answer: str) -> Dictionary:
    """Return what a field says that can no longer be filled in: what it is and asks for, and whether it is ticked."""
    said = Dictionary(O=Name.PrintField, Role=Name.tv, Desc=widget.get("/TU") or field.TU)
    if field.FT == _CHOICE:
        said.Role = Name.rb if int(field.get("/Ff", 0)) & _RADIO else Name.cb
        said.checked = Name.on if answer in _states(widget) else Name.off
    return said


def _forget(told: Object, *keys: str) -> None:
    """Take out what tells of the fields and links of the blank form, of which nothing is left."""
    for key in keys:
        if key in told:
            del told[key]


def _widgets_on(page: Page) -> Sequence[Object]:
    return [annotation for annotation in page.obj.get("/Annots", []) if annotation.Subtype == "/Widget"]


def _widgets(field: Object) -> Sequence[Object]:
    return list(field.get("/Kids", [field]))


def _states(widget: Object) -> Iterator[str]:
    return (state[1:] for state in widget.AP.N.keys() if state != "/Off")  # noqa: SIM118  no mapping


def _font_of(field: Object) -> tuple[str, float]:
    name, size = _FONT.findall(str(field.DA))[0]
    return name, float(size)


def _choose(field: Object, state: str) -> None:
    field.V = Name(f"/{state}")
    for widget in _widgets(field):
        widget.AS = Name(f"/{state}" if state in _states(widget) else "/Off")
