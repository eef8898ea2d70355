"""Names: which words keep their capital wherever they stand, such as Facebook, and which only at a beginning."""

from __future__ import annotations

import re

from policywright.model.handbook import Handbook
from policywright.model.registers import Platform
from policywright.model.walk import descendants, prose

_MARK = re.compile(r"\[\[.*?\]\]|\{\{.*?\}\}", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_WITHIN_A_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]*")
_FURTHER_CAPITAL = re.compile(r"\w+[A-Z\d]")


def names(handbook: Handbook) -> frozenset[str]:
    """Return the words that are names: those of platforms, and what prose writes with a capital and never without."""
    nodes = (node for document in handbook.documents for node in descendants(document))
    texts = [_MARK.sub("", written.text) for node in nodes for written, _ in prose(node)]
    platforms = [name for one in handbook.entries(Platform) for name in (one.title, *one.formerly_called)]
    written = {word for text in texts for word in _WORD.findall(text)}
    capital = {word for text in texts for word in _WITHIN_A_SENTENCE.findall(text)}
    of_platforms = {word for name in platforms for word in _WORD.findall(name) if word[0].isupper()}
    return frozenset(of_platforms | {word for word in capital if word.lower() not in written})


def begins_with_name(words: str, known: frozenset[str]) -> bool:
    """Tell whether some words begin with a name: one that is known, or one with a capital further on, as UPN has."""
    first = _WORD.match(words)
    return first is not None and (first[0] in known or _FURTHER_CAPITAL.match(words) is not None)
