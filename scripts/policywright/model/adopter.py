"""Adopters: organisations that take model policies over, fill in their own values and change a few clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from policywright.model.node import Node
from policywright.model.policy import AgeLimit, Clause, Deadline, Point, Retention
from policywright.model.vocabulary import (
    Date,
    DocumentRef,
    Duty,
    Identifier,
    Line,
    Plain,
    Prose,
    RefersTo,
    RoleRef,
    RuleRef,
    Version,
)

ClauseRef = Annotated[str, RefersTo(("clause",))]
LeavableRef = Annotated[str, RefersTo(("clause", "point", "section", "annex", "document"))]


class Taken(Node):
    """A model policy that is taken over."""

    policy: DocumentRef
    """The policy. What it refers to, such as its forms, letters and decisions, comes along."""
    version: Version | None = None
    """The version that the adopter agreed to; `policywright update` moves it on."""


class Base(Node):
    """What the model said when a local change was made; `policywright update` writes it, and nobody else."""

    fingerprint: str = Field(pattern=r"^[0-9a-f]{12}$")
    """By which a change of the model is noticed."""
    says: Plain
    """The model's words then, to compare."""


class LocalChange(Node):
    """Something that an adopter has otherwise than the model."""

    done: ClassVar[str] = ""
    """What was done, in a word that begins a sentence."""

    because: Plain
    """Why, and who agreed to it."""
    base: Base | None = None
    """What the model said when the change was made. `policywright update` writes it."""
    set_aside: Version | None = None
    """The version of the model whose words hold again in its place; the local words stay here, without effect."""

    @property
    def what(self) -> str:
        """The address in the model that it stands on."""
        raise NotImplementedError


class Amendment(LocalChange):
    """Other words for a clause or a point; what it does not give stays as the model has it."""

    done = "Changed"

    clause: RuleRef
    """The clause or the point, such as staff-conduct#personal-use."""
    heading: Line | None = None
    """The few words that run in before the text."""
    duty: Duty | None = None
    """How binding it is."""
    actors: tuple[RoleRef, ...] = ()
    """Who bears the duty or may act."""
    text: Prose | None = None
    """The words of the rule."""
    points: tuple[Point, ...] = ()
    """Its points, in place of all that the model has."""
    continues: Prose | None = None
    """Words that go on after the points."""
    consequence: Prose | None = None
    """What follows when it is not kept."""
    deadline: Deadline | None = None
    """By when."""
    retention: Retention | None = None
    """How long something is kept."""
    age: AgeLimit | None = None
    """The age that decides."""

    @property
    def what(self) -> str:
        """The address of the clause or the point."""
        return self.clause


class Addition(LocalChange):
    """Clauses that the model does not have."""

    done = "Added"

    after: ClauseRef
    """The model's clause after which they stand. After clause 3.2 they are 3.2A, 3.2B and so on."""
    clauses: tuple[Clause, ...] = Field(min_length=1)
    """The clauses."""

    @property
    def what(self) -> str:
        """The address of the clause before."""
        return self.after


class LeftOut(LocalChange):
    """Something of the model that does not hold for the adopter."""

    done = "Left out"

    provision: LeavableRef
    """The clause, point, section or annex, or a whole document that would come along."""

    @property
    def what(self) -> str:
        """The address of what is left out."""
        return self.provision


class Adopter(Node):
    """An organisation that takes model policies over; its handbook is made from the model and from this file."""

    adopter: Identifier
    """Permanent name, unique in the handbook."""
    name: Plain
    """The organisation, which publishes its own handbook."""
    title: Plain | None = None
    """The title of its handbook; left out, the model's with the organisation's name."""
    summary: Prose | None = None
    """What its handbook is, for the home page."""
    takes: tuple[Taken, ...] = Field(min_length=1)
    """The model policies that it takes over."""
    approved: Date | None = None
    """When it agreed to them; until then its handbook is a draft."""
    review_by: Date | None = None
    """When it looks at them again; left out, when the model is reviewed."""
    variables: dict[str, Plain] = Field(default_factory=dict)
    """Its own words for each variable, by the name between the braces."""
    left_out_is: Literal["noted", "unmentioned"] = "noted"
    """Whether its handbook says where something is left out, or passes over it."""
    amend: tuple[Amendment, ...] = ()
    """Clauses and points that it words otherwise."""
    add: tuple[Addition, ...] = ()
    """Clauses of its own."""
    leave_out: tuple[LeftOut, ...] = ()
    """What it leaves out."""

    @property
    def changes(self) -> Iterator[LocalChange]:
        """Every local change in the order of the file, those set aside too."""
        yield from self.amend
        yield from self.add
        yield from self.leave_out

    @property
    def standing(self) -> Iterator[LocalChange]:
        """The local changes that hold."""
        return (change for change in self.changes if change.set_aside is None)


@dataclass(frozen=True, eq=False)
class Adoption:
    """What makes a handbook an adopter's own: whose it is, and where it differs from the model.

    `local` holds each local change by the identity of the node that it made, which lives as long as the handbook;
    `left_out` what is left out, by its address in the model; `idle` what changes documents that the handbook lacks.
    """

    adopter: Adopter
    local: Mapping[int, LocalChange]
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)
    idle: tuple[LocalChange, ...] = ()

    def change_of(self, node: Node) -> LocalChange | None:
        """Return the local change that made a node what it is."""
        return self.local.get(id(node))
