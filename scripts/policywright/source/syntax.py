"""What YAML's own complaints mean, in plain words."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

import yaml

from policywright.diagnostics import Location
from policywright.model.node import SourceText


@dataclass(frozen=True, slots=True)
class _Complaint:
    """Where the parser complains: the offsets where it stopped, and where what it was reading began."""

    source: SourceText
    at: int
    began: int

    @property
    def line(self) -> str:
        return self.before + self.source.text[self.at :].partition("\n")[0]

    @property
    def before(self) -> str:
        """The characters of the line before the place."""
        return self.source.text[self.source.text.rfind("\n", 0, self.at) + 1 : self.at]

    @property
    def line_above(self) -> str:
        """The last line above that says anything."""
        lines = self.source.text[: self.at - len(self.before)].splitlines()
        return next((line for line in reversed(lines) if line.strip() and not line.lstrip().startswith("#")), "")

    @property
    def above_at(self) -> int:
        """Where the line just above begins."""
        return self.source.text.rfind("\n", 0, max(self.at - len(self.before) - 1, 0)) + 1


def plain_words(error: yaml.MarkedYAMLError, source: SourceText) -> tuple[Location, str, str]:
    """Return where YAML stopped, why, and how to mend it."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(source.text))
    began = error.context_mark.index if error.context_mark else at
    words = f"{error.context} {error.problem}"
    explain = next(explain for part, explain in _CAUSES if part in words)
    complaint = _Complaint(source, at, began)
    offset, message, help_ = _lookalike(complaint) or explain(complaint)
    return source.locate(offset, min(offset + 1, len(source.text))), message, help_


_Told = tuple[int, str, str]

_LOOKALIKES = (
    (
        r"^(<{7} |={7}$|>{7} )",
        "Git marks here that these lines were changed in two ways at once.",
        "Keep one of the two versions, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
    ),
    (
        r"^[ -]*(?:[\w-]+:)? *([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])",
        "What looks like a space here is another character.",
        "Delete it and type a space; such characters come along when words are pasted.",
    ),
    (
        r"^ *([\u2010-\u2015\u2212\u2022\u00b7\u25aa\u25cf])\s",
        "`{}` begins no entry of a list.",
        "Write a hyphen and a space instead: `- `.",
    ),
    (r"^ *(-)[a-z][\w-]*:(?:\s|$)", "No space stands behind this dash.", "Write a space behind it: `- `."),
)
"""What pasted words, or a slip, put in the place of YAML's own signs: what it looks like, the message and the help."""


def _lookalike(complaint: _Complaint) -> _Told | None:
    """Return the character that only looks like a sign of YAML, in the line or in the one above."""
    start = complaint.above_at
    lines = complaint.source.text[start : complaint.at + len(complaint.line) - len(complaint.before)]
    for looks, message, help_ in _LOOKALIKES:
        if found := re.search(looks, lines, re.MULTILINE):
            return start + found.start(1), message.format(found[1]), help_
    return None


def _tab(complaint: _Complaint) -> _Told:
    return complaint.at, "A tab stands here, where only spaces may.", "Indent with spaces, two for each level."


def _bad_start(complaint: _Complaint) -> _Told:
    character = complaint.source.text[complaint.at : complaint.at + 1]
    if character == "\t":
        return _tab(complaint)
    named = "a backtick" if character == "`" else f"`{character}`"
    message = f"A text cannot begin with {named} unless it is in quotes."
    return complaint.at, message, "Put the whole text in double quotes."


def _stray_colon(complaint: _Complaint) -> _Told:
    if re.match(r"\s*(- +)*[^\s:#][^:#]*:\s+\S", complaint.before):
        message = "The colon here ends the words before it, as if they were a key."
        return complaint.at, message, "Put the whole text in double quotes, or write it on the next line below `|`."
    above = complaint.line_above
    if re.match(r"\s*(- +)*[\w-]+:\S", above):
        return complaint.at, "The line above has no space after its colon.", "Write a space after the colon."
    if above and not re.search(r":(\s|$)", above):
        return complaint.at, "The line above has no colon, so it is no key.", "Write a key, a colon and a space."
    return _indented(complaint)


def _indented(complaint: _Complaint) -> _Told:
    offset = complaint.at - len(complaint.before) + len(complaint.line) - len(complaint.line.lstrip())
    message = "This line is not indented like the lines that it belongs to."
    return offset, message, "Let the keys of one thing begin in the same column; indent with spaces only."


def _unclosed_quote(complaint: _Complaint) -> _Told:
    quote = complaint.source.text[complaint.began : complaint.began + 1]
    message = f"The quote `{quote}` that opens here is never closed."
    return complaint.began, message, f"Write `{quote}` at the end of the text."


def _unclosed_bracket(complaint: _Complaint) -> _Told:
    opened = complaint.source.text[complaint.began : complaint.began + 1]
    closing = {"[": "]", "{": "}"}.get(opened, opened)
    if opened * 2 in complaint.source.text[max(complaint.began - 1, 0) : complaint.began + 2]:
        message = f"A text cannot begin with `{opened}{opened}` unless it is in quotes."
        return complaint.began, message, "Put the whole text in double quotes, or write it on the next line below `|`."
    if complaint.source.text.startswith("#", complaint.began + 1):
        return _remark(complaint.began)
    message = f"The bracket `{opened}` that opens here is not closed by `{closing}`, or a comma is missing."
    return complaint.began, message, f"Write `{closing}` at the end; put words that hold brackets or colons in quotes."


