"""Diagnostics for people: what is wrong, the line with a caret under the fault, and how to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from policywright.diagnostics import Diagnostic, Location
from policywright.report.findings import Findings

LONGEST_EXCERPT = 160
"""Columns of a line that are shown at most."""


def text(findings: Findings) -> str:
    """Return the report, ending in a sentence that counts what was found."""
    blocks = ["\n".join(_block(diagnostic, findings)) for diagnostic in findings.diagnostics]
    return "\n\n".join([*blocks, findings.summary()])


def _block(diagnostic: Diagnostic, findings: Findings) -> Iterator[str]:
    where = _printable(str(diagnostic.location))
    yield f"{where}: {diagnostic.severity}: {_printable(diagnostic.message)} [{diagnostic.name}]"
    yield from _excerpt(diagnostic.location, findings)
    for related in diagnostic.related:
        yield f"  {_printable(str(related.location))}: {_printable(related.message)}"
    if diagnostic.help:
        first, *others = map(_printable, diagnostic.help.split("\n"))
        yield f"  Mend it: {first}"
        yield from others


def _excerpt(location: Location, findings: Findings) -> Iterator[str]:
    """Yield the line and the carets below it, as far as the file has that line."""
    source = findings.texts.get(location.file)
    line = source.line(location.line).expandtabs(1) if source else ""
    if not line.strip():
        return
    start = location.column - 1
    cut = max(0, start - LONGEST_EXCERPT // 2)
    shown = line[cut : cut + LONGEST_EXCERPT]
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    length = max(1, min(_width(line[start:end]), LONGEST_EXCERPT - (start - cut)))
    gutter = f"{location.line:>5} | "
    yield f"{gutter}{_printable(shown)}"
    yield " " * (len(gutter) + _width(line[cut:start])) + "^" * length


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _printable(line: str) -> str:
    """Replace what would not show or would command the terminal."""
    if line.isprintable():
        return line
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in line)
