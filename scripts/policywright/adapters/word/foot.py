"""The foot of each page of a Word document: what it is, in which version, and which page of how many."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.xmlchemy import BaseOxmlElement

from policywright.adapters.word.controls import made, run
from policywright.adapters.word.master import text_width
from policywright.render.page import WordDocument


def write(file: Document, document: WordDocument) -> None:
    """Write the head and the foot of every page."""
    section = file.sections[0]
    section.header.paragraphs[0].text = document.publisher
    paragraph = section.footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(text_width(document.paper), WD_TAB_ALIGNMENT.RIGHT)
    first, *more = document.foot.split("\n")
    paragraph.add_run(f"{first}\tPage ")
    paragraph._p.extend([*_field("PAGE"), run(" of "), *_field("NUMPAGES")])  # noqa: SLF001  it offers no fields
    paragraph.add_run("".join(f"\n{line}" for line in more))


def _field(name: str) -> list[BaseOxmlElement]:
    """Return the runs of a number that Word works out."""
    instruction = made("instrText")
    instruction.text = f" {name} "
    mark = [made("r", made("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")]
    return [mark[0], made("r", instruction), mark[1], run("1"), mark[2]]
