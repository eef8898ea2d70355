"""Variables: where prose uses them, and which words stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policywright.linking.linked import VariableUse
from policywright.linking.passages import Passage
from policywright.linking.sentences import fitted
from policywright.model.handbook import Handbook
from policywright.model.letter import Letter
from policywright.model.marks import VariableMark


def variables(handbook: Handbook, found: Iterable[Passage]) -> Iterator[VariableUse]:
    """Yield the uses of variables; in a letter, a name is first that of a blank.

    Where the settings could not be read, every name counts as known.
    """
    values = {variable.id: variable.default for variable in handbook.settings.variables}
    settings_unread = "handbook" in handbook.unread
    blanks = {id(letter): frozenset(blank.id for blank in letter.blanks) for letter in handbook.of_kind(Letter)}
    for passage in found:
        own = blanks.get(id(passage.place.document), frozenset())
        for mark in passage.marks:
            if isinstance(mark, VariableMark):
                blank = mark.name in own
                known = blank or mark.name in values or settings_unread
                value = None if blank else values.get(mark.name)
                words = value and fitted(value, passage.written, mark.start)
                yield VariableUse(passage.written, mark.start, mark.end, mark.name, words, known, blank)
