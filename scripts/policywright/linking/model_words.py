"""Model words: what a provision says, as plain lines that can be kept and compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from policywright.linking.gathering.particulars import age_in_words
from policywright.model.document import Document
from policywright.model.node import Node
from policywright.model.policy import Provision, Section
from policywright.model.vocabulary import Duty

_WIDTH = 100
_GOES_ON = "    "
"""Begins each further line of a paragraph or a point; one that stands below another is indented by less."""


def words_of(node: Node, duty: Duty | None = None, actors: Sequence[str] = ()) -> str:
    """Return what a provision, a section or a document says, in lines, with its marks as they were written.

    `duty` and `actors` are the effective ones; they stand in a line of their own.
    """
    return "\n".join(_lines(node, duty, actors))


def paragraphs(words: str) -> Iterator[str]:
    """Yield the paragraphs and points of such words, each in one line."""
    paragraph = ""
    for line in words.split("\n"):
        if paragraph and _depth(line) >= _depth(paragraph) + len(_GOES_ON):
            paragraph += f" {line.strip()}"
        else:
            if paragraph:
                yield paragraph
            paragraph = line
    yield paragraph


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _lines(node: Node, duty: Duty | None, actors: Sequence[str]) -> Iterator[str]:
    match node:
        case Provision():
            yield from _provision(node, duty, actors)
        case Section():
            yield from _wrapped(node.title, node.introduction or "")
            for inner in (*node.clauses, *node.sections):
                own = (inner.duty, inner.actors) if isinstance(inner, Provision) else (None, ())
                yield from _indented(inner, *own)
        case Document():
            yield from _wrapped(node.title, node.summary or "")


def _provision(node: Provision, duty: Duty | None, actors: Sequence[str]) -> Iterator[str]:
    if bound := ": ".join(filter(None, ((duty or "").replace("-", " "), ", ".join(actors)))):
        yield f"({bound})"
    yield from _wrapped(f"{node.heading.rstrip('.')}. {node.text}" if node.heading else node.text)
    for point in node.points:
        yield from _indented(point, point.duty, point.actors)
    yield from _wrapped(node.continues or "", *_figures(node))
    if node.status == "withdrawn":
        yield "(withdrawn)"


def _figures(node: Provision) -> Iterator[str]:
    if node.deadline:
        unless = f", unless {node.deadline.unless}" if node.deadline.unless else ""
        yield f"By when: {node.deadline.within}{node.deadline.joint}{node.deadline.of}{unless}"
    if node.retention:
        yield f"Kept: {node.retention.keep}, because {node.retention.because}"
    if node.age:
        yield f"Age: {age_in_words(node.age)} years: {node.age.what}"
    if node.consequence:
        yield f"Otherwise: {node.consequence}"


def _indented(node: Node, duty: Duty | None, actors: Sequence[str]) -> Iterator[str]:
    for place, line in enumerate(_lines(node, duty, actors)):
        yield f"{'  ' if place else '- '}{line}"


def _wrapped(*texts: str) -> Iterator[str]:
    """Yield texts, each paragraph by itself, in lines that an editor can read."""
    for paragraph in "\n\n".join(texts).split("\n\n"):
        if words := " ".join(paragraph.split()):
            yield from wrap(words, _WIDTH, subsequent_indent=_GOES_ON, break_long_words=False, break_on_hyphens=False)
