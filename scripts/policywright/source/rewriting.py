"""Rewriting: the files of a handbook as they are once what has one right mend is mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policywright.diagnostics import Diagnostic, Edit
from policywright.model.node import SourceText, Span


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file, its text with the mends made, and the diagnostics that they mend. All else is as it was, to the byte."""

    source: SourceText
    text: str
    mended: tuple[Diagnostic, ...]


def rewritten(texts: Mapping[str, SourceText], diagnostics: Iterable[Diagnostic]) -> tuple[Rewritten, ...]:
    """Return each file that mends change, by the order of their first diagnostics.

    Where mends overlap, the first one is made; the others may be told again, and mended, afterwards.
    """
    rewritings = {name: _Rewriting(source) for name, source in texts.items()}
    taken = defaultdict[str, list[Diagnostic]](list)
    for diagnostic in diagnostics:
        edits = defaultdict[str, list[Edit]](list)
        for edit in diagnostic.mend:
            edits[edit.location.file].append(edit)
        for file, own in edits.items():
            if rewritings[file].takes(own):
                taken[file].append(diagnostic)
    return tuple(Rewritten(texts[file], rewritings[file].text(), tuple(mended)) for file, mended in taken.items())


def edited(source: SourceText, edits: Iterable[Edit]) -> str:
    """Return the text of a file with edits made that are not in each other's way."""
    rewriting = _Rewriting(source)
    for edit in edits:
        rewriting.takes([edit])
    return rewriting.text()


class _Rewriting:
    """The edits that are taken for one file, none of which overlap."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._edits: list[tuple[Span, str]] = []

    def takes(self, edits: Iterable[Edit]) -> bool:
        """Take some edits unless one of them is in the way of those taken; say whether they were."""
        new = [(self._source.span(edit.location), edit.words) for edit in edits]
        if any(_overlap(span, other) for span, _ in new for other, _ in self._edits):
            return False
        self._edits.extend(new)
        return True

    def text(self) -> str:
        """Return the text with the edits made, from the last to the first."""
        text = self._source.text
        for span, words in sorted(self._edits, key=lambda edit: edit[0].start, reverse=True):
            text = text[: span.start] + words + text[span.end :]
        return text


def _overlap(one: Span, other: Span) -> bool:
    """Whether two stretches share a character, or begin at the same place."""
    return one.start == other.start or (one.start < other.end and other.start < one.end)
