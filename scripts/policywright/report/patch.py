"""What mending changes, line by line, as a patch that git can apply too."""

from __future__ import annotations

from difflib import unified_diff


def patch(file: str, before: str, after: str) -> str:
    """Return the lines that differ between two texts of a file, with three lines around them, in the unified format."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{file}", f"b/{file}")
    return "".join(_told(line) for line in lines)


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends; only line feeds end them."""
    pieces = text.split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def _told(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
