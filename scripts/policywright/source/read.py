"""Reading a handbook: from the bytes of its files to the model."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from policywright.diagnostics import Diagnostic, Location, Rule
from policywright.model.adopter import Adopter
from policywright.model.document import Document
from policywright.model.handbook import DOCUMENT_KINDS, NO_SETTINGS, Handbook, Lost, Settings
from policywright.model.handwritten import HandwrittenPage
from policywright.model.node import Node, SourceText
from policywright.model.publication import Source
from policywright.model.registers import Register
from policywright.source.characters import decode
from policywright.source.faults.files import MissingSettings, NotUtf8, TooLarge, WrongFileName
from policywright.source.faults.writing import SeveralDocuments
from policywright.source.kind import SETTINGS, nothing, recognised
from policywright.source.losses import losses
from policywright.source.origins import place
from policywright.source.tree import Keyed, Text, compose
from policywright.source.values import typed

_NAMED_LIKE_THEIR_FILES = {*(kind.kind_key for kind in DOCUMENT_KINDS), "adopter", "source"}


PICTURES = (".png", ".jpg", ".jpeg", ".svg")
"""How the names of pictures end."""

LARGEST_PICTURE = 4 * 1024**2
"""How many bytes a picture may have; whoever opens a page has to wait for all of them."""


def read(files: Mapping[str, bytes]) -> tuple[Handbook, tuple[Diagnostic, ...]]:
    """Return the handbook that files hold, and what is wrong with them, by place.

    A name is relative to the handbook's folder, with forward slashes: `policies/schools/social-media.yml`. A name that
    ends with `.md` is a hand-written page, and pictures are kept as they are; every other file is YAML. What is sound
    of a file with faults is kept; one that is no YAML at all, or of which nobody can tell what it is, is left out.
    """
    return Reader().read(files)


class Reader:
    """Reads a handbook again and again, as a preview does, and of its files only those that have changed since."""

    def __init__(self) -> None:
        # What was read, by the name of its file, behind a hash of what that held.
        self._known: dict[str, tuple[bytes, _File]] = {}

    def read(self, files: Mapping[str, bytes]) -> tuple[Handbook, tuple[Diagnostic, ...]]:
        """Return what the function `read` does."""
        self._known = {name: self._file(name, content) for name, content in sorted(files.items())}
        found = [file for _, file in self._known.values()]
        faults = [fault for file in found for fault in file.faults]
        if SETTINGS not in files:
            message = f"The handbook has no file `{SETTINGS}`."
            help_ = "Make one that begins with `handbook:` and gives `title:`, `publisher:` and `parts:`."
            faults.append(MissingSettings.found(message, Location(SETTINGS), help_))
        return _handbook(found), tuple(sorted(faults, key=lambda fault: fault.order))

    def _file(self, name: str, content: bytes) -> tuple[bytes, _File]:
        digest = sha256(content).digest()
        known = self._known.get(name)
        return known if known and known[0] == digest else (digest, _read(name, content))


@dataclass(slots=True)
class _File:
    """What one file holds, as far as it could be read."""

    name: str
    picture: bytes = b""
    source: SourceText | None = None
    node: Node | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    unread: frozenset[str] = frozenset()
    lost: list[Lost] = field(default_factory=list)

    def take_picture(self, content: bytes) -> None:
        """Take a picture, as it is."""
        self.picture = content
        if len(content) > LARGEST_PICTURE:
            message = f"This picture has more than {LARGEST_PICTURE // 1024**2} MiB, and may have no more."
            help_ = "Save it smaller: 2,000 pixels wide are enough for a page."
            self.faults.append(TooLarge.found(message, Location(self.name), help_))

    def take_page(self, content: bytes) -> None:
        """Take a hand-written page."""
        source = self._decoded(content)
        if self._has(TooLarge):
            self._leave_out(source)
        else:
            self.node = HandwrittenPage.of(source)

    def take_yaml(self, content: bytes) -> None:
        """Take what is written in YAML."""
        source = self._decoded(content)
        if self._has(TooLarge, NotUtf8):
            self._leave_out(source)
            return
        tree, faults = compose(source)
        self.faults.extend(faults)
        if isinstance(tree, Keyed) and tree.entries and not self._has(TooLarge, SeveralDocuments):
            self._take_thing(tree, source)
            return
        if not faults:
            self.faults.append(nothing(tree, source))
        self._leave_out(source)

    def _has(self, *rules: type[Rule]) -> bool:
        return any(fault.name == rule.name for fault in self.faults for rule in rules)

    def _decoded(self, content: bytes) -> SourceText:
        self.source, faults = decode(self.name, content)
        self.faults.extend(faults)
        return self.source

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
        self.node = read.node
        if self.faults:
            self.lost.extend(losses(written, read, source))

    def _leave_out(self, source: SourceText) -> None:
        """Keep in mind what the file might have held."""
        self.unread = _announced(source)
        self.lost.append(Lost(source.locate(0, len(source.text)), frozenset(), source.text))


def _read(name: str, content: bytes) -> _File:
    """Return what a file holds; of a picture, nothing is known but its bytes."""
    file = _File(name)
    if name.endswith(PICTURES):
        file.take_picture(content)
    elif name.endswith(".md"):
        file.take_page(content)
    else:
        file.take_yaml(content)
    return file


def _handbook(files: Sequence[_File]) -> Handbook:
    """Return what was read as a handbook."""
    nodes = [file.node for file in files if file.node is not None]
    return Handbook(
        settings=next((node for node in nodes if isinstance(node, Settings)), NO_SETTINGS),
        documents=tuple(node for node in nodes if isinstance(node, Document)),
        registers=tuple(node for node in nodes if isinstance(node, Register)),
        sources=tuple(node for node in nodes if isinstance(node, Source)),
        adopters=tuple(node for node in nodes if isinstance(node, Adopter)),
        pages=tuple(node for node in nodes if isinstance(node, HandwrittenPage)),
        pictures={file.name: file.picture for file in files if file.name.endswith(PICTURES)},
        texts={file.name: file.source for file in files if file.source is not None},
        unread=frozenset(name for file in files for name in file.unread),
        lost=tuple(lost for file in files for lost in file.lost),
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
