"""Policies: sections, clauses, points and annexes, with what is known about each provision."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from policywright.model.document import Document, Waiver
from policywright.model.node import Node
from policywright.model.vocabulary import (
    Date,
    DocumentRef,
    Duty,
    Identifier,
    LawRef,
    Line,
    Plain,
    Prose,
    ProvisionRef,
    RoleRef,
    SourceRef,
    TopicRef,
    Version,
    YesNo,
)


class Deadline(Node):
    """By when something must be done."""

    within: Line
    """How long, such as 24 hours, or immediately."""
    of: Line
    """The event that starts the clock, such as the post being seen."""
    unless: Line | None = None
    """When the deadline does not hold."""

    @property
    def joint(self) -> str:
        """What stands between the two: `2 days after the event`, but `before it begins: the event`."""
        return ": " if self.within.startswith("before") else " after "


class Retention(Node):
    """How long something is kept, and why."""

    keep: Line
    """How long, such as until the pupil leaves."""
    of: Line | None = None
    """What is kept, such as the signed form."""
    because: Line
    """The reason or the law that asks for it."""


class AgeLimit(Node):
    """An age from which, or below which, something holds."""

    from_: int | None = Field(default=None, ge=0, le=120)
    """The youngest age, in years, for which it holds."""
    below: int | None = Field(default=None, ge=0, le=120)
    """The age, in years, from which it no longer holds."""
    what: Line
    """What the age decides, such as giving consent oneself."""


class Quoted(Node):
    """One numbered or unnumbered piece of a quoted statute."""

    number: Plain | None = None
    """The number that the statute gives it, such as (2) or (a)."""
    text: Plain
    """The statute's own words."""
    points: tuple[Quoted, ...] = ()
    """The pieces below it."""


class Quotation(Node):
    """Words of a statute, which keep their own numbering."""

    law: LawRef
    """The law that is quoted."""
    place: Plain
    """Where in the law, such as section 3."""
    quoted: tuple[Quoted, ...] = Field(min_length=1)
    """The words, piece by piece."""


class Footnote(Node):
    """A remark at the foot, called by `[^id]` in the text of the same provision."""

    id: Identifier
    """The word that calls it."""
    text: Line
    """The remark."""


class Provision(Node):
    """What clauses and points share: their words, their force, and what is known about them."""

    id: Identifier
    """Permanent name within the document; it makes the anchor."""
    number: Plain | None = None
    """A published number to keep, such as 6.5; otherwise numbers are computed."""
    heading: Line | None = None
    """A few words that run in, in bold, before the text."""
    duty: Duty | None = None
    """How binding it is; left out for a statement."""
    actors: tuple[RoleRef, ...] = ()
    """Who bears the duty or may act."""
    decides: YesNo = False
    """Whether it settles what a person does next; a decision must then lead to it."""
    statutory: YesNo = False
    """Whether a law asks for it, so that no adopter may change it or leave it out; its points are then too."""
    text: Prose
    """The words of the rule."""
    points: tuple[Point, ...] = ()
    """Lettered children; each takes over duty and actors unless it gives its own."""
    continues: Prose | None = None
    """Words that go on after the points."""
    points_are: Literal["closed", "open"] = "closed"
    """Whether the points are all there is (closed), or some among others (open)."""
    because: Prose | None = None
    """The reason for the rule."""
    consequence: Prose | None = None
    """What follows when it is not kept."""
    examples: tuple[Line, ...] = ()
    """Named examples, kept apart from the rule."""
    quotation: Quotation | None = None
    """Words of a statute that the rule rests on."""
    footnotes: tuple[Footnote, ...] = ()
    """Remarks called from the text."""
    deadline: Deadline | None = None
    """By when, for the page of deadlines."""
    retention: Retention | None = None
    """How long, for the page of retention periods."""
    age: AgeLimit | None = None
    """The age that decides."""
    topics: tuple[TopicRef, ...] = ()
    """What it is about."""
    keywords: tuple[Plain, ...] = ()
    """Words by which people look for it and that it does not say, for the search."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""
    related: tuple[ProvisionRef, ...] = ()
    """Documents that a reader of this rule needs: forms, letters, decisions, tables, checklists."""
    formerly: tuple[Identifier, ...] = ()
    """Identifiers that it had before; old addresses keep working."""
    status: Literal["in-force", "withdrawn"] = "in-force"
    """Whether it still holds."""
    replaced_by: ProvisionRef | None = None
    """What holds in place of a withdrawn provision."""
    adopter_note: Prose | None = None
    """Advice to an organisation that adopts the policy; it is never published by an adopter."""
    editors_note: Prose | None = None
    """What was changed against the publication, and why; for editors."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class Point(Provision):
    """A lettered child of a clause or of another point."""


class Clause(Provision):
    """The smallest numbered unit that can be cited."""


class Section(Node):
    """A headed group of clauses, or of further sections."""

    id: Identifier
    """Permanent name within the document."""
    title: Line
    """The heading."""
    number: Plain | None = None
    """A published number to keep."""
    introduction: Prose | None = None
    """Words before the first clause."""
    applies_to: tuple[RoleRef, ...] = ()
    """Whom the section is for, where that differs from the policy."""
    clauses: tuple[Clause, ...] = ()
    """The rules and statements."""
    sections: tuple[Section, ...] = ()
    """Sections below this one."""
    formerly: tuple[Identifier, ...] = ()
    """Identifiers that it had before."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that its heading or introduction restates."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class Annex(Section):
    """Attached matter: sections and clauses of its own, or another document that is attached whole."""

    document: DocumentRef | None = None
    """The document that is attached."""


class FrontMatter(Node):
    """A line of the table at the front, with one value or several."""

    label: Plain
    """What it tells, such as Document owner."""
    values: tuple[Line, ...] = Field(min_length=1)
    """One value for each cell."""


class Revision(Node):
    """A line of the version control table."""

    version: Version
    """The version."""
    date: Date
    """When it was approved."""
    by: RoleRef
    """Who approved it."""
    what: Line
    """What changed."""
    minor: YesNo = False
    """Whether only words changed, and nothing that is asked of anybody."""


class Silence(Node):
    """A topic on which the policy gives no rule, said openly."""

    topic: TopicRef
    """The topic."""
    note: Line | None = None
    """What a reader should do."""


class Policy(Document):
    """A document of rules, with one owner, a version and a review date."""

    kind_key: ClassVar[str] = "policy"

    policy: Identifier
    """Permanent name, unique in the handbook."""
    kind: Literal["policy", "code-of-conduct", "guidance", "procedure", "notice"] = "policy"
    """What sort of document it is called."""
    applies_to: tuple[RoleRef, ...] = ()
    """Whom it binds."""
    audience: Literal["staff", "public", "adopters"] = "staff"
    """Whom its voice addresses."""
    authors: tuple[RoleRef, ...] = ()
    """The roles that wrote it."""
    approved_by: RoleRef | None = None
    """The role or body that approved it."""
    replaces: Line | None = None
    """The document that went before."""
    front_matter: tuple[FrontMatter, ...] = ()
    """Further lines of the table at the front."""
    history: tuple[Revision, ...] = ()
    """The version control table, newest first."""
    read_with: tuple[DocumentRef, ...] = ()
    """Documents to read beside it."""
    silent_on: tuple[Silence, ...] = ()
    """Topics on which it gives no rule."""
    sections: tuple[Section, ...] = ()
    """The body."""
    annexes: tuple[Annex, ...] = ()
    """What is attached."""
    annex_word: Plain | None = None
    """What its annexes are called, where that differs from the handbook's word."""
