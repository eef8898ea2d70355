"""The texts of the files as they may go out with what is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from policywright.model.handbook import Handbook
from policywright.model.node import Node, SourceText, Span
from policywright.model.registers import FOR_EDITORS
from policywright.model.walk import descendants
from policywright.source.tree import Keyed, Text, Tree, compose

_WAIVERS = "accept"
_NONE = "[]"
_HEAD = re.compile(r"\A(?:[ \t]*(?:#.*)?\n)+")
_MAYBE_REMARK = re.compile(r"\s#")
# The line end before a block's next line belongs to the block, so that a remark behind one begins what is between.
_REMARK = re.compile(r"\A#[^\n]*\n(?:[ \t]*#[^\n]*\n)*|(?:\n[ \t]*|[ \t]+)#[^\n]*")


def published(handbook: Handbook) -> Mapping[str, str]:
    """Return the text of each file that was read as a thing of the handbook, by its name.

    What stands on no page is left out: registers for editors, remarks behind `#`, and which findings may pass and why.
    The rest is as it was typed.
    """
    registers = (register for register in handbook.registers if not isinstance(register, FOR_EDITORS))
    things: tuple[Node, ...] = (handbook.settings, *handbook.documents, *registers, *handbook.sources)
    return {file: _published(thing) for thing in things if (file := thing.origin.source.file)}


def _published(thing: Node) -> str:
    source = thing.origin.source
    waivers = [node.origin.fields[_WAIVERS].value for node in descendants(thing) if _WAIVERS in node.origin.fields]
    texts = [span for span in _with_marks(source) if not any(_lies_in(span, waiver) for waiver in waivers)]
    kept = [(span, source.text[span.start : span.end]) for span in texts] + [(span, _NONE) for span in waivers]
    return "".join(_without_remarks(source, sorted(kept, key=lambda one: one[0].start))).lstrip("\n")


def _with_marks(source: SourceText) -> Iterator[Span]:
    """Yield the places of the keys and texts in which a `#` stands as a letter like any other."""
    # Composing takes as long as reading did; most files have no remark but those at their head.
    if _MAYBE_REMARK.search(_HEAD.sub("", source.text)):
        tree, _ = compose(source)
        yield from (text.span for text in _texts(tree) if "#" in source.text[text.span.start : text.span.end])


def _texts(tree: Tree | None) -> Iterator[Text]:
    """Yield the keys and the texts of a tree."""
    match tree:
        case None:
            return
        case Text():
            yield tree
        case Keyed():
            for entry in tree.entries:
                yield entry.key
                yield from _texts(entry.value)
        case _:
            for item in tree.items:
                yield from _texts(item)


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _without_remarks(source: SourceText, kept: list[tuple[Span, str]]) -> Iterator[str]:
    """Yield a file's text with what is kept in its place, and no remark between."""
    end = 0
    for span, words in kept:
        yield _REMARK.sub("", source.text[end : span.start])
        yield words
        end = span.end
    yield _REMARK.sub("", source.text[end:])
