"""What the program tells an editor about a handbook: diagnostics, and the rules that make them."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Severity(StrEnum):
    """How much a diagnostic weighs.

    An error stops publishing, a warning does so under `--strict`, a note never.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of a source file.

    `file` is relative to the handbook's folder, with forward slashes. Lines and columns count from 1,
    columns in characters; the end is exclusive. A location without an end is a point.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        """Give the clickable form that terminals and editors know."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that helps to understand a diagnostic, such as the first of two equal identifiers."""

    message: str
    location: Location


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a source file and the words to write in its place; an empty stretch is where they are put in."""

    location: Location
    words: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in the content: what is wrong (`message`), where, and how to mend it (`help`).

    `mend` are the edits that put it right, where there is one right way alone; together they are made or not at all.
    """

    name: str
    code: str
    severity: Severity
    message: str
    location: Location
    help: str = ""
    related: tuple[Related, ...] = ()
    mend: tuple[Edit, ...] = ()

    @property
    def order(self) -> tuple[Location, str, str]:
        """Sort key: by place in the sources, then by name."""
        return (self.location, self.name, self.message)


@dataclass(frozen=True, slots=True)
class Example:
    """Files that show a rule at work: their texts by name, and the lines that it flags (file, line from 1).

    An accepted example has no flagged line. The files are laid over a handbook that has no diagnostics.
    """

    refused: bool
    files: Mapping[str, str]
    flagged: frozenset[tuple[str, int]]


class Rule:
    """What a kind of diagnostic is: its name, its code, how severe it is, and its page.

    The docstring of a rule is its page for editors: a first line that says what is refused, then why it
    matters, then `Refused:` and `Accepted:` with an indented example each. `policywright explain NAME`
    prints it. In an example a line `# name` at the margin begins a file; every other line has a gutter of
    two characters, `> ` where the rule flags the line.
    """

    name: ClassVar[str]
    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    mendable: ClassVar[bool] = False
    """Whether `policywright check --fix` mends what it finds, wherever there is one right way."""

    @classmethod
    def page(cls) -> str:
        """Return the rule's page, as Markdown."""
        return inspect.cleandoc(cls.__doc__ or "")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Return the examples on the rule's page, in order."""
        return tuple(_example(heading, lines) for heading, lines in _blocks(cls.page()))

    @classmethod
    def found(
        cls,
        message: str,
        location: Location,
        help: str = "",  # noqa: A002  it is the field of the same name
        related: Iterable[Related] = (),
        mend: Iterable[Edit] = (),
    ) -> Diagnostic:
        """Return a diagnostic of this rule's kind."""
        return Diagnostic(cls.name, cls.code, cls.severity, message, location, help, tuple(related), tuple(mend))


def _blocks(page: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading of an example with the lines of its block, less their indentation."""
    heading, block = "", list[str]()
    for line in page.splitlines():
        if heading and (not line or line.startswith("    ")):
            block.append(line[4:])
            continue
        if heading:
            yield heading, block
        heading, block = (line if line in {"Refused:", "Accepted:"} else ""), []
    if heading:
        yield heading, block


def _example(heading: str, lines: Iterable[str]) -> Example:
    files: dict[str, list[str]] = {}
    flagged = set[tuple[str, int]]()
    name = ""
    for line in lines:
        if line.startswith("# "):
            name = line.removeprefix("# ").strip()
            files[name] = []
        elif name:
            files[name].append(line[2:])
            if line.startswith("> "):
                flagged.add((name, len(files[name])))
    texts = {name: "\n".join(text).rstrip("\n") + "\n" for name, text in files.items()}
    return Example(heading == "Refused:", texts, frozenset(flagged))
