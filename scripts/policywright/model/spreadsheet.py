"""A spreadsheet with answers: a head that says what each column is for, and rows of cells below it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from policywright.model.node import SourceText

Answer = str | tuple[str, ...] | datetime.date
"""Words, an option or a number as it is asked for, several options, or a date."""

Answers = Mapping[str, Answer]
"""The answers in a row, by the names of their questions; what was left empty is not there."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What was typed into a cell, without spaces around it, and its first and last character in the file.

    `start` and `end` are offsets from 0, the end exclusive, and include the quotation marks that the file may have.
    """

    text: str
    start: int
    end: int


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Spreadsheet:
    """A spreadsheet: its head, and the rows that hold anything; a row may have fewer cells than the head."""

    source: SourceText
    head: Row = ()
    rows: tuple[Row, ...] = ()
