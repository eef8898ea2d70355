"""Checklists: steps with items to do, and a sign-off."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from policywright.model.document import Document, Waiver
from policywright.model.node import Node
from policywright.model.vocabulary import (
    DocumentRef,
    Identifier,
    Line,
    Prose,
    ProvisionRef,
    RoleRef,
    SourceRef,
    YesNo,
)


class Item(Node):
    """One thing to do and tick."""

    id: Identifier
    """Permanent name within the checklist."""
    do: Line
    """What to do."""
    help: Prose | None = None
    """What helps to do it."""
    by: RoleRef | None = None
    """Who does it."""
    when: Line | None = None
    """By when."""
    evidence: DocumentRef | None = None
    """The form or letter that shows that it was done."""
    after: tuple[Identifier, ...] = ()
    """Items of this checklist that must be done first."""
    may_not_apply: YesNo = False
    """Whether the reader may mark it as not applying."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that ask for it."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class Step(Node):
    """A headed group of items."""

    title: Line
    """The heading."""
    introduction: Prose | None = None
    """Words before the first item."""
    items: tuple[Item, ...] = Field(min_length=1)
    """The items."""


class SignOff(Node):
    """Who confirms that the checklist is done."""

    by: RoleRef
    """The role that signs."""
    statement: Line | None = None
    """What the signature confirms."""


class Checklist(Document):
    """Things to do, in steps."""

    kind_key: ClassVar[str] = "checklist"

    checklist: Identifier
    """Permanent name, unique in the handbook."""
    for_: RoleRef | None = None
    """Who works through it."""
    follows: tuple[DocumentRef, ...] = ()
    """Checklists that must be finished before this one."""
    steps: tuple[Step, ...] = Field(min_length=1)
    """The steps."""
    sign_off: SignOff | None = None
    """Who confirms."""
