"""What a Word document says, and which places it has to fill in."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def lines(document: Document) -> list[str]:
    """Return the words of each paragraph, those in tables and content controls too."""
    text, line_break = qn("w:t"), qn("w:br")
    paragraphs = document.element.body.iter(qn("w:p"))
    return ["".join(one.text or "\n" for one in paragraph.iter(text, line_break)) for paragraph in paragraphs]


def styled(document: Document, *styles: str) -> list[tuple[str, str]]:
    """Return the style and the words of each paragraph in one of some styles."""
    marks = [mark for mark in document.element.body.iter(qn("w:pStyle")) if mark.get(qn("w:val")) in styles]
    return [(mark.get(qn("w:val")), "".join(t.text or "" for t in _paragraph(mark).iter(qn("w:t")))) for mark in marks]


def controls(document: Document) -> list[BaseOxmlElement]:
    return list(document.element.body.iter(qn("w:sdt")))


def said(control: BaseOxmlElement, what: str) -> str:
    """Return the tag or the title (`alias`) of a control."""
    value: str = control.find(f"{qn('w:sdtPr')}/{qn(f'w:{what}')}").get(qn("w:val"))
    return value


def tags(document: Document) -> list[str]:
    return [said(control, "tag") for control in controls(document)]


def _paragraph(mark: BaseOxmlElement) -> BaseOxmlElement:
    paragraph: BaseOxmlElement = next(mark.iterancestors(qn("w:p")))
    return paragraph
