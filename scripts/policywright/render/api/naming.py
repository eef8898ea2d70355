"""What the data calls the things of the model, and what it leaves out."""

from __future__ import annotations

FORMAT = 1
"""The version of the format. It is raised when a program that reads the former one could fail."""

UNPUBLISHED = frozenset({"accept", "editors_note"})
"""What is written for editors alone, by the names of the model's fields."""


def key(field: str) -> str:
    """Return the key of a field: its name in the model, which every programming language can say."""
    return field.strip("_")


def markdown_key(field: str) -> str:
    """Return the key under which a field's prose stands as it was written."""
    return f"{key(field)}_markdown"
