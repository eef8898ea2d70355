"""Noting: what is written into the file of an adopter, with everything else in it left as it is, to the byte."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policywright.diagnostics import Edit
from policywright.model.adopter import Adopter, Base
from policywright.model.node import Node, SourceText
from policywright.model.walk import rebuilt
from policywright.source.read import read
from policywright.source.rewriting import Rewritten, edited

_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)*")
"""Versions, which stand without quotes."""


class CannotNote(Exception):  # noqa: N818  it is no fault of the program, but a layout that it does not master
    """A file is laid out in such a way that nothing can be put into it for certain."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is to stand in some fields of a local change, or of a policy that is taken over."""

    node: Node
    values: Mapping[str, str | Base]


def noted(adopter: Adopter, notes: Sequence[Note]) -> Rewritten:
    """Return the file of an adopter with notes in it.

    It is read again, to make sure that it says what it said, and the notes besides; raises `CannotNote` otherwise.
    """
    source = adopter.origin.source
    text = edited(source, [edit for note in notes for edit in _Layout(note.node).edits(note.values)])
    handbook, _ = read({source.file: text.encode()})
    values = {id(note.node): dict(note.values) for note in notes}
    wanted = rebuilt(adopter, lambda node: node.model_copy(update=values[id(node)]) if id(node) in values else node)
    if [one.model_dump() for one in handbook.adopters] != [wanted.model_dump()]:
        raise CannotNote(source.file)
    return Rewritten(source, text, ())


class _Layout:
    """How a node is laid out: in braces, or with each key on a line of its own, `indent` spaces from the margin."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._source: SourceText = node.origin.source
        self._text = self._source.text
        start = node.origin.span.start
        self._break = "\r\n" if "\r\n" in self._text else "\n"
        self._in_braces = self._text[start] == "{"
        self._indent = start - (self._text.rfind("\n", 0, start) + 1)

    def edits(self, values: Mapping[str, str | Base]) -> Iterator[Edit]:
        """Yield the edits that put values behind their keys: those that are there, then all others at the end."""
        there = self._node.origin.fields
        for name in values.keys() & there.keys():
            yield self._instead(name, values[name])
        new = {name: value for name, value in values.items() if name not in there}
        if new:
            yield self._at_the_end(new)

    def _instead(self, name: str, value: str | Base) -> Edit:
        spot = self._node.origin.fields[name]
        if self._in_braces or (isinstance(value, str) and _PLAIN.fullmatch(value)):
            return self._edit(spot.value.start, spot.value.end, _in_line(value))
        return self._edit(spot.key.start, self._end_of(name), self._lines(name, value).lstrip())

    def _at_the_end(self, values: Mapping[str, str | Base]) -> Edit:
        last = max(self._node.origin.fields, key=lambda name: self._node.origin.fields[name].key.start)
        if self._in_braces:
            end = self._node.origin.fields[last].value.end
            words = "".join(f", {_key(name)}: {_in_line(value)}" for name, value in values.items())
        else:
            end = self._end_of(last)
            words = "".join(f"\n{self._lines(name, value)}" for name, value in values.items())
        return self._edit(end, end, words)

    def _end_of(self, name: str) -> int:
        """Return where the last line ends that belongs to a field, whatever stands in it; blank lines do not count."""
        line_end = end = self._line_end(self._node.origin.fields[name].value.start)
        while line_end < len(self._text):
            start = line_end + len(self._break)
            line_end = self._line_end(start)
            line = self._text[start:line_end]
            if line.strip() and not self._goes_on(line):
                break
            end = line_end if line.strip() else end
        return end

    def _goes_on(self, line: str) -> bool:
        """Say whether a line belongs to the value before it; a list may stand as far to the left as its key."""
        depth = len(line) - len(line.lstrip(" "))
        return depth > self._indent or (depth == self._indent and line[depth:].startswith("- "))

    def _line_end(self, position: int) -> int:
        found = self._text.find(self._break, position)
        return len(self._text) if found < 0 else found

    def _lines(self, name: str, value: str | Base) -> str:
        """Return a key and its value in lines of their own."""
        margin = " " * self._indent
        match value:
            case Base():
                says = _block("says", value.says, f"{margin}  ")
                return f"{margin}{_key(name)}:\n{margin}  fingerprint: {_quoted(value.fingerprint)}\n{says}"
            case str() if _PLAIN.fullmatch(value):
                return f"{margin}{_key(name)}: {value}"
        return _block(_key(name), value, margin)

    def _edit(self, start: int, end: int, words: str) -> Edit:
        return Edit(self._source.locate(start, end), words.replace("\n", self._break))


def _block(key: str, text: str, margin: str) -> str:
    lines = (f"{margin}  {line}".rstrip() for line in text.split("\n"))
    return "\n".join((f"{margin}{key}: |", *lines))


def _in_line(value: str | Base) -> str:
    match value:
        case Base():
            return f"{{fingerprint: {_quoted(value.fingerprint)}, says: {_quoted(value.says)}}}"
        case str() if _PLAIN.fullmatch(value):
            return value
    return _quoted(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _key(name: str) -> str:
    return name.replace("_", "-")
