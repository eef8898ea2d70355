"""The characters of a file: from bytes to text, and what nobody can see in it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from policywright.diagnostics import Diagnostic, Location
from policywright.model.node import SourceText
from policywright.source.faults.files import ControlCharacter, NotUtf8, TooLarge

LARGEST = 256 * 1024
"""How many bytes a file may have; three times what the largest that we know of has."""

LONGEST = 20_000
"""How many characters a text may have, which is thirty times the longest that we know of."""

UNBROKEN = 1000
"""How many characters may follow on one another without a blank between them, or as mere blanks."""

ENOUGH = 20
"""How many invisible characters of one file are told; a file with more is hardly text."""

INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"
    r"\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
    r"(?!(?<=\r)\n)"
)
"""Control characters, characters that turn the direction of writing, and spaces without width.

A carriage return is one unless a line feed follows.
The joiners U+200C and U+200D stay allowed, since some scripts and many emoji need them.
"""

_SAVE_AGAIN = "Open the file in your editor and save it again with the encoding UTF-8."
_BLANKS = re.compile(rf"\s{{{UNBROKEN}}}\s")
_ENDLESS = re.compile(rf"\S{{{UNBROKEN}}}\S|{_BLANKS.pattern}")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def invisible_name(character: str) -> str:
    """Return what to call an invisible character."""
    kind = "turns the direction of writing" if _TURNING.match(character) else "nobody can see"
    return f"a character that {kind} (U+{ord(character):04X})"


def decode(file: str, content: bytes) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Return the text of a file, and what is wrong with its bytes or its characters.

    A byte order mark at the start is left out. What is wrong is replaced, character by character, so that the rest
    can still be read and keeps its place; a file that is too large has no text. What nobody can have written is told
    too, since looking for anything in it would take for ever.
    """
    if len(content) > LARGEST:
        message = f"This file has more than {LARGEST // 1024} KiB, and a file may have no more."
        help_ = "Divide the document into several files, or move what is no policy out of `policies/`."
        return SourceText(file, ""), (TooLarge.found(message, Location(file), help_),)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        source = SourceText(file, INVISIBLE.sub(" ", content.decode("utf-16", errors="replace")))
        return source, (NotUtf8.found("This file is saved in UTF-16.", Location(file), _SAVE_AGAIN),)
    content = content.removeprefix(codecs.BOM_UTF8)
    source = SourceText(file, content.decode(errors="replace"))
    faults = (*_not_utf8(content, source), *_endless(source), *islice(_invisible(source), ENOUGH))
    return SourceText(file, INVISIBLE.sub(" ", source.text)) if faults else source, faults


def _not_utf8(content: bytes, source: SourceText) -> tuple[Diagnostic, ...]:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        at = len(content[: error.start].decode())
        message = f"The byte {content[error.start]:02X} here is no text in UTF-8."
        return (NotUtf8.found(message, source.locate(at, at + 1), _SAVE_AGAIN),)
    return ()


def _endless(source: SourceText) -> tuple[Diagnostic, ...]:
    may_be = _BLANKS.search(source.text) or max(map(len, source.text.splitlines()), default=0) > UNBROKEN
    found = _ENDLESS.search(source.text) if may_be else None
    if not found:
        return ()
    what = "blanks and empty lines" if found[0].isspace() else "characters without a blank between them"
    message = f"Here stand more than {UNBROKEN:,} {what}."
    place = source.locate(found.start(), found.start() + 1)
    return (TooLarge.found(message, place, "Delete what is no words; something else was probably saved here."),)


def too_long(text: str, source: SourceText, start: int) -> Diagnostic:
    """Tell of a text that is too long to be read, and begins at a place of a file."""
    message = f"This text has {len(text):,} characters; a text may have {LONGEST:,} at most."
    help_ = "Divide it among several clauses, or documents."
    return TooLarge.found(message, source.locate(start, start + 1), help_)


def _invisible(source: SourceText) -> Iterator[Diagnostic]:
    for match in INVISIBLE.finditer(source.text):
        message = f"Here stands {invisible_name(match[0])}."
        help_ = "Delete it; if you cannot find it, delete the letters on both sides too and type them again."
        yield ControlCharacter.found(message, source.locate(match.start(), match.end()), help_)
