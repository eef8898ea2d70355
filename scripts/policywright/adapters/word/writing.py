"""Writing Word documents: the few elements of a `WordDocument` become paragraphs, tables and content controls."""

from __future__ import annotations

import datetime
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from textwrap import shorten

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from PIL import Image

from policywright.adapters.word import controls, foot
from policywright.adapters.word.controls import made
from policywright.adapters.word.master import empty
from policywright.adapters.word.package import packed, unpacked
from policywright.render.page import WordDocument

_STYLES = {"h1": "Title", "h2": "Heading1", "h3": "Heading2", "li": "ListBullet"}
_MARKS = {"strong": {"b": "1"}, "em": {"i": "1"}, "optional": {"b": "0"}}
_ORDER = ("b", "i", "u", "lang")
"""The formats of words, in the order in which Word wants them."""

_CELL = "\u2002" * 8
_NO_DATE = datetime.date(2000, 1, 1)
_LONGEST_SAID = 255
_LOGO_HEIGHT = Mm(20)
_LOGO_PIXELS = 600


def write(document: WordDocument) -> bytes:
    """Return the file of a document; the same document gives the same bytes."""
    file = empty(document.paper, document.language)
    _describe(file, document)
    if document.kind == "form":
        foot.write(file, document)
    body = file.element.body
    for block in _Writer(file).blocks(parse_xml(document.body)):
        body.insert(len(body) - 1, block)
    unfinished = BytesIO()
    file.save(unfinished)
    return packed(unpacked(unfinished.getvalue()))


def _describe(file: Document, document: WordDocument) -> None:
    """Say in the file what it is. Its dates are that of the approval, not of the making."""
    said = file.core_properties
    said.title, said.subject, said.category = _cut(document.title), _cut(document.subject), document.kind.capitalize()
    said.author = said.last_modified_by = _cut(document.publisher)
    said.language, said.version = document.language, _cut(document.version)
    said.comments, said.revision = "", 1
    date = document.date or _NO_DATE
    said.created = said.modified = datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC)


def _cut(words: str) -> str:
    """Return words as they fit into what a file says about itself."""
    return shorten(words, _LONGEST_SAID, placeholder="…")


