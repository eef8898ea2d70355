from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policywright.source.characters import INVISIBLE
from policywright.source.spreadsheet import read

WELSH_AND_POLISH = [["name", "Where?"], ["Siân Ŵyn", "Tŷ, Żółć"]]
TEXT = 'name,Where?\r\nSiân Ŵyn,"Tŷ, Żółć"\r\n'


def cells(content: bytes) -> list[list[str]]:
    """Return what stands in a spreadsheet that must have no fault."""
    spreadsheet, faults = read("people.csv", content)
    assert faults == ()
    return [[cell.text for cell in row] for row in (spreadsheet.head, *spreadsheet.rows)]


def faults(content: bytes) -> list[tuple[str, str]]:
    return [(fault.name, str(fault.location)) for fault in read("people.csv", content)[1]]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace(",", "\t", 1).replace(',"', '\t"').encode("utf-16"),
        TEXT.replace(",", ";", 1).replace(',"', ';"').encode(),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
    ],
)
def test_a_spreadsheet_is_read_as_whatever_program_saved_it(content: bytes) -> None:
    assert cells(content) == WELSH_AND_POLISH


def test_what_is_no_utf_8_is_read_as_windows_1252() -> None:
    curly = "Zoë\u2019s \u2013 £5"
    assert cells(f"name;town\r\nSiân;{curly}\r\n".encode("cp1252")) == [["name", "town"], ["Siân", curly]]


def test_a_cell_in_quotation_marks_may_hold_line_breaks_separators_and_quotation_marks() -> None:
    content = b'name,address\n"Child ""01""","1 High Street,\r\nExampleton"\n'
    assert cells(content) == [["name", "address"], ['Child "01"', "1 High Street,\nExampleton"]]


def test_empty_rows_are_left_out_and_short_rows_are_kept() -> None:
    assert cells(b"a,b,c\n\n,,\nx\n , \ny,z\n") == [["a", "b", "c"], ["x"], ["y", "z"]]


def test_characters_that_nobody_can_see_become_spaces() -> None:
    assert cells("name\nChild\u200e\x07 01\n".encode()) == [["name"], ["Child 01"]]


def test_each_cell_knows_where_it_stands() -> None:
    spreadsheet, _ = read("people.csv", b'name,where\nx,"a\nb"\ny,"c"\n')
    places = [str(spreadsheet.source.locate(cell.start, cell.end)) for row in spreadsheet.rows for cell in row]
    assert places == ["people.csv:2:1", "people.csv:2:3", "people.csv:4:1", "people.csv:4:3"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b",,\n", b"name,where\n", b"name\n\n"])
def test_a_spreadsheet_without_answers_is_refused(content: bytes) -> None:
    assert faults(content) == [("empty-spreadsheet", "people.csv:1:1")]


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0rest", b"a,b\n\0,c\n", b"x" * 1_050_000])
def test_what_is_no_csv_file_is_refused(content: bytes) -> None:
    assert faults(content) == [("unreadable-spreadsheet", "people.csv:1:1")]


def test_a_row_with_too_many_cells_is_refused_where_they_begin() -> None:
    assert faults(b"a,b\n1,2,3,4\n1,2,,\n") == [("too-many-cells", "people.csv:2:5")]


def test_a_quotation_mark_that_is_never_closed_is_refused() -> None:
    assert faults(b'a,b\n1,"2\n3,4\n') == [("open-quotation", "people.csv:2:3")]


words = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=9).filter(
    lambda text: not INVISIBLE.search(text)
)


@given(st.lists(st.lists(words, min_size=2, max_size=2), min_size=1), st.sampled_from(",;\t"))
def test_what_a_program_writes_is_what_is_read(rows: list[list[str]], separator: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows([["a", "b"], *rows])
    spreadsheet, _ = read("people.csv", text.getvalue().encode())
    wanted = [["\n".join(" ".join(line.split()) for line in cell.strip().split("\n")) for cell in row] for row in rows]
    assert [[cell.text for cell in row] for row in spreadsheet.rows] == [row for row in wanted if any(row)]
