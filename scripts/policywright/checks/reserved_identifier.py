"""Identifiers that the handbook itself needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook

PARTS = frozenset({
    "adopters", "all", "assets", "changes", "checks", "drill", "guide", "pdf", "roles", "sources", "topics", "word",
})  # fmt: skip
"""The folders of the site that are not those of parts."""

DOCUMENTS = frozenset({"handbook", "index"})
"""The PDF of the whole handbook, and the page of each part."""


class ReservedIdentifier(Check):
    """A part or a document with an identifier that the handbook itself needs.

    Why it matters: its page would take the place of another one, such as the list of all checks.

    Refused:

        # policies/schools/index.yml
        > policy: index
          title: What is where
          part: schools

    Accepted:

        # policies/schools/what-is-where.yml
          policy: what-is-where
          title: What is where
          part: schools
    """

    name: ClassVar[str] = "reserved-identifier"
    code: ClassVar[str] = "B05"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each part and document of such a name."""
        parts = ((part, "id", part.id, PARTS) for part in linked.handbook.settings.parts)
        documents = ((one, one.kind_key, one.id, DOCUMENTS) for one in linked.handbook.documents)
        for node, key, identifier, reserved in (*parts, *documents):
            if identifier in reserved:
                message = f"The handbook needs the name “{identifier}” for itself."
                yield cls.found(message, node.location(key), f"Choose another, such as {identifier}-rules.")
