"""What the program tells an editor about a handbook: diagnostics, and the rules that make them."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops publishing, a warning does under `--strict`, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of a source file.

    `file` is relative to the handbook's folder, with forward slashes. Lines and columns count from 1, columns in
    characters; the end is exclusive. A location without an end is a point.
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
class Diagnostic:
    """One problem in the content: what is wrong (`message`), where, and how to mend it (`help`)."""

    name: str
    code: str
    severity: Severity
    message: str
    location: Location
    help: str = ""
    related: tuple[Related, ...] = ()

    @property
    def order(self) -> tuple[Location, str, str]:
        """Sort key: by place in the sources, then by name."""
        return (self.location, self.name, self.message)


class Rule:
    """What a kind of diagnostic is: its name, its code, how severe it is, and its page.

    The docstring of a rule is its page for editors: a first line that says what is refused, then why it matters, then
    sections `Refused` and `Accepted` with an example each. `policywright explain NAME` prints it.
    """

    name: ClassVar[str]
    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR

    @classmethod
    def page(cls) -> str:
        """Return the rule's page, as Markdown."""
        return inspect.cleandoc(cls.__doc__ or "")

    @classmethod
    def found(
        cls, message: str, location: Location, help: str = "", related: Iterable[Related] = ()  # noqa: A002
    ) -> Diagnostic:
        """Return a diagnostic of this rule's kind."""
        return Diagnostic(cls.name, cls.code, cls.severity, message, location, help, tuple(related))
