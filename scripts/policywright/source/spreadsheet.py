"""Reading a spreadsheet that was saved as CSV, in whatever way Excel and its kin do that."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

from policywright.diagnostics import Diagnostic, Location, Rule
from policywright.model.node import SourceText
from policywright.model.spreadsheet import Cell, Row, Spreadsheet
from policywright.source.characters import INVISIBLE

LARGEST = 1024 * 1024
"""How many bytes a spreadsheet may have, which is tens of thousands of answers."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BEGINNING_OF_A_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SEPARATORS = ",;\t"
# The csv module does not tell where a cell stands, which is what a person needs who has to mend it.
_CELLS = {
    separator: re.compile(
        rf"""(?P<cell>"(?:[^"]|"")*+(?P<closed>"|\Z)[^{separator}\n]*|[^{separator}\n]*)(?P<end>[{separator}\n]|\Z)"""
    )
    for separator in _SEPARATORS
}


class UnreadableSpreadsheet(Rule):
    """A spreadsheet is no CSV file, or is too large.

    Mend it by opening it in the spreadsheet program and saving it as "CSV UTF-8".
    """

    name = "unreadable-spreadsheet"
    code = "S01"


class EmptySpreadsheet(Rule):
    """A spreadsheet has no row of answers.

    Mend it by writing what each column is for into the first row, and the answers into the rows below it.
    """

    name = "empty-spreadsheet"
    code = "S02"


class OpenQuotation(Rule):
    """A cell of a spreadsheet begins with a quotation mark that nothing closes, and so runs on to the end of the file.

    Mend it by saving the file anew from the spreadsheet program, which writes quotation marks in pairs.
    """

    name = "open-quotation"
    code = "S03"


class TooManyCells(Rule):
    """A row of a spreadsheet has more cells than the head has columns.

    Why it matters: nearly always an answer holds a comma and no quotation marks, so that all after it stand in the
    wrong column.
    """

    name = "too-many-cells"
    code = "S04"


FAULTS: tuple[type[Rule], ...] = (UnreadableSpreadsheet, EmptySpreadsheet, OpenQuotation, TooManyCells)
"""Every fault that reading a spreadsheet can find."""


def read(file: str, content: bytes) -> tuple[Spreadsheet, tuple[Diagnostic, ...]]:
    """Return the spreadsheet in a CSV file, and what is wrong with it.

    It may be in UTF-8, UTF-16 or Windows-1252, with commas, semicolons or tabs between its cells. Empty rows are left
    out, and characters that nobody can see become spaces.
    """
    if content.startswith(_BEGINNING_OF_A_WORKBOOK):
        return _unreadable(file, "This is a workbook, not a CSV file.")
    if len(content) > LARGEST:
        return _unreadable(file, f"This file has more than {LARGEST // 1024} KiB, and may have no more.")
    if b"\0" in content and not content.startswith(_UTF_16):
        return _unreadable(file, "This is no text.")
    source = SourceText(file, INVISIBLE.sub(" ", _decoded(content).replace("\r\n", "\n").replace("\r", "\n")))
    head, *rows = [row for row in _rows(source.text) if any(cell.text for cell in row)] or [()]
    return Spreadsheet(source, head, tuple(rows)), tuple(_faults(source, head, rows))


def _unreadable(file: str, message: str) -> tuple[Spreadsheet, tuple[Diagnostic, ...]]:
    help_ = "Open it in the spreadsheet program and save it as “CSV UTF-8”."
    return Spreadsheet(SourceText(file, "")), (UnreadableSpreadsheet.found(message, Location(file), help_),)


def _decoded(content: bytes) -> str:
    """Return the text of a file. What is no UTF-8 comes from an older Excel, which knows nothing but Windows-1252."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(text: str) -> Iterator[Row]:
    cells: list[Cell] = []
    for match in _matches(text):
        cells.append(Cell(_typed(match["cell"]), match.start("cell"), match.end("cell")))
        if match["end"] in ("\n", ""):
            yield tuple(cells)
            cells = []


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the cells of a file with what ends each."""
    pattern, at = _CELLS[_separator(text)], 0
    while at < len(text) and (match := pattern.match(text, at)):
        yield match
        at = match.end()


def _separator(text: str) -> str:
    """Return what stands between cells: what the first line has most of, outside of quotation marks."""
    first = re.sub(r'"[^"]*"', "", text.lstrip()).partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _typed(cell: str) -> str:
    """Return what was typed into a cell, from what the file says of it."""
    if cell.startswith('"'):
        inner = cell[1:].rstrip()
        cell = inner.removesuffix('"').replace('""', '"')
    return "\n".join(" ".join(line.split()) for line in cell.strip().split("\n"))


def _faults(source: SourceText, head: Row, rows: Sequence[Row]) -> Iterator[Diagnostic]:
    if not rows:
        message = "No row below the head has an answer." if head else "This file is empty."
        help_ = "Write what each column is for into the first row, and the answers for each copy into a row below it."
        yield EmptySpreadsheet.found(message, Location(source.file), help_)
    for match in _matches(source.text):
        if match["cell"].startswith('"') and not match["closed"]:
            message = "The quotation mark here is never closed, so that the cell runs on to the end of the file."
            help_ = "Save the file anew from the spreadsheet program, or close the quotation mark."
            yield OpenQuotation.found(message, source.locate(match.start("cell"), match.start("cell") + 1), help_)
    for row in rows:
        if any(cell.text for cell in row[len(head) :]):
            message = f"This row has {len(row)} cells, and the head has {len(head)} columns."
            help_ = "Put an answer that holds a comma or a semicolon into quotation marks, or name the further columns."
            yield TooManyCells.found(message, source.locate(row[len(head)].start, row[-1].end), help_)
