"""Told: what a reader is told by something that can be cited, as plain text, so that two versions can be compared."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Container, Iterator

from policywright.linking.gathering.particulars import age_in_words
from policywright.linking.linked import Target
from policywright.linking.plain_text import PlainText
from policywright.model.decision import Answer
from policywright.model.handbook import DOCUMENT_KINDS
from policywright.model.node import Node
from policywright.model.policy import AgeLimit, Deadline, Retention
from policywright.model.vocabulary import RefersTo
from policywright.model.walk import typed_references

_NOT_TOLD = frozenset({
    "id", "number", "duty", "actors", "decides", "formerly", "from_", "topics", "editors_note", "accept", "version",
    "approved", "review_by", "history", "front_matter", "language", "type", "longest", "lines", "at_most", "paths",
    "start", "stories", "privacy",
    "in_words", "whatever", "keywords", "statutory",
    *(kind.kind_key for kind in DOCUMENT_KINDS),
})  # fmt: skip
"""What is told apart (numbers, duties, paths), what changes with each version, and what is meant for editors."""

_STEPS = frozenset({"go", "after", "outcome", "field", "blank"})
"""The fields that name something in the same document by its mere identifier."""

_LABELS = {
    "text": "Wording", "continues": "Wording", "ask": "Wording", "label": "Wording", "because": "Why",
    "consequence": "Otherwise", "examples": "For example", "deadline": "By when", "when": "By when",
    "retention": "Kept", "keep": "Kept", "adopter_note": "For the organisation that adopts this", "related": "Use",
    "replaced_by": "Instead", "do": "What to do", "clauses": "Rules behind this", "before": "First", "by": "Who",
    "for_": "Who works through it", "body": "Letter", "points_are": "Its points", "gap": "Left open",
    "silent_on": "No rule on", "go": "Leads to",
}  # fmt: skip
"""What a field is called beside its words, where that is not its name."""


class Told:
    """Tells what stands in one version of a document, as plain text by `wording`; `own` are the nodes told apart."""

    def __init__(self, wording: PlainText, own: Container[int]) -> None:
        self._wording = wording
        self._own = own

    def by(self, target: Target) -> dict[str, str]:
        """Return what a target says itself, by what that is called: its wording, its reason, by when, and so on.

        What stands below it and can be cited itself is left out. Several texts under one name have a line each.
        """
        return self.of(target.node)

    def of(self, node: Node) -> dict[str, str]:
        """Return what a node says, likewise."""
        told = defaultdict[str, list[str]](list)
        for field in _fields(node):
            if words := "\n".join(self._field(node, field)):
                told[_LABELS.get(field) or field.strip("_").replace("_", " ").capitalize()].append(words)
        return {label: "\n".join(words) for label, words in told.items()}

    def actors(self, target: Target) -> str:
        """Return the roles that act, as a list in a sentence."""
        roles = [self._named(f"role:{actor}") for actor in target.actors]
        return f"{', '.join(roles[:-1])} and {roles[-1]}" if roles[1:] else "".join(roles)

    def _field(self, node: Node, field: str) -> Iterator[str]:
        refers = next((refers for written, refers in typed_references(node) if written.field == field), None)
        return self._value(getattr(node, field), field, refers)

    def _value(self, value: object, field: str, refers: RefersTo | None) -> Iterator[str]:
        match value:
            case str() if refers:
                yield self._named(value, f"{refers.kinds[0]}:{value}")
            case str():
                yield self._named(f"#{value}") if field in _STEPS else self._wording.of(value)
            case bool():
                yield "yes" if value else "no"
            case int() | datetime.date():
                yield str(value)
            case tuple():
                for item in value:
                    yield from self._value(item, field, refers)
            case dict():
                yield from self._by_name(value)
            case Node() if id(value) not in self._own:
                yield self._node(value)

    def _by_name(self, values: dict[str, object]) -> Iterator[str]:
        """Yield what stands behind names of the editor's own, such as the values for which a rule of a table holds."""
        for name, value in values.items():
            if words := " or ".join(self._value(value, "", None)):
                yield f"{name.replace('-', ' ')}: {words}"

    def _named(self, *addresses: str) -> str:
        """Return what is called by one of these addresses; what nothing bears becomes words."""
        names = filter(None, map(self._wording.names.get, addresses))
        return next(names, None) or self._wording.of(f"[[{addresses[0]}]]")

    def _node(self, node: Node) -> str:
        """Return the words of what stands in no list of its own, such as a deadline or the answer to a question."""
        of = self._wording.of
        match node:
            case AgeLimit():
                return f"{age_in_words(node)} years: {of(node.what)}"
            case Deadline():
                unless = f", unless {of(node.unless)}" if node.unless else ""
                return f"{of(node.within)}{node.joint}{of(node.of)}{unless}"
            case Answer():
                return of(node.say)
            case Retention():
                return f"{f'{of(node.of)}: ' if node.of else ''}{of(node.keep)}, because {of(node.because)}"
            case _:
                return " · ".join(words for field in _fields(node) for words in self._field(node, field))


def _fields(node: Node) -> Iterator[str]:
    """Yield the fields that tell a reader something: what goes without saying is not said."""
    for name, field in type(node).model_fields.items():
        if name not in _NOT_TOLD and getattr(node, name) != field.default:
            yield name
