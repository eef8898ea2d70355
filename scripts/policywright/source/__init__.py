"""Reading: from the files that editors write to the model, and what is wrong with them."""

from policywright.source.earlier import earlier
from policywright.source.faults import FAULTS
from policywright.source.folder import load
from policywright.source.noting import CannotNote, Note, noted
from policywright.source.plain import PlainLoader
from policywright.source.published import published
from policywright.source.read import PICTURES, Reader, read
from policywright.source.rewriting import Rewritten, rewritten
from policywright.source.schema import NAMES, names, schemas

__all__ = [
    "FAULTS",
    "NAMES",
    "PICTURES",
    "CannotNote",
    "Note",
    "PlainLoader",
    "Reader",
    "Rewritten",
    "earlier",
    "load",
    "names",
    "noted",
    "published",
    "read",
    "rewritten",
    "schemas",
]
