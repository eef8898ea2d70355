"""The shape of the files that tell what there is: the handbook as a whole, all clauses, and all references."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from policywright.model.node import Node
from policywright.model.publication import Source


class Published(BaseModel):
    """Something that a file of data says, apart from what editors wrote."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)


class PublishedFile(Published):
    """A whole file of data."""

    schema_: str = Field(alias="$schema")
    """The JSON Schema of this file."""
    format: int
    """The version of the format. It is raised when a program that reads the former one could fail."""


class PartEntry(Published):
    """A part of the handbook: the documents for one kind of organisation."""

    id: str
    """Permanent name."""
    title: str
    """What it is called."""
    summary: str | None = None
    """Whom it is for."""
    page: str
    """Its page, for people."""


class DocumentEntry(Published):
    """A document of the handbook, in short."""

    id: str
    """Permanent name, unique in the handbook; it is the document's address too."""
    type: str
    """Its kind: policy, form, letter, checklist, decision or table."""
    title: str
    """What it is called."""
    summary: str | None = None
    """What a reader finds there."""
    part: str
    """The address of its part."""
    owner: str | None = None
    """The address of the role that answers for it."""
    status: str
    """Where it stands in its life: draft, model, in-force or withdrawn."""
    version: str | None = None
    """The version, such as 2026.1."""
    review_by: datetime.date | None = None
    """When it is due for review."""
    page: str
    """Its page, for people."""
    data: str
    """The file that holds the whole of it."""


class Index(PublishedFile):
    """The handbook as a whole: where to begin. Every address of a file or page is relative to this file."""

    id: str
    """Permanent name of the handbook."""
    title: str
    """What it is called."""
    publisher: str
    """The organisation that publishes it."""
    summary: str | None = None
    """What it is."""
    language: str
    """Its language."""
    address: str | None = None
    """Where it is published, if anybody has said."""
    page: str
    """Its home page, for people."""
    parts: tuple[PartEntry, ...]
    """Its parts, in order."""
    documents: tuple[DocumentEntry, ...]
    """Its documents, in reading order."""
    registers: dict[str, str]
    """The file of each register, by its kind; `sources` are the publications that the handbook restates."""
    clauses: str
    """The file of all clauses."""
    references: str
    """The file of all references."""


class ClauseEntry(Published):
    """A clause or a point, in short; the whole of it stands in its document."""

    address: str
    """What names it for good, such as `photographs#consent-first`."""
    kind: Literal["clause", "point"]
    """Which of the two it is."""
    document: str
    """The address of its document."""
    number: str
    """The number that a reader sees, such as 6.2(a)."""
    title: str
    """Its heading, or its first words."""
    duty: str | None = None
    """How binding it is: must, must-not, should, should-not or may; left out for a statement."""
    actors: tuple[str, ...]
    """The addresses of the roles that bear the duty or may act."""
    text: str
    """Its own words, without its points."""
    withdrawn: bool
    """Whether it holds no more, by itself or with what it stands in."""
    page: str
    """Its place on the site, for people."""


class Clauses(PublishedFile):
    """Every clause and point of the handbook, in reading order, in one list."""

    clauses: tuple[ClauseEntry, ...]
    """The clauses and points."""


class ReferenceEntry(Published):
    """A reference from one thing in the handbook to another."""

    from_: str = Field(alias="from")
    """The address of what refers."""
    to: str
    """The address of what it refers to."""
    by: str
    """How: `text` for a reference in prose, otherwise the key that holds it, such as `actors` or `clauses`."""
    words: str | None = None
    """The words of a reference in prose, where they are not the name of what it leads to."""


class References(PublishedFile):
    """Every reference within the handbook, in reading order."""

    references: tuple[ReferenceEntry, ...]
    """The references."""


class Sources(Node):
    """The publications that the handbook restates, as if they stood in one register."""

    register_: Literal["sources"] = "sources"
    """Which register it is."""
    entries: tuple[Source, ...] = ()
    """The publications."""
