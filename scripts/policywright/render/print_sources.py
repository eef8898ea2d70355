"""The files that a printed document was made from, which travel in its PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from policywright.linking import LinkedHandbook, plain_text
from policywright.linking.plain_text import PlainText
from policywright.model.document import Document
from policywright.model.handbook import Settings
from policywright.model.publication import Source
from policywright.model.registers import Register
from policywright.render.page import SourceFile

Thing = Settings | Document | Register | Source
"""What a file holds."""


@dataclass(frozen=True)
class Sources:
    """The files of a handbook; `texts` are those that may go out, by their names."""

    linked: LinkedHandbook
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def of_everything(self) -> tuple[SourceFile, ...]:
        """Every file of the handbook, so that it can be made again from its PDF."""
        handbook = self.linked.handbook
        return self.of((handbook.settings, *handbook.registers, *handbook.sources, *handbook.documents))

    def of_part(self, documents: Iterable[Document]) -> tuple[SourceFile, ...]:
        """Return the files of some documents, and of what they share with the rest of the handbook."""
        handbook = self.linked.handbook
        return self.of((handbook.settings, *handbook.registers, *documents))

    def of(self, things: Iterable[Thing]) -> tuple[SourceFile, ...]:
        """Return the file of each thing that has one."""
        files = {thing.origin.source.file: thing for thing in things}
        return tuple(
            SourceFile(self._name(file), self._about(thing), self.texts[file])
            for file, thing in files.items()
            if file in self.texts
        )

    def _name(self, file: str) -> str:
        """Return the last part of a file's name where no other file has it, since folders do not travel."""
        name = PurePosixPath(file).name
        return name if self._names[name] == 1 else file.replace("/", "_")

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(PurePosixPath(file).name for file in self.texts)

    def _about(self, thing: Thing) -> str:
        match thing:
            case Document():
                return f"{thing.kind_key.capitalize()}: {self._wording.of(thing.title)}"
            case Source():
                return f"Publication: {self._wording.of(thing.title)}"
            case Settings():
                return "The handbook's title, publisher, parts and settings"
            case _:
                return f"Register: {thing.register_}"

    @cached_property
    def _wording(self) -> PlainText:
        return plain_text(self.linked.handbook)
