"""Sources: the publications that the handbook restates, provision by provision."""

from __future__ import annotations

from pydantic import Field

from policywright.model.node import Node
from policywright.model.vocabulary import Identifier, Line, Plain


class SourceProvision(Node):
    """One provision of a publication."""

    id: str = Field(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$")
    """Its name in the inventory, such as 6.6-decline."""
    locator: Plain
    """Where it stands in the publication, such as 6.6, second sentence."""
    says: Line
    """What it says, in a few words of our own."""
    set_aside: Line | None = None
    """Why the handbook does not restate it."""


class SourceDocument(Node):
    """One document within a publication."""

    id: Identifier
    """Its name in the inventory."""
    title: Line
    """Its title."""
    provisions: tuple[SourceProvision, ...] = ()
    """Everything that it provides, in order."""


class Source(Node):
    """A publication that policies restate."""

    source: Identifier
    """Permanent name, unique in the handbook."""
    title: Line
    """The publication's title."""
    publisher: Line
    """The kind of organisation that published it."""
    published: Plain | None = None
    """When, as far as it says."""
    documents: tuple[SourceDocument, ...] = Field(min_length=1)
    """The documents that it holds."""
