"""Reading a handbook: from the bytes of its files to the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from policywright.diagnostics import Diagnostic, Location
from policywright.model.document import Document
from policywright.model.handbook import DOCUMENT_KINDS, NO_SETTINGS, Handbook, Lost, Settings
from policywright.model.handwritten import HandwrittenPage
from policywright.model.node import Node, SourceText
from policywright.model.publication import Source
from policywright.model.registers import Register
from policywright.source.characters import decode
from policywright.source.faults.files import MissingSettings, NotUtf8, TooLarge, WrongFileName
from policywright.source.kind import SETTINGS, nothing, recognised
from policywright.source.losses import losses
from policywright.source.origins import place
from policywright.source.tree import Keyed, Text, compose
from policywright.source.values import typed

_NAMED_LIKE_THEIR_FILES = {*(kind.kind_key for kind in DOCUMENT_KINDS), "source"}


PICTURES = (".png", ".jpg", ".jpeg")
"""How the names of pictures end."""


def read(files: Mapping[str, bytes]) -> tuple[Handbook, tuple[Diagnostic, ...]]:
    """Return the handbook that files hold, and what is wrong with them, by place.

    A name is relative to the handbook's folder, with forward slashes: `policies/schools/social-media.yml`. A name that
    ends with `.md` is a hand-written page, and pictures are kept as they are; every other file is YAML. What is sound
    of a file with faults is kept; one that is no YAML at all, or of which nobody can tell what it is, is left out.
    """
    reading = _Reading()
    for name in sorted(files):
        if name.endswith(".md"):
            reading.take_page(name, files[name])
        elif name.endswith(PICTURES):
            reading.pictures[name] = files[name]
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
    pictures: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, SourceText] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    lost: list[Lost] = field(default_factory=list)

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
        self.faults.extend(faults)
        if any(fault.name in {TooLarge.name, NotUtf8.name} for fault in faults):
            self._leave_out(source)
            return
        tree, faults = compose(source)
        self.faults.extend(faults)
        if isinstance(tree, Keyed) and tree.entries:
            self._take_thing(tree, source)
            return
        if not faults:
            self.faults.append(nothing(tree, source))
        self._leave_out(source)

    def _take_thing(self, written: Keyed, source: SourceText) -> None:
        """Take what a file holds, as far as it can be told what it is."""
        thing = recognised(written, source)
        read = typed(thing.model, thing.tree, source) if thing.model else None
        self.faults.extend((*thing.faults, *(read.faults if read else ())))
        if read is None or read.node is None:
            self._leave_out(source)
            return
        self.faults.extend(_misnamed(read.tree, source))
        place(read.node, read.tree, source)
        self.nodes.append(read.node)
        self.lost.extend(losses(written, read, source))

    def _leave_out(self, source: SourceText) -> None:
        """Keep in mind what a file might have held."""
        self.unread.update(_announced(source))
        self.lost.append(Lost(source.locate(0, len(source.text)), frozenset(), source.text))

    def handbook(self) -> Handbook:
        """Return what was read as a handbook."""
        return Handbook(
            settings=next((node for node in self.nodes if isinstance(node, Settings)), NO_SETTINGS),
            documents=tuple(node for node in self.nodes if isinstance(node, Document)),
            registers=tuple(node for node in self.nodes if isinstance(node, Register)),
            sources=tuple(node for node in self.nodes if isinstance(node, Source)),
            pages=tuple(self.pages),
            pictures=self.pictures,
            texts=self.texts,
            unread=frozenset(self.unread),
            lost=tuple(self.lost),
        )


def _misnamed(read: Keyed, source: SourceText) -> list[Diagnostic]:
    """Tell of a file that is not called by the permanent name that its first line gives.

    Settings have a fixed place, and a register may be divided among files.
    """
    key, value = read.entries[0].key, read.entries[0].value
    path = PurePosixPath(source.file)
    if key.text not in _NAMED_LIKE_THEIR_FILES or not isinstance(value, Text) or path.stem == value.text:
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
