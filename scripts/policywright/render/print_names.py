"""The names of the PDFs: a document's bears its identifier, and the others have names that no document can have."""

HANDBOOK = "handbook"
"""The PDF of the whole handbook; it is a reserved identifier."""


def of_part(part: str) -> str:
    """Return the name of the PDF of a part; no identifier has an underscore."""
    return f"part_{part}"


def of_day_one(part: str) -> str:
    """Return the name of the sheet for the first day in a part."""
    return f"day-one_{part}"


def of_role(role: str) -> str:
    """Return the name of the sheet of a role."""
    return f"role_{role}"


def of_changes(document: str) -> str:
    """Return the name of the PDF that shows what changed in a document with its present version."""
    return f"changes_{document}"
