"""Reading a handbook: from the bytes of its files to the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import get_args

from policywright.diagnostics import Diagnostic, Location
from policywright.model.document import Document
from policywright.model.handbook import DOCUMENT_KINDS, NO_SETTINGS, Handbook, Settings
from policywright.model.handwritten import HandwrittenPage
from policywright.model.node import Node, SourceText
from policywright.model.publication import Source
from policywright.model.registers import REGISTERS, Register
from policywright.source.characters import decode
from policywright.source.faults.files import EmptyFile, MissingSettings, UnknownKind, WrongFileName
from policywright.source.faults.keys import WrongShape, WrongValue
from policywright.source.origins import place
from policywright.source.tree import Keyed, Text, Tree, beginning, compose
from policywright.source.values import typed
from policywright.source.words import listed, nearest, one_of, short

SETTINGS = "policies/handbook.yml"
"""Where a handbook has its settings."""

_DOCUMENTS = {kind.kind_key: kind for kind in DOCUMENT_KINDS}
_REGISTERS = {get_args(kind.model_fields["register_"].annotation)[0]: kind for kind in REGISTERS}
_KINDS = (*_DOCUMENTS, "register", "source")


def read(files: Mapping[str, bytes]) -> tuple[Handbook, tuple[Diagnostic, ...]]:
    """Return the handbook that files hold, and what is wrong with them, by place.

    A name is relative to the handbook's folder, with forward slashes: `policies/schools/social-media.yml`. A name that
    ends with `.md` is a hand-written page; every other file is YAML. A fault in one file leaves that file out.
    """
    reading = _Reading()
    for name in sorted(files):
        if name.endswith(".md"):
            reading.take_page(name, files[name])
        else:
            reading.take(name, files[name])
    if SETTINGS not in files:
        message = f"The handbook has no file `{SETTINGS}`."
        help_ = "Make one that begins with `handbook:` and gives `title:`, `publisher:` and `parts:`."
        reading.faults.append(MissingSettings.found(message, Location(SETTINGS), help_))
    return reading.handbook(), tuple(sorted(reading.faults, key=lambda fault: fault.order))


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    nodes: list[Node] = field(default_factory=list)
    pages: list[HandwrittenPage] = field(default_factory=list)
    texts: dict[str, SourceText] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def take_page(self, name: str, content: bytes) -> None:
        """Take a hand-written page."""
        source, faults = decode(name, content)
        self.texts[name] = source
        self.pages.append(HandwrittenPage.of(source))
        self.faults.extend(faults)

    def take(self, name: str, content: bytes) -> None:
        """Take a file of YAML."""
        source, faults = decode(name, content)
        self.texts[name] = source
        node, more = (None, []) if faults and not source.text else _node(source)
        self.faults.extend((*faults, *more))
        if node is None or faults:
            self.unread.update(_announced(source))
        else:
            self.nodes.append(node)

    def handbook(self) -> Handbook:
        """Return what was read as a handbook."""
        return Handbook(
            settings=next((node for node in self.nodes if isinstance(node, Settings)), NO_SETTINGS),
            documents=tuple(node for node in self.nodes if isinstance(node, Document)),
            registers=tuple(node for node in self.nodes if isinstance(node, Register)),
            sources=tuple(node for node in self.nodes if isinstance(node, Source)),
            pages=tuple(self.pages),
            texts=self.texts,
            unread=frozenset(self.unread),
        )


def _node(source: SourceText) -> tuple[Node | None, list[Diagnostic]]:
    """Return what a file holds, or None, and everything that is wrong with it."""
    tree, faults = compose(source)
    if not isinstance(tree, Keyed) or not tree.entries:
        return None, [*faults, *_nothing(tree, source, already=bool(faults))]
    model, wrong = _kind(tree, source)
    if model is None:
        return None, [*faults, *wrong]
    node, refused = typed(model, tree, source)
    if node is None or faults:
        return None, [*faults, *refused]
    place(node, tree, source)
    return node, _misnamed(tree, source)


def _nothing(tree: Tree | None, source: SourceText, *, already: bool) -> list[Diagnostic]:
    """Tell of a file without keys, unless it could not be read at all."""
    if already:
        return []
    help_ = f"Begin the file with one of {listed(_KINDS, 'or')}, a colon and its permanent name; or delete the file."
    if tree is None or (isinstance(tree, Text) and tree.left_out):
        return [EmptyFile.found("This file says nothing.", source.locate(0), help_)]
    span = beginning(tree)
    message = "This file does not consist of keys with their values."
    return [WrongShape.found(message, source.locate(span.start, span.end), help_)]


def _kind(tree: Keyed, source: SourceText) -> tuple[type[Node] | None, list[Diagnostic]]:
    """Return what a file is of the model, by its first key."""
    key, value = tree.entries[0].key, tree.entries[0].value
    here = source.locate(key.span.start, key.span.end)
    if source.file == SETTINGS:
        if key.text == "handbook":
            return Settings, []
        message = f"The settings of the handbook begin with `handbook:`, not with `{short(key.text)}:`."
        help_ = "Write `handbook:` and a permanent name first, then `title:`, `publisher:` and `parts:`."
        return None, [MissingSettings.found(message, here, help_)]
    if key.text in _DOCUMENTS:
        return _DOCUMENTS[key.text], []
    if key.text == "source":
        return Source, []
    if key.text == "register":
        return _register(value, source)
    return None, [UnknownKind.found(f"A file cannot begin with `{short(key.text)}:`.", here, _remedy(tree))]


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


def _register(value: Tree, source: SourceText) -> tuple[type[Node] | None, list[Diagnostic]]:
    """Return which register a file is, by the value of its first key."""
    if isinstance(value, Text) and value.text in _REGISTERS:
        return _REGISTERS[value.text], []
    span, written = beginning(value), value.text if isinstance(value, Text) else ""
    message = f"There is no register `{short(written)}`." if written else "This register does not say which it is."
    return None, [WrongValue.found(message, source.locate(span.start, span.end), one_of(written, _REGISTERS))]


def _misnamed(tree: Keyed, source: SourceText) -> list[Diagnostic]:
    """Tell of a file that is not called by the permanent name that its first line gives.

    Settings have a fixed place, and a register may be divided among files.
    """
    key, value = tree.entries[0].key, tree.entries[0].value
    path = PurePosixPath(source.file)
    if key.text in {"handbook", "register"} or not isinstance(value, Text) or path.stem == value.text:
        return []
    message = f"This file is called `{path.name}`, but what it holds is called `{value.text}`."
    help_ = f"Rename the file to `{value.text}{path.suffix}`."
    return [WrongFileName.found(message, source.locate(value.span.start, value.span.end), help_)]


def _announced(source: SourceText) -> frozenset[str]:
    """Return what a file that could not be read holds, by a glance at its first line and at its name."""
    if source.file == SETTINGS:
        return frozenset({"handbook"})
    found = re.search(r"^[\w-]+\s*:\s*[\"']?([\w-]+)", source.text, re.MULTILINE)
    return frozenset({PurePosixPath(source.file).stem, *([found[1]] if found else [])})
