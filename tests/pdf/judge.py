"""Judges every PDF that a handbook publishes, after it was built:

    make judge

veraPDF, by PDF/UA-1; qpdf, whether the file is sound; Poppler, whether it says what the HTML says, word for word in the
order of reading, whether its clauses follow one another on its pages as they do in the policy, and whether any mark is
left that something else should have taken the place of; MuPDF, whether words are printed over one another. It prints
what is wrong, and nothing where all is well.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile, zip_longest
from pathlib import Path
from typing import Any
from unicodedata import category

import click
import pikepdf
import pymupdf
from tests.pdf.reading import page_numbers, spoken, written
from tests.pdf.verapdf import failures
from weasyprint import HTML

from policywright import pipeline
from policywright.adapters import mkdocs, surroundings
from policywright.adapters.built import PDFS
from policywright.adapters.printable import printable
from policywright.render.page import PrintDocument

_MARKS = re.compile(r"\[\[|\]\]|\{\{|\}\}|\?\?|\bpages? 0+\b|(?:\s|\N{EN DASH})0+$", re.MULTILINE)
"""What stands for something until it is known: a reference, a variable, a page."""

_EDGE = 22
"""How far the tabs of parts reach into a page, in points."""

_ONE_LINE = 3
_SIDE_BY_SIDE = 1
"""How far apart, in points, the feet of words stand that are not on one line, and how far these may share one."""

_AROUND = 30
_FIRST_WORDS = 3


@click.command(help=__doc__)
@click.argument("handbook", type=click.Path(path_type=Path), default=".")
def main(handbook: Path) -> None:
    """Judge the PDFs of the handbook in a folder."""
    examined = pipeline.examine(handbook, surroundings.circumstances(handbook))
    documents = pipeline.print_documents(examined, address=mkdocs.address(handbook))
    found = [*judged(documents, handbook / "site" / PDFS)]
    click.echo("\n".join(found), nl=bool(found))
    sys.exit(bool(found))


def judged(documents: Sequence[PrintDocument], folder: Path) -> Iterator[str]:
    """Yield what is wrong with the PDFs in a folder that documents were printed to, each with its file's name."""
    there = {file.stem: file for file in sorted(folder.glob("*.pdf"))}
    for name in sorted({document.name for document in documents} ^ there.keys()):
        yield f"{name}.pdf: {'nothing is printed under this name' if name in there else 'it is missing'}"
    for document in documents:
        if document.name in there:
            yield from (f"{document.name}.pdf: {wrong}" for wrong in faults(document, there[document.name]))
    for file, broken in failures(there.values()).items():
        yield from (f"{file.name}: {rule.clause}-{rule.number}, {rule.count} times: {rule.wrong}" for rule in broken)


def faults(document: PrintDocument, file: Path) -> Iterator[str]:
    """Yield what is wrong with the PDF of a document, but for what veraPDF has against it."""
    with pikepdf.open(file) as pdf:
        yield from pdf.check_pdf_syntax()
        expected = written(document.html, page_numbers(pdf))
        within = _within_edges(pdf)
    for mark in left_over(drawn(file)):
        yield f"a mark is left over: {mark}"
    if difference := first_difference(spoken(file), expected):
        yield "it is read as “{}” where the HTML has “{}”".format(*difference)
    for page, above, below in overprinted(file):
        yield f"on page {page} “{above}” and “{below}” are printed over one another"
    for clause in out_of_order(beginnings(document.html), drawn(file, *within)):
        yield f"no line after those of the clauses before begins “{clause}”"


def drawn(file: Path, *options: str) -> str:
    """Return the text of a PDF line by line, as somebody reads it who looks at its pages."""
    return subprocess.run(
        ["pdftotext", "-layout", "-nodiag", *options, file, "-"], check=True, capture_output=True, text=True
    ).stdout


def _within_edges(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return what has Poppler leave out the edges, since the tabs of parts there tear lines of text apart."""
    width, height = (int(length) for length in pdf.pages[0].MediaBox[2:])
    return "-x", str(_EDGE), "-y", "0", "-W", str(width - 2 * _EDGE), "-H", str(height)


def left_over(text: str) -> Iterator[str]:
    """Yield each mark in a text whose place something else should have taken, with what stands around it."""
    for mark in _MARKS.finditer(text):
        yield " ".join(text[max(0, mark.start() - _AROUND) : mark.end() + _AROUND].split())


def overprinted(file: Path) -> Iterator[tuple[int, str, str]]:
    """Yield which words of a PDF are printed over one another, with their page, but for those that are turned."""
    with pymupdf.open(file) as pdf:
        for page in pdf:
            words = sorted(_upright(page), key=lambda word: word["origin"][1])
            yield from ((page.number + 1, one["text"], other["text"]) for one, other in _on_one_place(words))


def _upright(page: pymupdf.Page) -> Iterator[dict[str, Any]]:
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            if line["dir"] == (1, 0):
                yield from (words for words in line["spans"] if words["text"].strip())


def _on_one_place(words: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield pairs of words, of which those further up the page come first, that share a stretch of a line."""
    for place, one in enumerate(words, start=1):
        level = takewhile(partial(_level, one), words[place:])
        yield from ((one, other) for other in level if _shared(one["bbox"], other["bbox"]) > _SIDE_BY_SIDE)


def _level(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(other["origin"][1] - one["origin"][1] < _ONE_LINE)


def _shared(one: Sequence[float], other: Sequence[float]) -> float:
    return min(one[2], other[2]) - max(one[0], other[0])


def first_difference(text: str, other: str) -> tuple[str, str] | None:
    """Return what two texts have where they first differ, with some letters before."""
    for place, (letter, another) in enumerate(zip_longest(text, other)):
        if letter != another:
            begin, end = max(0, place - _AROUND), place + _AROUND
            return text[begin:end], other[begin:end]
    return None


def beginnings(html: str) -> list[str]:
    """Return the number of each clause in the HTML of a document, with the first words of its text."""
    divisions = HTML(string=printable(html)).etree_element.iterfind(".//div[@class]")
    clauses = (division.find(".//p") for division in divisions if division.get("class").split()[0] == "clause")
    return [" ".join(_seen("".join(_begun(clause))).split()[: 1 + _FIRST_WORDS]) for clause in clauses]


def _seen(text: str) -> str:
    """Return a text without what only steers it, such as a word joiner."""
    return "".join(letter for letter in text if category(letter) != "Cf")


def _begun(paragraph: Any) -> Iterator[str]:  # noqa: ANN401  an element of the HTML, as ElementTree has it
    """Yield the words of a paragraph and what stands before its line, but for what stands after it, in the margin."""
    yield paragraph.text or ""
    for element in paragraph:
        if element.get("class", "").split()[:1] != ["duty"]:
            yield from _begun(element)
        yield element.tail or ""


def out_of_order(clauses: Sequence[str], text: str) -> Iterator[str]:
    """Yield the beginnings of clauses that begin no line of a text after that with which the one before begins."""
    lines = iter([" ".join(line.split()) for line in text.splitlines()])
    for clause in clauses:
        if not any(line.startswith(clause) for line in lines):
            yield clause
            return


if __name__ == "__main__":
    main()
