"""Decisions: questions whose answers lead to outcomes."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from policywright.model.document import Document, Waiver
from policywright.model.node import Node
from policywright.model.story import Story
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


class Action(Node):
    """Something that somebody does."""

    act: Line
    """What to do."""
    by: RoleRef | None = None
    """Who does it."""
    when: Line | None = None
    """By when."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""


class Answer(Node):
    """One answer to a question, and where it leads."""

    id: Identifier
    """Permanent name within the question; `unsure` for the reader who does not know."""
    say: Line
    """The answer's words."""
    go: Identifier
    """The question or the outcome that comes next."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""


class Question(Node):
    """One question, with all its answers."""

    ask: Line
    """The question."""
    help: Prose | None = None
    """What helps to answer it."""
    before: tuple[Action, ...] = ()
    """What to do before answering."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that it asks about."""
    answers: tuple[Answer, ...] = Field(min_length=1)
    """The answers."""
    always_known: Plain | None = None
    """Why nobody can be unsure of the answer; without it, one answer must be `unsure`."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class Outcome(Node):
    """Where a path of a decision ends, or what a rule of a table leads to: what to do, by whom, by when."""

    title: Line
    """The result in a few words."""
    urgent: YesNo = False
    """Whether a person may be in danger: it must be reached early."""
    text: Prose | None = None
    """What the reader should know."""
    do: tuple[Action, ...] = ()
    """What to do, in order."""
    use: tuple[DocumentRef, ...] = ()
    """The letters, forms and checklists to use."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that it rests on."""
    gap: Prose | None = None
    """What the rules leave open, said plainly, and whom to ask."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class Decision(Document):
    """A decision tree."""

    kind_key: ClassVar[str] = "decision"

    decision: Identifier
    """Permanent name, unique in the handbook."""
    privacy: Literal["ordinary", "sensitive"] = "ordinary"
    """A sensitive decision keeps its answers out of every address."""
    start: Identifier
    """The first question."""
    questions: dict[Identifier, Question] = Field(min_length=1)
    """The questions by identifier."""
    outcomes: dict[Identifier, Outcome] = Field(min_length=1)
    """The outcomes by identifier."""
    paths: tuple[Plain, ...] = ()
    """Every path, as its answers and its outcome: `threat -> police`; checked against the tree."""
    stories: tuple[Story, ...] = ()
    """Situations with their outcomes: examples, training and tests in one."""
