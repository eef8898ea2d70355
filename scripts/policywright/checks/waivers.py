"""Waivers: the places where editors let the findings of a check pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from policywright.diagnostics import Diagnostic, Location
from policywright.model.document import Waiver
from policywright.model.handbook import Handbook
from policywright.model.node import Node


@dataclass(frozen=True)
class PlacedWaiver:
    """A waiver and the stretch of the file in which it lets findings pass: that of the node that bears it."""

    waiver: Waiver
    span: Location


def waivers(handbook: Handbook) -> Iterator[PlacedWaiver]:
    """Yield every waiver of a handbook's documents and registers."""
    for top in (*handbook.documents, *handbook.registers):
        for node in handbook.within(top):
            for waiver in vars(node).get("accept", ()):
                yield PlacedWaiver(waiver, _span(node))


def lets_pass(placed: PlacedWaiver, diagnostic: Diagnostic) -> bool:
    """Say whether a waiver, while it lasts, covers a finding."""
    place, span = diagnostic.location, placed.span
    return (
        is_meant(placed.waiver.check, diagnostic.name)
        and place.file == span.file
        and (span.line, span.column) <= (place.line, place.column) < (span.end_line, span.end_column)
    )


def is_meant(written: str, check: str) -> bool:
    """Say whether a waiver that names a check means a certain one; a slip in the name, which is told, counts for it."""
    return written == check or bool(get_close_matches(written, [check], cutoff=0.9))


def _span(node: Node) -> Location:
    return node.origin.source.locate(node.origin.span.start, node.origin.span.end)
