"""Decision tables: conditions that cross, and rules that say what to do where they meet."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from policywright.model.decision import Outcome
from policywright.model.document import Document, Waiver
from policywright.model.node import Node
from policywright.model.vocabulary import Identifier, Line, OneOrMore, Plain, Prose, ProvisionRef, SourceRef


class Value(Node):
    """One answer to what a condition asks."""

    id: Identifier
    """Permanent name within the condition; `unsure` for the reader who does not know."""
    say: Line
    """The answer's words."""
    in_words: Line | None = None
    """The same within a sentence, such as `by a parent`; sentences tell which combinations a table leaves out."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""


class Condition(Node):
    """One of the questions that cross, with all its values."""

    ask: Line
    """The question."""
    help: Prose | None = None
    """What helps to answer it."""
    values: tuple[Value, ...] = Field(min_length=2)
    """The answers, of which exactly one holds."""
    whatever: Line | None = None
    """What stands in a sentence for all the values together, such as `whoever posts it`."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that it asks about."""
    always_known: Plain | None = None
    """Why nobody can be unsure of the answer; without it, one value must be `unsure`."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class TableRule(Node):
    """One rule of a table: when it holds, and what it leads to."""

    id: Identifier
    """Permanent name within the table."""
    when_: dict[Identifier, OneOrMore] = Field(default_factory=dict)
    """The values for which it holds, by condition; of a condition that is left out, all."""
    go: Identifier
    """The outcome."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that it rests on, beside those of its outcome."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class Impossible(Node):
    """Combinations that cannot be, so that no rule is needed for them."""

    when_: dict[Identifier, OneOrMore] = Field(min_length=1)
    """The values that cannot come together, by condition; of a condition that is left out, all."""
    because: Line
    """Why they cannot, for the reader who chooses them."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


class Table(Document):
    """A decision table: what to do for every combination of conditions. Each rule always holds, whatever its place."""

    kind_key: ClassVar[str] = "table"

    table: Identifier
    """Permanent name, unique in the handbook."""
    privacy: Literal["ordinary", "sensitive"] = "ordinary"
    """A sensitive table has a link that leaves its page at once."""
    conditions: dict[Identifier, Condition] = Field(min_length=2)
    """The questions that cross, by identifier, in the order in which they are asked."""
    rules: tuple[TableRule, ...] = Field(min_length=1)
    """The rules: every combination that can be needs one, and none may have two that lead to different outcomes."""
    impossible: tuple[Impossible, ...] = ()
    """The combinations that cannot be."""
    outcomes: dict[Identifier, Outcome] = Field(min_length=1)
    """The outcomes by identifier."""

    @property
    def entries(self) -> tuple[TableRule | Impossible, ...]:
        """Everything that holds for some combinations: the rules, and what cannot be."""
        return (*self.rules, *self.impossible)
