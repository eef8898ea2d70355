"""Content controls: the places of a Word document that are filled in.

Each has a tag, by which programs find it, and a title, which screen readers speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
INSTRUCTION = "Instruction"
"""The style of words to whoever fills in the document, which go once they are followed."""

PLACEHOLDER = "PlaceholderText"
"""The style of words that stand in a control until it is filled in."""

WRITING_LINE = "WritingLine"
"""The style of the lines that stand there to write on by hand."""

_NAMES = {"w": nsmap["w"]}
_W = f"{{{nsmap['w']}}}"

LONGEST = 64
"""The characters that Word takes in a tag or a title; a file that has more it calls damaged."""

_EMPTY_BOX, _TICKED_BOX = "☐", "☒"
_BOX_FONT = "MS Gothic"
_CHECKBOX = f"""\
<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="0"/>\
<w14:checkedState w14:val="{ord(_TICKED_BOX):04X}" w14:font="{_BOX_FONT}"/>\
<w14:uncheckedState w14:val="{ord(_EMPTY_BOX):04X}" w14:font="{_BOX_FONT}"/></w14:checkbox>"""


def made(name: str, *children: BaseOxmlElement, **values: str) -> BaseOxmlElement:
    """Return an element of a Word document, such as `made("tag", val="child-name")`."""
    attributes = {f"{_W}{key}": value for key, value in values.items()}
    element: BaseOxmlElement = oxml_parser.makeelement(f"{_W}{name}", attributes, nsmap=_NAMES)
    element.extend(children)
    return element


def run(words: str, style: str = "") -> BaseOxmlElement:
    """Return a run of words, which keeps their lines; a character style may be named."""
    element = made("r", *([made("rPr", made("rStyle", val=style))] if style else []))
    for number, line in enumerate(words.split("\n")):
        element.extend([made("br")] if number else [])
        element.extend(_pieces(line))
    return element


def text_control(tag: str, title: str, placeholder: str, *, lines: bool) -> BaseOxmlElement:
    """Return a control for words; `lines` says whether they may have several.

    LibreOffice shows several lines amiss in a control for plain text, so they get one for any text.
    """
    kind = [] if lines else [made("text")]
    return _control(
        tag,
        title,
        made("showingPlcHdr"),
        *kind,
        content=[run(placeholder, PLACEHOLDER if placeholder.strip() else WRITING_LINE)],
    )


def choice_control(tag: str, title: str, placeholder: str, choices: Sequence[str]) -> BaseOxmlElement:
    """Return a control that offers a list of words to choose from."""
    kind = made("dropDownList", *(made("listItem", displayText=choice, value=choice) for choice in choices))
    return _control(tag, title, made("showingPlcHdr"), kind, content=[run(placeholder, PLACEHOLDER)])


def box_control(tag: str, title: str) -> BaseOxmlElement:
    """Return a box to tick; its words stand beside it, in the same paragraph."""
    box = run(_EMPTY_BOX)
    fonts = made("rFonts", ascii=_BOX_FONT, eastAsia=_BOX_FONT, hAnsi=_BOX_FONT, hint="eastAsia")
    box.insert(0, made("rPr", fonts))
    return _control(tag, title, parse_xml(_CHECKBOX), content=[box])


def block_control(tag: str, title: str, blocks: Sequence[BaseOxmlElement]) -> BaseOxmlElement:
    """Return a control around paragraphs and tables, which stand only under some condition."""
    return _control(tag, title, content=blocks)


def tag_of(name: str) -> str:
    """Return the tag of a control: its name, of which the end tells the most if it is too long."""
    return name[-LONGEST:]


def text_beside(box: BaseOxmlElement) -> str:
    """Return the words that stand beside a box to tick."""
    paragraph = next(box.iterancestors(qn("w:p")))
    within = set(box.iter(qn("w:t")))
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")) if text not in within).strip()


def _control(tag: str, title: str, *settings: BaseOxmlElement, content: Sequence[BaseOxmlElement]) -> BaseOxmlElement:
    names = made("alias", val=shorten(title, LONGEST, placeholder="…")), made("tag", val=tag_of(tag))
    return made("sdt", made("sdtPr", *names, *settings), made("sdtContent", *content))


def _pieces(line: str) -> list[BaseOxmlElement]:
    """Return the words of a line and the tabs between them."""
    pieces: list[BaseOxmlElement] = []
    for number, words in enumerate(line.split("\t")):
        pieces += [made("tab")] if number else []
        pieces += [_text(words)] if words else []
    return pieces


def _text(words: str) -> BaseOxmlElement:
    element = made("t")
    element.text = words
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element