class _Writer:
    """Turns elements into those of a Word document."""

    def __init__(self, file: Document) -> None:
        self._file = file

    def blocks(self, parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """Yield the paragraphs, tables and controls that the children of an element become."""
        for node in parent:
            match node.tag:
                case "fieldset":
                    yield controls.block_control(node.get("name"), node.get("title"), list(self.blocks(node)))
                case "ul" | "body":
                    yield from self.blocks(node)
                case "table":
                    yield self._table(node)
                case "tr":
                    yield self._row(node)
                case "hr":
                    yield made("p", made("r", made("br", type="page")))
                case _:
                    yield self._paragraph(node)

    def _paragraph(self, node: BaseOxmlElement) -> BaseOxmlElement:
        named = "".join(word.capitalize() for word in node.get("class", "").split("-"))
        style = _STYLES.get(node.tag) or named
        properties = [made("pPr", made("pStyle", val=style))] if style else []
        return made("p", *properties, *_trimmed(list(self._runs(node, {}))))

    def _table(self, node: BaseOxmlElement) -> BaseOxmlElement:
        columns = len(node.find(".//tr"))
        wide = node.get("class") == "questions"
        widths = (3700, 1300) if wide else tuple(5000 // columns for _ in range(columns))
        grid = made("tblGrid", *(made("gridCol", w=str(width * 2)) for width in widths))
        properties = made("tblPr", made("tblStyle", val="TableGrid"), made("tblW", w="5000", type="pct"))
        properties.append(made("tblCellMar", *(made(side, w="60", type="dxa") for side in ("top", "bottom"))))
        properties.append(made("tblLook", val="0020", firstRow="1"))
        rows = [row for part in node for row in self.blocks(part)]
        for row in made("tbl", *rows).iter(qn("w:tr")):
            for cell, width in zip(row.iter(qn("w:tc")), widths, strict=True):
                cell.insert(0, made("tcPr", made("tcW", w=str(width), type="pct")))
        return made("tbl", properties, grid, *rows)

    def _row(self, node: BaseOxmlElement) -> BaseOxmlElement:
        """Return a row, which never breaks across pages; that of a head stands on each page of the table."""
        is_head = node.getparent().tag == "thead"
        settings = [made("cantSplit"), *([made("tblHeader")] if is_head else [])]
        cells = [made("tc", *self.blocks(cell)) for cell in node]
        return made("tr", made("trPr", *settings), *cells)

    def _runs(self, node: BaseOxmlElement, marks: dict[str, str]) -> Iterator[BaseOxmlElement]:
        """Yield the runs and controls of an element's words; `marks` are the formats that hold for them."""
        own = marks | _MARKS.get(node.get("class") or node.tag, {})
        own |= {"lang": node.get("lang")} if node.get("lang") else {}
        yield from _run(node.text, own)
        for child in node:
            yield from self._inline(child, own)
            yield from _run(child.tail, own)

    def _inline(self, node: BaseOxmlElement, marks: dict[str, str]) -> Iterator[BaseOxmlElement]:
        match node.tag:
            case "input" if node.get("type") == "checkbox":
                yield controls.box_control(node.get("name"), node.get("title"))
            case "input" | "textarea":
                has_lines = node.tag == "textarea"
                yield controls.text_control(node.get("name"), node.get("title"), _placeholder(node), lines=has_lines)
            case "select":
                choices = [option.text for option in node]
                yield controls.choice_control(node.get("name"), node.get("title"), node.get("placeholder"), choices)
            case "img":
                yield self._picture(node)
            case "br":
                yield made("r", made("br"))
            case "a":
                to = self._file.part.relate_to(node.get("href"), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = made("hyperlink", *self._runs(node, {**marks, "u": "single"}))
                link.set(qn("r:id"), to)
                yield link
            case "span" if node.get("class") == "tab":
                yield made("r", made("tab"))
            case _:
                yield from self._runs(node, marks)

    def _picture(self, node: BaseOxmlElement) -> BaseOxmlElement:
        picture = self._file.part.new_pic_inline(
            _as_png(b64decode(node.get("src").partition(",")[2])), height=_LOGO_HEIGHT
        )
        picture.docPr.set("descr", node.get("alt"))
        return made("r", made("drawing", picture))


def _as_png(content: bytes) -> BytesIO:
    """Return a picture as a small PNG: python-docx takes neither all JPEGs nor any size for granted."""
    picture = BytesIO()
    with Image.open(BytesIO(content)) as opened:
        opened.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
        opened.convert("RGBA").save(picture, "PNG")
    return picture


def _placeholder(node: BaseOxmlElement) -> str:
    """Return what stands in a control until it is filled in: what is asked for, or nothing, and lines to write on."""
    asked, rows = node.get("placeholder", ""), int(node.get("rows", "1"))
    if node.getparent().get("class") == "cell":
        return _CELL
    return asked + "\n\t" * rows if asked and rows > 1 else asked or "\n".join("\t" * rows)


def _run(words: str | None, marks: dict[str, str]) -> Iterator[BaseOxmlElement]:
    """Yield a run of words with their formats; spaces and line ends of the source are one space."""
    text = _one_spaced(words or "")
    if text:
        run = controls.run(text)
        formats = [made(name, val=marks[name]) for name in _ORDER if name in marks]
        run[:0] = [made("rPr", *formats)] if formats else []
        yield run


def _one_spaced(words: str) -> str:
    inner = " ".join(words.split())
    before, after = words[:1].isspace(), words[-1:].isspace()
    return (" " if before else "") + inner + (" " if after and inner else "")


def _trimmed(runs: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Return the runs of a paragraph without the spaces at its ends."""
    for run, strip in ((runs[:1], str.lstrip), (runs[-1:], str.rstrip)):
        for text in run[0].findall(qn("w:t")) if run else ():
            text.text = strip(text.text or "")
    return runs
