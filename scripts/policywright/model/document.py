"""What every document has, whatever its kind: a name, an owner, a version and a review date."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from policywright.model.node import Node
from policywright.model.vocabulary import (
    Date,
    DocumentRef,
    Identifier,
    Line,
    PartRef,
    Plain,
    Prose,
    RoleRef,
    SourceRef,
    Status,
    TopicRef,
    Version,
)


class Waiver(Node):
    """Lets the findings of one check pass here, for a reason and until a date."""

    check: Plain
    """The name of the check, such as vague-deadline."""
    because: Plain
    """Why they may pass."""
    until: Date
    """The last day on which they may."""


class Document(Node):
    """One file of the handbook that a reader opens: a policy, form, letter, checklist, decision or table."""

    kind_key: ClassVar[str]
    """The first key of the file, whose value is the identifier."""

    title: Line
    """The title, in the reader's words."""
    short_title: Line | None = None
    """A shorter title for menus and running heads."""
    summary: Prose | None = None
    """What a reader finds here, in a sentence or two."""
    part: PartRef
    """The part of the handbook that it stands in."""
    owner: RoleRef | None = None
    """The role that answers for it."""
    status: Status = "draft"
    """Where it stands in its life."""
    version: Version | None = None
    """The version, such as 2026.1."""
    approved: Date | None = None
    """When it was approved."""
    review_by: Date | None = None
    """When it is due for review."""
    language: str = Field(default="en-GB", pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")
    """The language it is written in."""
    topics: tuple[TopicRef, ...] = ()
    """What it is about."""
    keywords: tuple[Plain, ...] = ()
    """Words by which people look for it and that it does not say, for the search."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates as a whole."""
    replaced_by: DocumentRef | None = None
    """The document that holds in place of a withdrawn one."""
    formerly: tuple[Identifier, ...] = ()
    """Identifiers that it had before; old addresses keep working."""
    adopter_note: Prose | None = None
    """Advice to an organisation that adopts it; it is never published by an adopter."""
    editors_note: Prose | None = None
    """What was changed against the publication, and why; for editors."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass in this document."""

    @property
    def id(self) -> str:
        """The identifier, unique in the handbook."""
        return str(getattr(self, self.kind_key))
