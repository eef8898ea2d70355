"""Stories: situations as somebody might tell them, each with where its decision leads."""

from __future__ import annotations

from pydantic import Field

from policywright.model.node import Node
from policywright.model.vocabulary import Identifier, Line, Prose, ProvisionRef


class WrongOutcome(Node):
    """An outcome that somebody may well take for the right one."""

    outcome: Identifier
    """The outcome."""
    because: Line
    """Why it is not the right one here."""


class Story(Node):
    """A situation with its outcome: a worked example, a situation to practise on, and a test of its decision."""

    id: Identifier
    """Permanent name, unique within the decision."""
    situation: Prose
    """What has happened, as one would tell a colleague; nobody is named."""
    answers: tuple[Identifier, ...] = Field(min_length=1)
    """The answers that it gives, from the first question on."""
    outcome: Identifier
    """The outcome that it must have; checked against the answers."""
    because: Prose
    """Why it ends there, in a sentence or two; shown after the answer."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules on which it turns, out of those of its questions and its outcome."""
    wrong: tuple[WrongOutcome, ...] = ()
    """Outcomes that are tempting here, with what is wrong with them."""
