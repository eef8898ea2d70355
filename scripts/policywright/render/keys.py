"""The keys that editors may write, read off the model, so that the list of them is never out of date."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policywright.model.adopter import Adopter
from policywright.model.handbook import DOCUMENT_KINDS, Settings
from policywright.model.node import Node
from policywright.model.publication import Source
from policywright.model.registers import REGISTERS
from policywright.model.shape import (
    ListShape,
    NamedShape,
    NodeShape,
    Shape,
    Slot,
    TextShape,
    allowed,
    base,
    kinds_in,
    slots,
)
from policywright.model.vocabulary import ProseMark, RefersTo
from policywright.model.walk import annotations_of

WHOLE_FILES: tuple[type[Node], ...] = (*DOCUMENT_KINDS, Settings, *REGISTERS, Adopter, Source)
"""Everything that has a file of its own."""

_WORDS: Mapping[object, str] = {bool: "yes or no", int: "a whole number", datetime.date: "a date, such as 2026-09-01"}


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its name, what it says, what may stand behind it, and whether it must be there."""

    name: str
    about: str
    value: str
    required: bool


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with keys: its name in words, what it is, and its keys in their order."""

    name: str
    about: str
    keys: tuple[Key, ...]


def things() -> Iterator[Thing]:
    """Yield everything that editors write: each kind of file, and behind it what it is made of."""
    seen: set[type[Node]] = set()
    for kind in WHOLE_FILES:
        for one in _made_of(kind, seen):
            about = inspect.getdoc(one) or ""
            yield Thing(_in_words(one), about, tuple(_key(slot) for slot in slots(one).values()))


def _made_of(kind: type[Node], seen: set[type[Node]]) -> Iterator[type[Node]]:
    """Yield a kind of thing and those below it that were not met before."""
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    for slot in slots(kind).values():
        for below in kinds_in(slot.shape):
            yield from _made_of(below, seen)


def _key(slot: Slot) -> Key:
    return Key(slot.key, " ".join(slot.about.split()), _value(slot.shape), slot.required)


def _value(shape: Shape) -> str:
    """Return in words what may stand behind a key."""
    match shape:
        case ListShape(of=one, single=True):
            return f"one or a list: {_value(one)}"
        case ListShape(of=one):
            return f"a list: {_value(one)}"
        case NamedShape(of=one):
            return f"names, each with {_value(one)}"
        case NodeShape(kinds=(kind,)):
            return _in_words(kind).lower()
        case NodeShape():
            return "one of several, told by its `type`"
        case TextShape():
            return _text(shape)


def _text(shape: TextShape) -> str:
    words = allowed(shape)
    if words:
        return " or ".join(words)
    for mark in annotations_of(shape.of):
        if isinstance(mark, RefersTo):
            return f"the identifier of a {' or '.join(mark.kinds)}".replace("-", " ")
        if isinstance(mark, ProseMark):
            return "prose, of several paragraphs if need be" if mark.block else "prose on one line"
    return _WORDS.get(base(shape), "text")


def _in_words(kind: type[Node]) -> str:
    """Return the name of a kind of thing as words: `FormSection` is a form section."""
    name = kind.__name__
    return "".join(f" {letter.lower()}" if letter.isupper() and place else letter for place, letter in enumerate(name))
