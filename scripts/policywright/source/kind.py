"""The kind of a file: what it is of the model, by its first key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import get_args

from policywright.diagnostics import Diagnostic
from policywright.model.adopter import Adopter
from policywright.model.handbook import DOCUMENT_KINDS, Settings
from policywright.model.node import Node, SourceText
from policywright.model.publication import Source
from policywright.model.registers import REGISTERS
from policywright.source.faults.files import EmptyFile, MissingSettings, UnknownKind
from policywright.source.faults.keys import WrongShape, WrongValue
from policywright.source.tree import Entry, Keyed, Text, Tree, beginning
from policywright.source.words import listed, nearest, one_of, short

SETTINGS = "policies/handbook.yml"
"""Where a handbook has its settings."""

_DOCUMENTS = {kind.kind_key: kind for kind in DOCUMENT_KINDS}
_REGISTERS = {get_args(kind.model_fields["register_"].annotation)[0]: kind for kind in REGISTERS}
_KINDS = (*_DOCUMENTS, "adopter", "register", "source")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is, and its tree with a first line that says so; `model` is None where nobody can tell."""

    model: type[Node] | None
    tree: Keyed
    faults: tuple[Diagnostic, ...] = ()


def recognised(tree: Keyed, source: SourceText) -> Recognised:
    """Return what a file is; where its first key is misspelt, or not the first, what it is clearly meant to be."""
    first = tree.entries[0]
    known = ("handbook",) if source.file == SETTINGS else _KINDS
    if first.key.text in known:
        return _of_kind(first.key.text, first, tree, source)
    fault = _unknown(tree, source)
    later = next((entry for entry in tree.entries if entry.key.text in known), None)
    near = nearest(first.key.text, known)
    if later is None and near is None:
        return Recognised(None, tree, (fault,))
    entry = later or Entry(Text(first.key.span, near or ""), first.value)
    entries = (entry, *(each for each in tree.entries if each is not (later or first)))
    found = _of_kind(entry.key.text, entry, tree._replace(entries=entries), source)
    return replace(found, faults=(fault, *found.faults))


def nothing(tree: Tree | None, source: SourceText) -> Diagnostic:
    """Tell of a file without keys."""
    help_ = f"Begin the file with one of {listed(_KINDS, 'or')}, a colon and its permanent name; or delete the file."
    if tree is None or (isinstance(tree, Text) and tree.left_out):
        return EmptyFile.found("This file says nothing.", source.locate(0), help_)
    span = beginning(tree)
    message = "This file does not consist of keys with their values."
    return WrongShape.found(message, source.locate(span.start, span.end), help_)


def _of_kind(kind: str, first: Entry, tree: Keyed, source: SourceText) -> Recognised:
    models: dict[str, type[Node]] = {**_DOCUMENTS, "adopter": Adopter, "handbook": Settings, "source": Source}
    return _register(first, tree, source) if kind == "register" else Recognised(models[kind], tree)


def _register(first: Entry, tree: Keyed, source: SourceText) -> Recognised:
    """Return which register a file is, by the value of its first key, and otherwise by the name of the file."""
    span, written = beginning(first.value), first.value.text if isinstance(first.value, Text) else ""
    if written in _REGISTERS:
        return Recognised(_REGISTERS[written], tree)
    message = f"There is no register `{short(written)}`." if written else "This register does not say which it is."
    fault = WrongValue.found(message, source.locate(span.start, span.end), one_of(written, _REGISTERS))
    meant = nearest(written, _REGISTERS) or PurePosixPath(source.file).stem
    entries = (Entry(first.key, Text(first.value.span, meant)), *(each for each in tree.entries if each is not first))
    return Recognised(_REGISTERS.get(meant), tree._replace(entries=entries), (fault,))


def _unknown(tree: Keyed, source: SourceText) -> Diagnostic:
    """Tell of a first key that does not say what the file is."""
    key = tree.entries[0].key
    here = source.locate(key.span.start, key.span.end)
    if source.file == SETTINGS:
        message = f"The settings of the handbook begin with `handbook:`, not with `{short(key.text)}:`."
        help_ = "Write `handbook:` and a permanent name first, then `title:`, `publisher:` and `parts:`."
        return MissingSettings.found(message, here, help_)
    return UnknownKind.found(f"A file cannot begin with `{short(key.text)}:`.", here, _remedy(tree))


def _remedy(tree: Keyed) -> str:
    """Return how to make the first key one that says what the file is."""
    first = tree.entries[0].key.text
    if first == "handbook":
        return f"The settings stand in `{SETTINGS}` alone; move them there."
    later = next((entry.key.text for entry in tree.entries if entry.key.text in _KINDS), None)
    if later:
        return f"Move the line `{later}:` to the top."
    near = nearest(first, _KINDS)
    return f"Write `{near}:` instead." if near else f"Begin with {listed(_KINDS, 'or')}, a colon and a permanent name."
