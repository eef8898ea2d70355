"""References to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import PLURALS, identifier, kind_of, named, subject, with_article, written_as
from policywright.checks.nearest import nearest
from policywright.checks.unresolved import unresolved
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.model.registers import NAMESPACES

_HOMES = {
    "role": "policies/registers/roles.yml",
    "topic": "policies/registers/topics.yml",
    "term": "policies/registers/glossary.yml",
    "law": "policies/registers/laws.yml",
    "platform": "policies/registers/platforms.yml",
    "part": "policies/handbook.yml",
}
"""Where entries of registers, and the parts of the handbook, are written."""

FEW = 8
"""How many entries of a register a remedy names at most, where none is near."""


class DanglingReference(Check):
    """A reference that leads nowhere, or to something of the wrong kind.

    Why it matters: a reader who follows the reference finds nothing, and a role or form named by a slip
    is nobody's.

    Refused:

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
        >         text: Staff must keep their phones off, except as [[#emergencys]] says.
                - id: emergencies
                  text: In an emergency anyone may use a phone.

    Accepted:

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
                  text: Staff must keep their phones off, except as [[#emergencies]] says.
                - id: emergencies
                  text: In an emergency anyone may use a phone.
    """

    name: ClassVar[str] = "dangling-reference"
    code: ClassVar[str] = "C01"
    told_once_in = "handbook"
    seeks = "handbook"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each reference to nothing, but for laws and terms, which have checks of their own."""
        for reference in unresolved(linked, circumstances):
            if not reference.address.startswith(("law:", "term:")):
                other = _of_another_kind(linked, reference)
                message = _wrong_kind(other, reference) if other else _nothing(linked, reference)
                yield cls.found(message, reference.location, _remedy(linked, reference))


def _of_another_kind(linked: LinkedHandbook, reference: Reference) -> Target | None:
    """Return what bears the address, or in a field for a register's entries the identifier, and cannot stand here."""
    name = reference.address.rpartition(":")[2]
    addresses = (reference.address, name, *(f"{namespace}:{name}" for namespace in NAMESPACES))
    if not reference.wanted:
        return None
    return next((linked.targets[address] for address in addresses if address in linked.targets), None)


def _wrong_kind(other: Target, reference: Reference) -> str:
    wanted = " and ".join(PLURALS[kind] for kind in reference.wanted)
    return f"“{_as_written(reference)}” is {with_article(kind_of(other))}, and only {wanted} can stand here."


def _nothing(linked: LinkedHandbook, reference: Reference) -> str:
    namespace, colon, name = reference.address.rpartition(":")
    document, inner, identifier = reference.address.partition("#")
    if not reference.address:
        return "This reference names nothing."
    if reference.wanted == ("source-provision",):
        known = any(source.source == document for source in linked.handbook.sources)
        return f"No source has the {f'provision “{reference.address}”' if known else f'identifier “{document}”'}."
    if colon and namespace in {*NAMESPACES, "part"}:
        return f"No {namespace} has the identifier “{name}”."
    if colon:
        return f"“{namespace}:” begins no reference; those to registers begin with {_namespaces()}."
    if inner and document in linked.targets:
        return f"{subject(linked.targets[document])} has nothing with the identifier “{identifier}”."
    return f"No document has the identifier “{document}”."


def _namespaces() -> str:
    *others, last = (f"{namespace}:" for namespace in NAMESPACES)
    return f"{', '.join(others)} or {last}"


def _remedy(linked: LinkedHandbook, reference: Reference) -> str:
    near = nearest(linked, reference)
    begin = _begin(reference, near)
    if near:
        words = ", or ".join(f"{written_as(target, reference)} for {named(target)}" for target in near)
        return f"Write {words}{begin}."
    kind = reference.wanted[0] if reference.wanted[:1] else ""
    if kind not in _HOMES:
        return f"Write the identifier of something that is there; `policywright list` shows them all{begin}."
    known = [written_as(target, reference) for target in linked.targets.values() if target.kind == kind]
    if not known:
        return f"There is no {kind} yet; add it to {_HOMES[kind]}."
    shown = ", ".join(known) if len(known) <= FEW else "`policywright list` shows them all"
    return f"Write the identifier of {with_article(kind)}: {shown}; or add it to {_HOMES[kind]}."


def _begin(reference: Reference, near: Sequence[Target]) -> str:
    """Return how to begin what is referred to, where it is a document still to be written and no slip."""
    is_name = re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", reference.address)
    may_be_document = reference.kind == "text" or reference.wanted == ("document",)
    home = reference.source.document if reference.source else None
    is_slip = any(target.document is not home or identifier(target) == reference.address for target in near)
    return "; or begin it with `policywright new`" if is_name and may_be_document and not is_slip else ""


def _as_written(reference: Reference) -> str:
    return reference.written.text[reference.start : reference.end]
