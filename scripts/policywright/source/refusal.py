"""Refusals: the places of a file's tree at which the model does not take what stands there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from policywright.model.node import Node
from policywright.model.shape import ListShape, NamedShape, NodeShape, Shape, Slot, kinds_by_type, slots
from policywright.source.tree import Keyed, Listing, Path, Text, Tree


@dataclass(slots=True)
class Refusal:
    """A value, a name before one, or a thing that lacks a key, and why the model refuses it.

    `cause` and `context` are pydantic's. `needed` says that the thing around it cannot do without it.
    """

    tree: Tree
    shape: Shape
    key: Text
    slot: Slot | None = None
    owner: type[Node] = Node
    path: Path = ()
    lacking: bool = False
    naming: bool = False
    needed: bool = True
    cause: str = ""
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words that are refused."""
        return self.tree.text if isinstance(self.tree, Text) else ""

    @property
    def parts(self) -> tuple[object, ...]:
        """The entries of the list, or the names, that are refused."""
        return self.tree.items if isinstance(self.tree, Listing) else getattr(self.tree, "entries", ())

    @property
    def is_told_by_its_parts(self) -> bool:
        """Whether a list counts as too short only because entries of it are refused."""
        return self.cause == "too_short" and len(self.parts) >= int(self.context["min_length"])

    def step(self, segment: str | int) -> None:
        """Go one step down: to a key, to a place in a list, to one of several types, or back to the name itself."""
        match self.tree, self.shape:
            case _ if segment == "[key]":
                self.tree, self.naming = self.key, True
            case Keyed(), NodeShape(kinds=[kind]):
                self.owner, self.slot = kind, slots(kind)[str(segment)]
                self._enter(self.tree, str(segment), self.slot.shape, needed=self.slot.required)
            case Keyed(), NodeShape():
                self.shape = NodeShape((kinds_by_type(self.shape)[str(segment)],))
            case Keyed(), NamedShape():
                self._enter(self.tree, str(segment), self.shape.of, needed=False)
            case Listing(), ListShape() if isinstance(segment, int):
                self.tree, self.shape, self.path = self.tree.items[segment], self.shape.of, (*self.path, segment)
                self.needed = False

    def _enter(self, tree: Keyed, name: str, shape: Shape, *, needed: bool) -> None:
        entry = next((entry for entry in tree.entries if entry.key.text == name), None)
        self.path = (*self.path, name)
        self.needed = needed
        if entry is None:
            self.lacking = True
        else:
            self.tree, self.key, self.shape = entry.value, entry.key, shape


def refusals(error: ValidationError, tree: Keyed, model: type[Node]) -> list[Refusal]:
    """Return what the model refuses of a tree, in the order of the file."""
    return [_refusal(each, tree, model) for each in error.errors(include_url=False)]


def _refusal(error: ErrorDetails, tree: Keyed, model: type[Node]) -> Refusal:
    found = Refusal(tree, NodeShape((model,)), Text(tree.span, ""), cause=error["type"], context=error.get("ctx", {}))
    for segment in error["loc"]:
        found.step(segment)
    return found
