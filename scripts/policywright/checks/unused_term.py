"""Defined terms that nothing uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import identifier_location, named
from policywright.checks.unread import may_hold
from policywright.checks.unresolved import perhaps_meant
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.registers import Term


class UnusedTerm(Check):
    """A term of the glossary that no text uses.

    Why it matters: a glossary is read as the list of words with a special meaning here; one that is
    never used misleads.

    Refused:

        # policies/registers/glossary.yml
          register: glossary
          entries:
        >   - id: supply-staff
              term: supply staff
              definition: Teachers whom an agency sends.

    Accepted:

        # policies/registers/glossary.yml
          register: glossary
          entries:
            - id: supply-staff
              term: supply staff
              definition: Teachers whom an agency sends.
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
                  duty: must
                  actors: [staff]
                  text: Staff must tell supply staff to keep their phones off.
    """

    name: ClassVar[str] = "unused-term"
    code: ClassVar[str] = "F10"
    severity: ClassVar[Severity] = Severity.WARNING
    misses = ("term", "also", "acronym")
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each term met nowhere else."""
        meant = perhaps_meant(linked)
        met = {use.target.address for use in linked.terms if use.written.node is not use.target.node}
        for target in linked.targets.values():
            cited = any(reference.source is not target for reference in linked.referrers(target))
            used = cited or target.address in met or target in meant
            if isinstance(target.node, Term) and not used and not may_hold(linked.handbook, _names(target.node)):
                yield cls.found(
                    f"Nothing uses the {named(target)}.",
                    identifier_location(target),
                    "Take it out of the glossary, or list under also: the forms in which it is written.",
                )


def _names(term: Term) -> tuple[str, ...]:
    return (term.id, term.term, *term.also, *filter(None, [term.acronym]))
