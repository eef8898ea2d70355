"""What could not be read, and what is read as plain text alone: it may refer to anything that it holds the name of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from policywright.diagnostics import Location
from policywright.linking.references import file_of
from policywright.model.handbook import Handbook, Lost
from policywright.model.node import Node


def may_hold(handbook: Handbook, words: Iterable[str]) -> bool:
    """Say whether something that could not be read, or a hand-written page, holds any of some words."""
    texts = [*(page.text for page in handbook.pages), *(lost.text for lost in handbook.lost)]
    return any(word in text for word in words for text in texts)


def holds(text: str, name: str) -> bool:
    """Say whether a text holds a name, and not merely a longer one of which it is a part."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def is_lost_within(lost: Lost, place: Location) -> bool:
    """Say whether a place is in the thing that something was lost of."""
    span = lost.within
    begin, end = (span.line, span.column), (span.end_line, span.end_column)
    return place.file == span.file and begin <= (place.line, place.column) <= end


def is_whole(handbook: Handbook, place: Location) -> bool:
    """Say whether everything at a place could be read."""
    begin, end = (place.line, place.column), (place.end_line, place.end_column)
    losses = (lost.within for lost in handbook.lost if lost.within.file == place.file)
    return not any(begin <= (within.line, within.column) <= end for within in losses)


def has_lost(handbook: Handbook, node: Node, keys: Iterable[str]) -> bool:
    """Say whether something of a thing, or of what is below it, could not be read: a name, or what some keys give."""
    span = node.origin.source.locate(node.origin.span.start, node.origin.span.end)
    begin, end = (span.line, span.column), (span.end_line, span.end_column)
    return any(
        (lost.name or not lost.keys.isdisjoint(keys))
        and lost.within.file == span.file
        and begin <= (lost.within.end_line, lost.within.end_column) <= end
        for lost in handbook.lost
    )


def may_be_unread(handbook: Handbook, address: str) -> bool:
    """Say whether what an address leads to may stand where it could not be read: its file, its name, or all of it."""
    file, name = file_of(address), re.split("[#/:]", address)[-1]
    lost = (lost for lost in handbook.lost if PurePosixPath(lost.within.file).stem == file)
    return file in handbook.unread or any(one.name or holds(one.text, name) for one in lost)
