"""Walks: which decisions are walked from page to page, and where the page of each way so far stands."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from policywright.linking.paths import Turn, holds_together, paths
from policywright.model.decision import Decision

MOST_PATHS = 200
"""How many paths a decision may have and still get a page for each way."""

_LONGEST_NAME = 200
"""How many characters the name of a page may have, so that every file system takes it."""


def has_pages(decision: Decision) -> bool:
    """Tell whether a decision is walked from page to page, and not on one."""
    if decision.privacy == "sensitive" or decision.status == "withdrawn" or not holds_together(decision):
        return False
    found = list(islice(paths(decision), MOST_PATHS + 1))
    return len(found) <= MOST_PATHS and all(len("_".join(path.answers)) <= _LONGEST_NAME for path in found)


def page_path(own_path: str, turns: Iterable[Turn]) -> str:
    """Return the path of the page for a way so far; `own_path` is that of the decision."""
    name = "_".join(turn.answer.id for turn in turns)
    return f"{own_path.removesuffix('.html')}/{name}.html" if name else own_path
