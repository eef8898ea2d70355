"""Lines with what nobody sees: spaces at their end, and ends of two kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Edit, Location, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.node import SourceText

_SPACES = re.compile(r"(?<![ \t:-])[ \t]+(?=\r?\n|\Z)")
"""Spaces behind a colon or a dash are what an editor types before the value."""

_SPACED_ENDS = " \n", "\t\n", " \r", "\t\r"

_END = re.compile(r"\r?\n")


class UntidyLine(Check):
    """Spaces at the end of a line, lines that end in two ways, or a last line that does not end.

    Why it matters: a change of one word seems to be a change of many lines, since the next editor's program tidies
    them. Whoever approves the change cannot see the word.

    Hand-written pages are left alone, since two spaces at the end of a line break it there.

    Refused:

        # policies/schools/phones.yml
          policy: phones
        > title: Mobile telephones\N{SPACE}\N{SPACE}
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are switched off.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are switched off.
    """

    name: ClassVar[str] = "untidy-line"
    code: ClassVar[str] = "A30"
    severity: ClassVar[Severity] = Severity.NOTE
    mendable = True

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each stretch of spaces, for the odd ends of lines of a file, and for its last line."""
        unread = {lost.within.file for lost in linked.handbook.lost if lost.text == _text(linked, lost.within.file)}
        for source in linked.handbook.texts.values():
            if source.file.endswith((".yml", ".yaml")) and source.file not in unread:
                yield from cls._of_spaces(source)
                yield from cls._of_ends(source)

    @classmethod
    def _of_spaces(cls, source: SourceText) -> Iterator[Diagnostic]:
        has_any = source.text.endswith((" ", "\t")) or any(end in source.text for end in _SPACED_ENDS)
        for match in _SPACES.finditer(source.text) if has_any else ():
            place = source.locate(*match.span())
            yield cls.found("Spaces stand at the end of this line.", place, "Delete them.", mend=[Edit(place, "")])

    @classmethod
    def _of_ends(cls, source: SourceText) -> Iterator[Diagnostic]:
        odd, right = _odd_ends(source)
        if odd:
            message = f"Of the lines of this file, {len(odd)} end in another way than the others."
            mend = [Edit(place, right) for place in odd]
            yield cls.found(message, odd[0], "Save the file with one kind of line ends, LF or CRLF.", mend=mend)
        if source.text and not source.text.endswith("\n"):
            place = source.locate(len(source.text))
            yield cls.found("The last line does not end.", place, "Press Enter at its end.", mend=[Edit(place, "\n")])


def _text(linked: LinkedHandbook, file: str) -> str | None:
    source = linked.handbook.texts.get(file)
    return source.text if source else None


def _odd_ends(source: SourceText) -> tuple[list[Location], str]:
    """Return the ends of lines that are fewer in a file, and what the others are."""
    if "\r" not in source.text:
        return [], "\n"
    ends = list(_END.finditer(source.text))
    short = [end for end in ends if end[0] == "\n"]
    odd = short if 2 * len(short) < len(ends) else [end for end in ends if end[0] != "\n"]
    right = "\r\n" if odd is short else "\n"
    return [source.locate(*end.span()) for end in odd] if len(odd) < len(ends) else [], right
