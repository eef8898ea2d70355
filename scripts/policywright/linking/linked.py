"""What linking finds: everything that can be cited, with its number and anchor, and who cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from policywright.diagnostics import Location
from policywright.linking.plain_prose import PlainProse, plain_prose
from policywright.linking.plain_text import PlainText, plain_text
from policywright.linking.readability import Readability, readability
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.node import Node
from policywright.model.vocabulary import Duty
from policywright.model.walk import Written

TargetKind = Literal[
    "document", "section", "annex", "clause", "point", "question", "outcome", "story", "condition", "rule", "field",
    "statement", "item", "blank", "paragraph", "part", "role", "topic", "term", "law", "platform", "source-provision",
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """Anything that a reference can lead to.

    `address` names it for good: `document`, `document#identifier`, `law:identifier`, `source#document/identifier`.
    `number` is what a reader sees, whole: `6.2`, `6.2(a)`, `Appendix 4`; empty where things bear none. `label` is the
    last part of it, as it stands beside the text: `6.2`, `(a)`. `title` is plain text with variables filled in:
    a heading, or the first words. `duty` and `actors` are the effective ones, inherited where not given. `aliases` are
    the addresses that it had before.
    """

    kind: TargetKind
    address: str
    node: Node
    title: str
    document: Document | None = None
    anchor: str = ""
    number: str = ""
    label: str = ""
    duty: Duty | None = None
    actors: tuple[str, ...] = ()
    parent: Target | None = None
    withdrawn: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def location(self) -> Location:
        """Where it stands in the sources."""
        return self.node.location()


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A citation of a target, in prose or by a field.

    `kind` is `text` for one in prose, otherwise the name of the field that makes it (`actors`, `clauses`, `from_`).
    `start` and `end` are offsets in the written text; `address` is the target's address as far as it could be made
    out. `target` is None where nothing, or more than one thing (`candidates`), bears that address, or where what bears
    it is not of a `wanted` kind. `by_alias` says that the address is a former one. `unread` says that the address leads
    into a file that could not be read, so that nobody knows whether the target is there.
    """

    kind: str
    written: Written
    start: int
    end: int
    address: str
    source: Target | None
    wanted: tuple[str, ...] = ()
    words: str | None = None
    target: Target | None = None
    candidates: tuple[Target, ...] = ()
    by_alias: bool = False
    unread: bool = False

    @property
    def location(self) -> Location:
        """Where it stands in the sources, to the character."""
        return self.written.location(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class VariableUse:
    """A `{{name}}` in prose.

    `value` is None where the handbook gives none; `blank` says that a blank of the same letter is meant.
    """

    written: Written
    start: int
    end: int
    name: str
    value: str | None = None
    known: bool = False
    blank: bool = False

    @property
    def location(self) -> Location:
        """Where it stands in the sources, to the character."""
        return self.written.location(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class TermUse:
    """A defined term or acronym met in prose, outside references and code."""

    written: Written
    start: int
    end: int
    target: Target


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """A decision or a table that uses something, and the parts of it that rest on that, in reading order."""

    decision: Target
    places: tuple[Target, ...]


@dataclass(frozen=True)
class LinkedHandbook:
    """A handbook in which everything has its number, anchor and address, and every reference its target.

    `targets` holds them by address, in reading order; `duplicates` the pairs (first, second) that claim the same
    address; `uses` the decisions that use each, by address. `by_node` and `by_text` are keyed by the identity of nodes,
    which live as long as the handbook.
    """

    handbook: Handbook
    targets: Mapping[str, Target] = field(default_factory=dict)
    aliases: Mapping[str, Target] = field(default_factory=dict)
    duplicates: tuple[tuple[Target, Target], ...] = ()
    references: tuple[Reference, ...] = ()
    backlinks: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    variables: tuple[VariableUse, ...] = ()
    terms: tuple[TermUse, ...] = ()
    by_node: Mapping[int, Target] = field(default_factory=dict)
    by_text: Mapping[tuple[int, str, int | None], tuple[Reference | VariableUse | TermUse, ...]] = field(
        default_factory=dict
    )

    @cached_property
    def plain_prose(self) -> tuple[PlainProse, ...]:
        """Every prose that readers see, as plain words."""
        return tuple(plain_prose(self.handbook))

    def target_of(self, node: Node) -> Target:
        """Return the target that a node is; asking for a node that cannot be cited is a fault of the program."""
        return self.by_node[id(node)]

    def marks_in(self, node: Node, name: str, item: int | None = None) -> tuple[Reference | VariableUse | TermUse, ...]:
        """Return what linking found in one text: references, variables and terms, in order, never overlapping."""
        return self.by_text.get((id(node), name, item), ())

    def referrers(self, target: Target) -> tuple[Reference, ...]:
        """Return the references that lead to a target, in reading order."""
        return self.backlinks.get(target.address, ())

    def prose_references(self, target: Target) -> Sequence[Reference]:
        """Return the references that stand in the prose of a target, in reading order."""
        return self._in_prose.get(target.address, ())

    def uses_of(self, target: Target) -> tuple[Use, ...]:
        """Return the decisions and tables that use a target, in reading order."""
        return self.uses.get(target.address, ())

    def readability(self, document: Document) -> Readability | None:
        """Return how hard a document is to read, where that can be measured."""
        if id(document) not in self._measured:
            self._measured[id(document)] = readability(document, self._plain_text)
        return self._measured[id(document)]

    @cached_property
    def _measured(self) -> dict[int, Readability | None]:
        """How hard documents are to read: a check measures them all, and their pages tell it."""
        return {}

    @cached_property
    def _plain_text(self) -> PlainText:
        return plain_text(self.handbook)

    @cached_property
    def _in_prose(self) -> Mapping[str, Sequence[Reference]]:
        """The references that stand in prose, by the address of what they stand in."""
        found = defaultdict[str, list[Reference]](list)
        for reference in self.references:
            if reference.source and reference.kind == "text":
                found[reference.source.address].append(reference)
        return found
