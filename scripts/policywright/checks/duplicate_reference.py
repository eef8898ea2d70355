"""The same reference twice in a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import named
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook


class DuplicateReference(Check):
    """A list that names the same thing twice.

    Why it matters: readers wonder what the second one is for; mostly another was meant.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
        > applies-to: [staff, staff]
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff keep their phones off.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          applies-to: [staff, governors]
          sections:
            - id: lessons
              title: In lessons
              introduction: Staff keep their phones off.
    """

    name: ClassVar[str] = "duplicate-reference"
    code: ClassVar[str] = "C17"
    severity: ClassVar[Severity] = Severity.NOTE

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for the second of two references from one list to one target."""
        seen = set[tuple[int, str, str]]()
        for reference in linked.references:
            if reference.target and reference.written.item is not None and reference.kind != "text":
                here = (id(reference.written.node), reference.kind, reference.target.address)
                if here in seen:
                    yield cls.found(
                        f"This list names {named(reference.target)} twice.",
                        reference.location,
                        "Take one of the two out, or name the other thing that was meant.",
                    )
                seen.add(here)
