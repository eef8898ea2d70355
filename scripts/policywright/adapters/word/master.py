"""The empty Word document that all others begin from: its styles, and nothing that we do not use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import chain
from typing import cast

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from policywright.adapters.word.controls import INSTRUCTION, made

FONT = "Arial"
"""A font that every school has; where it is not, other programs take Liberation Sans or Helvetica for it."""

_PAPERS: Mapping[str, tuple[Length, Length]] = {
    "A4": (Mm(210), Mm(297)),
    "A5": (Mm(148), Mm(210)),
    "Letter": (Mm(216), Mm(279)),
}
_MARGIN = Mm(22)
_WORD_2013 = "15"
"""The earliest Word whose ways no later one calls outdated."""

_GREY = RGBColor(0x50, 0x50, 0x50)
_KEPT = {
    "Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Title", "Heading1", "Heading2",
    "ListBullet", "Header", "Footer",
}  # fmt: skip
_BARED = {"Title", "Header", "Footer"}
"""The styles that bring lines and tab stops of their own, which we do without."""

_UNUSED_PARTS = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "extended-properties")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks: sizes and distances in points, the hanging indent in millimetres."""

    size: float = 11
    before: float = 0
    after: float = 6
    bold: bool = False
    italic: bool = False
    grey: bool = False
    keeps: bool = False
    hanging: float = 0
    right: bool = False
    lined: float = 0


_LOOKS: Mapping[str, Look] = {
    "Title": Look(size=20, after=10, bold=True, keeps=True),
    "Heading 1": Look(size=14, before=16, after=6, bold=True, keeps=True),
    "Heading 2": Look(size=12, before=12, after=4, bold=True, keeps=True),
    "List Bullet": Look(after=3),
    "Lead": Look(size=12, after=8),
    "Notice": Look(after=8),
    "Rules": Look(before=14),
    "Question": Look(before=10, after=2, bold=True, keeps=True),
    "Help": Look(size=10, after=2, grey=True, keeps=True),
    "Choice": Look(after=2, hanging=6, keeps=True),
    "Last Choice": Look(after=2, hanging=6),
    "Statement": Look(after=4, hanging=8),
    "Answer": Look(before=4, after=4, lined=1),
    "Short Answer": Look(before=4, after=4, lined=0.4),
    "Signature Line": Look(before=22, after=6, lined=1),
    "Cell": Look(before=5, after=5),
    "Asked": Look(before=3, after=2),
    "Column": Look(size=10, before=3, after=3, bold=True, keeps=True),
    INSTRUCTION: Look(size=10, italic=True, before=8, after=3, keeps=True),
    "Subject": Look(before=6, after=10, bold=True),
    "Letter": Look(after=10, lined=1),
    "Letterhead": Look(after=0, right=True),
    "Header": Look(size=9, after=0, grey=True),
    "Footer": Look(size=9, after=0, grey=True),
}
"""The paragraph styles by name. `lined` draws a line to write on wherever a tab stands, to that part of the width."""


def empty(paper: str, language: str) -> Document:
    """Return an empty document for a paper, in a language such as `en-GB`, with all our styles."""
    document = docx.Document(BytesIO(_styled(paper)))
    marks = (document.styles.element.iter(qn("w:lang")), document.settings.element.iter(qn("w:themeFontLang")))
    for mark in chain(*marks):
        for of in ("val", "eastAsia"):
            mark.set(qn(f"w:{of}"), language)
    return document


def text_width(paper: str) -> Length:
    """Return how wide the text on a paper is."""
    return Length(_PAPERS[paper][0] - 2 * _MARGIN)


@cache
def _styled(paper: str) -> bytes:
    """Return the file of the empty document, which takes long to make beside what is written into it."""
    document = docx.Document()
    _drop_unused(document)
    _set_page(document, paper)
    _set_defaults(document)
    for name, look in _LOOKS.items():
        _set_style(_style(document, name), look, text_width(paper))
    document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER).font.color.rgb = _GREY
    document.styles.add_style("Writing Line", WD_STYLE_TYPE.CHARACTER).font.size = Pt(17)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _drop_unused(document: Document) -> None:
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT:
            styles.remove(style)
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED_PARTS:
                del relations[key]


def _set_page(document: Document, paper: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[paper]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = section.footer_distance = Mm(11)


def _set_defaults(document: Document) -> None:
    """Let every style have our font, whatever the theme of the program, and Word treat the file as one of its own."""
    document.settings.element.find(f".//{qn('w:compatSetting')}").set(qn("w:val"), _WORD_2013)
    for properties in document.styles.element.iter(qn("w:rPr")):
        for fonts in properties.findall(qn("w:rFonts")):
            properties.remove(fonts)
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.insert(0, made("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15


def _style(document: Document, name: str) -> ParagraphStyle:
    """Return a paragraph style, which may be there already."""
    if name not in document.styles:
        style = cast("ParagraphStyle", document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        return style
    style = cast("ParagraphStyle", document.styles[name])
    if name in _BARED:
        for properties in style.element.findall(qn("w:pPr")):
            style.element.remove(properties)
    return style


def _set_style(style: ParagraphStyle, look: Look, width: int) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    style.font.color.rgb = _GREY if look.grey else RGBColor(0, 0, 0)
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(look.before), Pt(look.after), look.keeps
    form.widow_control = True
    if look.hanging:
        form.left_indent, form.first_line_indent = Mm(look.hanging), -Mm(look.hanging)
        form.tab_stops.add_tab_stop(Mm(look.hanging))
    if look.right:
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if look.lined:
        form.tab_stops.add_tab_stop(Length(int(width * look.lined)), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
