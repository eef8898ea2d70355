"""Variables: where prose uses them, and which words stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policywright.linking.linked import VariableUse
from policywright.linking.passages import Passage
from policywright.linking.sentences import fitted
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.letter import Letter
from policywright.model.marks import VariableMark


class VariableFinder:
    """Finds the uses of variables; in a letter, a name is first that of a blank.

    Where the settings could not be read, every name counts as known.
    """

    def __init__(self, handbook: Handbook) -> None:
        self._values = {variable.id: variable.default for variable in handbook.settings.variables}
        self._settings_unread = "handbook" in handbook.unread

    def uses(self, passages: Iterable[Passage]) -> Iterator[VariableUse]:
        """Yield the uses of variables in some passages."""
        for passage in passages:
            for mark in passage.marks:
                if isinstance(mark, VariableMark):
                    yield self._use(passage, mark)

    def _use(self, passage: Passage, mark: VariableMark) -> VariableUse:
        blank = mark.name in _blanks(passage.place.document)
        known = blank or mark.name in self._values or self._settings_unread
        value = None if blank else self._values.get(mark.name)
        words = value and fitted(value, passage.written, mark.start)
        return VariableUse(passage.written, mark.start, mark.end, mark.name, words, known, blank)


def _blanks(document: Document | None) -> frozenset[str]:
    return frozenset(blank.id for blank in document.blanks) if isinstance(document, Letter) else frozenset()
