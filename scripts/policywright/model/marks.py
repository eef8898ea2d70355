"""The marks in prose: references in `[[ ]]`, variables in `{{ }}` and footnote calls in `[^ ]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(
    r"(?P<code>`+).*?(?P=code)"
    r"|\[\[(?P<target>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]]*))?\]\]"
    r"|\{\{(?P<name>[^{}\n]*)\}\}"
    r"|\[\^(?P<note>[^\[\]\s]+)\]",
    re.DOTALL,
)

_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?][\"'\u201d\u2019)*_]*\s+|\n\s*\n\s*)[\"'\u201c\u2018(*_]*\Z")

_LONGEST_BETWEEN = 16
"""How many characters at most stand between a full stop and the sentence that follows it."""


@dataclass(frozen=True, slots=True)
class ReferenceMark:
    """`[[target]]` or `[[target|words]]`; `start` and `end` are offsets in the prose."""

    start: int
    end: int
    target: str
    words: str | None


@dataclass(frozen=True, slots=True)
class VariableMark:
    """`{{name}}`: a variable of the handbook, or a blank of a letter."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """`[^id]`: the call of a footnote of the same provision."""

    start: int
    end: int
    id: str


Mark = ReferenceMark | VariableMark | FootnoteMark


def marks(prose: str) -> Iterator[Mark]:
    """Yield the marks of a prose in order; what stands in backticks is no mark."""
    if "[" not in prose and "{" not in prose:
        return
    for match in _MARK.finditer(prose):
        start, end = match.span()
        if match["target"] is not None:
            yield ReferenceMark(start, end, match["target"].strip(), match["words"])
        elif match["name"] is not None:
            yield VariableMark(start, end, match["name"].strip())
        elif match["note"] is not None:
            yield FootnoteMark(start, end, match["note"])


def begins_sentence(prose: str, start: int) -> bool:
    """Tell whether what stands at an offset of a prose is the first word of a sentence."""
    return _SENTENCE_BEFORE.search(prose, max(0, start - _LONGEST_BETWEEN), start) is not None
