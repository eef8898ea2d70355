"""Mutations of a handbook: its files changed where their structure is, in their characters and in their bytes."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import dedent, indent

from hypothesis import strategies as st

from policywright.model.node import SourceText, Span
from policywright.model.shape import every_key
from policywright.source.tree import Keyed, Listing, Tree, compose

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Mutated:
    """The files of a handbook of which some were changed, the names of these, and in how many places they were."""

    files: Files
    changed: tuple[str, ...]
    places: int


@dataclass(frozen=True)
class Edit:
    """A stretch of a text, and what is written in its place."""

    span: Span
    words: str


SETTINGS = "mkdocs.yml"
"""The file with what MkDocs is told, beside the policies."""

_LONG = 400
BIDI = "\u202e\u2066\u200f\u061c"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e"
ODD_CHARACTERS = (
    *BIDI,
    *UNSEEN,
    "\u0301" * 40,
    "e\u0301\u0323",
    "\x00",
    "\x1b[2J",
    "\x07",
    "\x7f",
    "\x85",
    "\u2028",
    "\ufffd",
    "\uffff",
    "\U000f0000",
    "\U000f0001\U000f0002",
    "\U0010ffff",
    "\ue000",
    "\xa0",
    "\u3000",
    "🏴\U000e0067\U000e0062",
    "👩\u200d👩\u200d👧",
    "ﷺ",
    "İ",
    "ǅ",
    "ß",
    "ﬁ",
    "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT FOUR}",
    "٣",
    "Ⅷ",
    "שלום",
)
"""Characters that turn the direction, that nobody sees, that combine, or that mean something to a program."""

SIGNS = (
    *("[", "]", "{", "}", ": ", "- ", "'", '"', "#", " # ", "|\n", ">-\n", "\t", "\n", "\n\n", "\r", "? ", "---\n"),
    *("...\n", ",", "&a ", "*a", "!!python/object ", "!a ", "%YAML 9\n", "<<: ", "`", "@", "\\", "~", "=", "%"),
    *("[[", "]]", "[[#", "[[role:", "|", "{{", "}}", "[^", "**", "__", "](", "![", "<b>", "&lt;", "&#0;", "--", "…"),
)
"""What means something in YAML or in prose."""

NUMBERS = (
    *("0", "-1", "00", "1e9", "1e400", "9" * 30, "9" * 5000, "0x7f", ".inf", ".nan", "1_000", "1:30:59", "٣", "²"),
    *("0000-00-00", "9999-12-31", "10000-01-01", "2026-02-30", "0001-01-01", "2026-11-21T00:00:00Z"),
)
WORDS = (
    *("", "~", "null", "yes", "no", "on", "[]", "{}", "''", '""', "|", "a", "A", " ", "…", "id", "type", "model"),
    *("[[everything]]", "[[#]]", "[[everything#]]", "[[everything#decline|x]]", "[[role:]]", "[[a/b#c]]", "{{}}"),
    *("{{school-name}}", "{{{{school-name}}}}", "[a](javascript:alert(1))", "[^x]", "everything#decline", "#decline"),
    *("everything", "may-i-post", "consent", "headteacher", "schools", "con", "nul", "..", "../..", "/", "index"),
    *("must", "must-not", "Staff must must not.", "word " * 3000, "x" * 20_000, "A. " * 2000, "[" * 300, "*a" * 2000),
)
"""Values that are wrong in most places, and right in some."""

ODD_BYTES = (
    *(b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\xf8\x88\x80\x80\x80", b"\x00", b"\xe9"),
    *(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"),
)


@cache
def places(name: str, text: str) -> tuple[Span, ...]:
    """Return where each key, text, list and thing of a file stands; every line of a file that is no YAML."""
    tree = compose(SourceText(name, text))[0] if name.endswith(".yml") else None
    return tuple(_spans(tree)) if tree else tuple(_lines(text))


def _spans(tree: Tree) -> Iterator[Span]:
    yield tree.span
    match tree:
        case Listing():
            for item in tree.items:
                yield from _spans(item)
        case Keyed():
            for entry in tree.entries:
                yield entry.key.span
                yield Span(entry.key.span.start, entry.value.span.end)
                yield from _spans(entry.value)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip("\n")))
        start += len(line)
    yield Span(start, start)


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset) - 1


def _moved(words: str, column_before: int, column: int) -> str:
    """Return lines as they stand at another depth; the first one bears no indentation."""
    first, _, rest = words.partition("\n")
    lines = dedent(" " * column_before + first + "\n" + rest)
    return indent(lines, " " * column).strip(" ") if rest else first


_Draw = st.DrawFn
_Editing = Callable[[_Draw, "Mutation"], Edit]


@dataclass(frozen=True)
class Mutation:
    """A file that is to be changed, among the others of its handbook."""

    name: str
    texts: Mapping[str, str]

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.texts[self.name]

    def place(self, draw: _Draw) -> Span:
        """Draw a place in the file."""
        return draw(st.sampled_from(places(self.name, self.text)))


def _other_words(draw: _Draw, file: Mutation) -> Edit:
    return Edit(file.place(draw), draw(st.sampled_from(WORDS) | st.sampled_from(NUMBERS)))


def _other_key(draw: _Draw, file: Mutation) -> Edit:
    return Edit(file.place(draw), draw(st.sampled_from(sorted(every_key()))))


def _from_elsewhere(draw: _Draw, file: Mutation) -> Edit:
    """Put what stands elsewhere, in this file or another, in some place, at the depth of that place."""
    name = draw(st.sampled_from(sorted(file.texts)))
    other, taken = file.texts[name], draw(st.sampled_from(places(name, file.texts[name])))
    span = file.place(draw)
    words = _moved(other[taken.start : taken.end], _column(other, taken.start), _column(file.text, span.start))
    return Edit(span, words)


def _odd_words(draw: _Draw, file: Mutation) -> Edit:
    """Put a text in quotes, as it may stand anywhere where a text may, and odd characters into it."""
    span = file.place(draw)
    odd = draw(st.sampled_from(ODD_CHARACTERS) | st.sampled_from(SIGNS) | st.text(max_size=20))
    written = file.text[span.start : span.end]
    words = written if len(written) < _LONG else "Words"
    at = draw(st.integers(0, len(words)))
    return Edit(span, json.dumps(words[:at] + odd + words[at:], ensure_ascii=draw(st.booleans())))


def _left_out(draw: _Draw, file: Mutation) -> Edit:
    return Edit(file.place(draw), "")


def _line_left_out(draw: _Draw, file: Mutation) -> Edit:
    span = file.place(draw)
    start, end = file.text.rfind("\n", 0, span.start) + 1, file.text.find("\n", span.end) + 1
    return Edit(Span(start, max(end, start)), "")


def _again(draw: _Draw, file: Mutation) -> Edit:
    """Write what stands somewhere once more below it, or very often."""
    span = file.place(draw)
    written = file.text[span.start : span.end]
    lead = file.text[file.text.rfind("\n", 0, span.start) + 1 : span.start]
    copies = draw(st.sampled_from([1, 2, 300])) if len(written) < 1000 else 1
    return Edit(Span(span.end, span.end), f"\n{lead}{written}" * copies)


def _nested(draw: _Draw, file: Mutation) -> Edit:
    opening, closing = draw(st.sampled_from([("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("a:\n ", "")]))
    depth = draw(st.sampled_from([1, 2, 12, 40, 10_000]))
    return Edit(file.place(draw), f"{opening * depth}x{closing * depth}")


def _enormous(draw: _Draw, file: Mutation) -> Edit:
    item = draw(st.sampled_from(["", "a", "everything", "'[[everything]]'", "{id: a, text: b}", "[a]", "9" * 20]))
    return Edit(file.place(draw), f"[{', '.join([item] * draw(st.sampled_from([2, 50, 2000])))}]")


def _aliased(draw: _Draw, file: Mutation) -> Edit:
    """Put in aliases that stand for a thousand million words if anybody follows them."""
    levels = draw(st.sampled_from([1, 9]))
    lines = ["&a0 [x, x]", *(f"&a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, levels))]
    return Edit(file.place(draw), f"[{', '.join(lines)}]")


def _odd_characters(draw: _Draw, file: Mutation) -> Edit:
    at = draw(st.integers(0, len(file.text)))
    characters = st.sampled_from(ODD_CHARACTERS) | st.characters(codec="utf-8")
    return Edit(Span(at, at), draw(characters) * draw(st.sampled_from([1, 1, 1, 500])))


def _sign(draw: _Draw, file: Mutation) -> Edit:
    at = draw(st.integers(0, len(file.text)))
    end = min(at + draw(st.integers(0, 3)), len(file.text))
    return Edit(Span(at, end), draw(st.sampled_from(SIGNS)))


EDITS: Sequence[_Editing] = (
    _other_words,
    _other_words,
    _other_key,
    _odd_words,
    _odd_words,
    _from_elsewhere,
    _from_elsewhere,
    _left_out,
    _line_left_out,
    _again,
    _nested,
    _enormous,
    _aliased,
    _odd_characters,
    _odd_characters,
    _sign,
)


def _cut(draw: _Draw, content: bytes) -> bytes:
    return content[: draw(st.integers(0, len(content)))]


def _odd_bytes(draw: _Draw, content: bytes) -> bytes:
    at = draw(st.integers(0, len(content)))
    return content[:at] + draw(st.sampled_from(ODD_BYTES) | st.binary(max_size=8)) + content[at:]


def _other_lines(draw: _Draw, content: bytes) -> bytes:
    return content.replace(b"\n", draw(st.sampled_from([b"\r\n", b"\r", b"\n\r", b"\xe2\x80\xa8", b"\n\n", b"\0"])))


def _other_encoding(draw: _Draw, content: bytes) -> bytes:
    encoding = draw(st.sampled_from(["utf-8-sig", "utf-16", "utf-32-be", "cp1252", "utf-7"]))
    return content.decode(errors="replace").encode(encoding, errors="replace")


BYTES: Sequence[Callable[[_Draw, bytes], bytes]] = (_cut, _odd_bytes, _other_lines, _other_encoding)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with several stretches replaced; one that reaches into another is left as it is."""
    end = len(text)
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end), reverse=True):
        if edit.span.end <= end:
            text = text[: edit.span.start] + edit.words + text[edit.span.end :]
            end = edit.span.start
    return text


@st.composite
def mutated(draw: _Draw, files: Files, fewest: int = 1, most: int = 3) -> Mutated:
    """Draw a handbook of which some files are changed, each in one to three places, or in all its bytes."""
    texts = {name: content.decode() for name, content in files.items() if name.endswith((".yml", ".md", ".csv"))}
    names = draw(st.lists(st.sampled_from(sorted(files)), min_size=fewest, max_size=most, unique=True))
    changed, count = dict(files), 0
    for name in names:
        wanted = draw(st.sampled_from([1, 1, 2, 3]))
        if name in texts:
            file = Mutation(name, texts)
            edits = [draw(st.sampled_from(EDITS))(draw, file) for _ in range(wanted)]
            changed[name] = edited(texts[name], edits).encode(errors="surrogatepass")
            count += wanted
        if name not in texts or draw(st.integers(0, 7)) == 1:
            changed[name] = draw(st.sampled_from(BYTES))(draw, changed[name])
            count += 1
    return Mutated(changed, tuple(names), count)
