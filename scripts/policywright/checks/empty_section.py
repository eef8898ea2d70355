"""Sections and documents without words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.form import FormSection
from policywright.model.node import Node
from policywright.model.policy import Annex, Policy, Section


class EmptySection(Check):
    """A section, annex or policy in which nothing stands.

    Why it matters: it would come out as a heading with nothing below it, and a reader would think that
    the page is broken.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
        >     title: In lessons
            - id: breaks
              title: In breaks
              introduction: Staff may use their phones in breaks.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: breaks
              title: In breaks
              introduction: Staff may use their phones in breaks.
    """

    name: ClassVar[str] = "empty-section"
    code: ClassVar[str] = "H01"
    misses = ("clauses", "sections", "introduction", "fields", "statements", "document")

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each node that should hold others and holds none."""
        for document in linked.handbook.documents:
            for node in linked.handbook.within(document):
                noun = _empty(node)
                if noun:
                    yield cls.found(
                        f"This {noun} has a title and nothing below it.",
                        node.location("title"),
                        "Write what belongs here, or take it out.",
                    )


def _empty(node: Node) -> str:
    """Return what a node without contents is, or nothing if it has some."""
    match node:
        case Policy(sections=(), annexes=()):
            return "policy"
        case Annex(document=None, introduction=None, clauses=(), sections=()):
            return "annex"
        case Section(introduction=None, clauses=(), sections=()) if not isinstance(node, Annex):
            return "section"
        case FormSection(introduction=None, statements=(), fields=()):
            return "section"
        case _:
            return ""
