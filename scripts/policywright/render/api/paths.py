"""Where the files of data stand in the site."""

from __future__ import annotations

INDEX = "api/handbook.json"
CLAUSES = "api/clauses.json"
REFERENCES = "api/references.json"


def document_path(identifier: str) -> str:
    """Return the path of the file that holds a document."""
    return f"api/documents/{identifier}.json"


def register_path(kind: str) -> str:
    """Return the path of the file that holds a register."""
    return f"api/registers/{kind}.json"


def schema_path(kind: str) -> str:
    """Return the path of the JSON Schema of a kind of file."""
    return f"api/schema/{kind}.json"
