"""Letters: a body with blanks to fill and paragraphs that come and go with them."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from policywright.model.document import Document, Waiver
from policywright.model.node import Node
from policywright.model.vocabulary import (
    DocumentRef,
    Identifier,
    Line,
    Plain,
    Prose,
    ProvisionRef,
    RoleRef,
    SourceRef,
    YesNo,
)


class Blank(Node):
    """Something that the sender fills in, written `{{id}}` in the body."""

    id: Identifier
    """Permanent name within the letter."""
    label: Line
    """What is asked."""
    help: Line | None = None
    """What helps to fill it in."""
    if_empty: Plain | None = None
    """What stands there when it is left empty; without it, a ruled line."""
    pick: tuple[Plain, ...] = ()
    """The words to choose from, where it is a choice."""
    lines: int = Field(default=1, ge=1, le=40)
    """How many lines it may take."""
    type: Literal["text", "date"] = "text"
    """Whether it is words or a date; a date is asked for as day, month and year."""
    days_ahead: int | None = Field(default=None, ge=0, le=366)
    """How many days after the day of writing the date lies that is suggested: 0 for that day; left out, none is."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class BlankCondition(Node):
    """A blank, and one of the choices that it has."""

    blank: Identifier
    """The blank."""
    is_: Plain
    """The choice."""


class Paragraph(Node):
    """One paragraph of the body."""

    id: Identifier | None = None
    """Permanent name within the letter, where it rests on rules of its own or is to be cited."""
    text: Prose
    """The words."""
    show_if: BlankCondition | None = None
    """When it stands in the letter; left out, always."""
    place: Literal["address", "greeting"] | None = None
    """What it is, where it has a place of its own: the address behind the window of an envelope, or the greeting, which
    the subject follows."""
    optional: YesNo = False
    """Whether the sender may leave it out."""
    consequence: YesNo = False
    """Whether it says what will follow if the request is not met."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that this paragraph rests on."""
    adopter_note: Prose | None = None
    """Advice to an organisation that adopts the letter."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class When(Node):
    """The outcome of a decision, or of a table, that leads to the letter."""

    decision: DocumentRef
    """The decision, or the table."""
    outcome: Identifier
    """Its outcome."""
    choose: tuple[BlankCondition, ...] = ()
    """What is chosen already when the letter is opened from this outcome."""


class Letter(Document):
    """A letter to send."""

    kind_key: ClassVar[str] = "letter"

    letter: Identifier
    """Permanent name, unique in the handbook."""
    sender: RoleRef | None = None
    """The role that signs it."""
    recipient: RoleRef | None = None
    """Whom it goes to."""
    when: tuple[When, ...] = ()
    """The outcomes of decisions and tables that lead to it."""
    subject: Line | None = None
    """The subject line."""
    blanks: tuple[Blank, ...] = ()
    """What the sender fills in."""
    body: tuple[Paragraph, ...] = Field(min_length=1)
    """The letter's paragraphs, from the greeting to the close."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that it rests on."""

    @property
    def greeting(self) -> Paragraph | None:
        """The greeting that the subject follows, which always stands in the letter."""
        always = (one for one in self.body if not one.show_if and not one.optional)
        return next((one for one in always if one.place == "greeting"), None)