def _remark(bracket: int) -> _Told:
    message = "The `#` behind this bracket makes a remark of the rest of the line."
    return bracket, message, "Put the whole text, or the entry that begins with `#`, in double quotes."


def _nothing_between(complaint: _Complaint) -> _Told:
    sign = complaint.source.text[complaint.at : complaint.at + 1]
    if sign == ",":
        return complaint.at, "Nothing stands before this comma.", "Delete it, or write what is missing."
    help_ = "Write the closing bracket; put words that begin with a bracket in double quotes."
    cut = complaint.source.text.rfind("[#", 0, complaint.at)
    if cut >= 0:
        return _remark(cut)
    return complaint.at, "A bracket that opens before this place is not closed.", help_


def _ended_early(complaint: _Complaint) -> _Told:
    message = "More follows here, although a line above ends the file."
    return complaint.at, message, "Delete the line `...` above."


def _unexpected(complaint: _Complaint) -> _Told:
    before = complaint.before.rstrip()
    if before.endswith(("'", '"')):
        opened = _swallowing_quote(complaint)
        if opened is not None:
            return _unclosed_quote(_Complaint(complaint.source, complaint.at, opened))
        message = "Words stand behind the closing quote."
        help_ = "Let the quotes hold the whole text; write a quote within single quotes twice: `''`."
        return complaint.at, message, help_
    if before.endswith(("]", "}")):
        message = "Words stand behind the closing bracket."
        return complaint.at, message, "Put a text that begins with a bracket in double quotes."
    return _indented(complaint)


def _swallowing_quote(complaint: _Complaint) -> int | None:
    """Return where the quoted text before the place opens, if it runs over lines that were to be keys of their own."""
    end = len(complaint.source.text[: complaint.at].rstrip())
    # The scanner may stumble where the text is cut, and then knows as little as we do.
    with suppress(yaml.YAMLError):
        for token in yaml.scan(complaint.source.text[:end], Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.end_mark.index == end:
                start = token.start_mark.index
                return start if _KEY_LINE.search(complaint.source.text, start, end) else None
    return None


_KEY_LINE = re.compile(r"\n *(?:- +)?[a-z][\w-]*:(?=\s)")


def _no_dash(complaint: _Complaint) -> _Told:
    message = "This line does not begin with a dash, as the entries of the list above it do."
    return complaint.at, message, "Begin it with `- `, or indent it as far as the key that it belongs to."


def _escape(complaint: _Complaint) -> _Told:
    message = "A backslash in double quotes makes a sign of the letter behind it; this one makes none."
    return complaint.at, message, "Write `\\\\` for a backslash, or put the text in single quotes."


def _block_header(complaint: _Complaint) -> _Told:
    sign = complaint.source.text[complaint.began : complaint.began + 1]
    message = f"Words stand on the same line as `{sign}`."
    help_ = f"Write them on the next line, indented; put a text that begins with `{sign}` in quotes."
    return complaint.at, message, help_


def _no_colon(complaint: _Complaint) -> _Told:
    if re.match(r"[\w-]+:(?!//)\S", complaint.source.text[complaint.began :]):
        return complaint.began, "This line has no space after its colon.", "Write a space after the colon."
    if re.search(r"[|>][-+0-9]*\s*\Z", complaint.source.text[: complaint.began]):
        return complaint.began, "The text of the line above is not indented.", "Indent it further than its key."
    message = "This line has no colon, so it is no key; and it is no part of the text above."
    return complaint.began, message, "Write a key, a colon and a space; or indent the line as far as the text above."


def _dash_behind_key(complaint: _Complaint) -> _Told:
    message = "A list begins on the same line as its key."
    return complaint.at, message, "Write the dash on the next line; put a text that begins with a dash in quotes."


def _bad_name(complaint: _Complaint) -> _Told:
    sign = complaint.source.text[complaint.began : complaint.began + 1]
    return complaint.began, f"A text cannot begin with `{sign}` unless it is in quotes.", "Put it in double quotes."


_CAUSES = (
    ("tab character", _tab),
    ("cannot start any token", _bad_start),
    ("mapping values are not allowed", _stray_colon),
    ("mapping keys are not allowed", _bad_start),
    ("found unexpected ':'", _stray_colon),
    ("unexpected end of stream", _unclosed_quote),
    ("unexpected document indicator", _unclosed_quote),
    ("quoted scalar", _escape),
    ("parsing a flow node", _nothing_between),
    ("parsing a flow", _unclosed_bracket),
    ("parsing a block node", _bad_start),
    ("document start", _ended_early),
    ("did not find expected '-' indicator", _no_dash),
    ("block scalar", _block_header),
    ("could not find expected ':'", _no_colon),
    ("block sequence entries are not allowed", _dash_behind_key),
    ("did not find expected key", _unexpected),
    ("", _bad_name),
)
"""A part of YAML's complaint, and what explains it; the first that fits is taken.

What is left are aliases, tags and directives that are none, since somebody began a text with `*`, `&`, `!` or `%`.
"""
