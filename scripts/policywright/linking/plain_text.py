"""Plain text: prose without its marks, for titles, lists and messages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from policywright.linking.sentences import capitalised
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.marks import FootnoteMark, Mark, ReferenceMark, VariableMark, begins_sentence, marks
from policywright.model.registers import NAMESPACES

_MARKED = re.compile(r"[\[{*_`\\]")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_ESCAPE = re.compile(r"\\([^\w\s])")
_OPENING_WORDS = 8


@dataclass(frozen=True)
class PlainText:
    """Turns prose into plain text on one line.

    A variable becomes its value, or its name in words where it has none. A reference becomes its own words, otherwise
    the name of what it leads to (`names`, by address), otherwise its identifier in words.
    """

    variables: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, prose: str) -> str:
        """Return a whole prose as plain text."""
        if _MARKED.search(prose):
            prose = self._filled(prose)
        if _MARKED.search(prose):
            prose = _without_markdown(prose)
        return " ".join(prose.split())

    def opening(self, prose: str) -> str:
        """Return the first words of a prose, with an ellipsis where it goes on."""
        words = self.of(prose).split(" ")
        opening = " ".join(words[:_OPENING_WORDS]).rstrip(".,;:")
        return f"{opening}…" if len(words) > _OPENING_WORDS else opening

    def _filled(self, prose: str) -> str:
        pieces, done = [], 0
        for mark in marks(prose):
            words = self._words(mark)
            if begins_sentence(prose, mark.start):
                words = capitalised(words)
            pieces += [prose[done : mark.start], words]
            done = mark.end
        return "".join((*pieces, prose[done:]))

    def _words(self, mark: Mark) -> str:
        match mark:
            case VariableMark(name=name):
                return self.variables.get(name) or _in_words(name)
            case ReferenceMark(words=words, target=target):
                return words or self.names.get(target) or _in_words(re.split("[#:/]", target)[-1])
            case FootnoteMark():
                return ""


def plain_text(handbook: Handbook) -> PlainText:
    """Return what turns the prose of a handbook into plain text."""
    variables = {variable.id: variable.default for variable in handbook.settings.variables if variable.default}
    without_names = PlainText(variables)
    entries = {
        f"{namespace}:{entry.id}": without_names.of(entry.name)
        for namespace, kind in NAMESPACES.items()
        for entry in handbook.entries(kind)
    }
    documents = {document.id: without_names.of(_menu_title(document)) for document in handbook.documents}
    return PlainText(variables, entries | documents)


def _menu_title(document: Document) -> str:
    return document.short_title or document.title


def _without_markdown(prose: str) -> str:
    prose = _LINK.sub(r"\1", prose)
    while (stripped := _EMPHASIS.sub(r"\2", prose)) != prose:
        prose = stripped
    return _ESCAPE.sub(r"\1", prose)


def _in_words(identifier: str) -> str:
    return identifier.replace("-", " ")
