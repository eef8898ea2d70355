"""Files whose references are not known: what they may refer to is not to be told as missing or unused."""

from __future__ import annotations

from collections.abc import Iterable

from policywright.model.handbook import Handbook


def may_hold(handbook: Handbook, words: Iterable[str]) -> bool:
    """Say whether a file that could not be read, or a hand-written page, holds any of some words."""
    nodes = (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources)
    read = {node.origin.source.file for node in nodes}
    others = [source.text for file, source in handbook.texts.items() if file not in read]
    return any(word in text for word in words for text in others)
