"""Laws that another law has replaced."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Location, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.registers import Law
from policywright.model.walk import Written


class SupersededLaw(Check):
    """A law that another has replaced, by reference or by name.

    Why it matters: a reader would look up rules that no longer hold. Where the old law is meant, name
    the new one in the same text, or say why in an `editors-note`.

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
        >         text: Staff must keep records as the Data Protection Act 1998 asks.

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
                  text: Staff must keep records as the Data Protection Act 2018 asks.
    """

    name: ClassVar[str] = "superseded-law"
    code: ClassVar[str] = "D06"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each mention of a law that was replaced by today."""
        for law, heir in _replaced(linked, circumstances.today):
            for written, location in (*_references(linked, law), *_names(linked, law)):
                if not _explained(written, law, heir):
                    yield cls.found(
                        f"The {law.title} has been replaced by the {heir.title}.",
                        location,
                        f"Write [[law:{heir.id}]], or name both if the old law is meant.",
                    )


def _replaced(linked: LinkedHandbook, today: datetime.date) -> Iterator[tuple[Law, Law]]:
    """Yield each law that no longer holds with the one that holds in its place today."""
    laws = {law.id: law for law in linked.handbook.entries(Law)}
    for law in laws.values():
        heir, passed = law, {law.id}
        while heir.replaced_by in laws and heir.replaced_by not in passed and _has_come(heir, today):
            heir = laws[heir.replaced_by]
            passed.add(heir.id)
        if heir is not law:
            yield law, heir


def _has_come(law: Law, today: datetime.date) -> bool:
    return law.replaced_from is None or law.replaced_from <= today


def _references(linked: LinkedHandbook, law: Law) -> Iterator[tuple[Written, Location]]:
    for reference in linked.backlinks.get(f"law:{law.id}", ()):
        if not isinstance(reference.written.node, Law) and reference.written.field != "editors_note":
            yield reference.written, reference.location


def _names(linked: LinkedHandbook, law: Law) -> Iterator[tuple[Written, Location]]:
    pattern = re.compile(rf"\b(?:{'|'.join(_spaced(name) for name in (law.title, *law.also))})\b")
    for prose in linked.plain_prose:
        if not isinstance(prose.written.node, Law):
            for match in pattern.finditer(prose.words):
                yield prose.written, prose.location(match)


def _spaced(name: str) -> str:
    """Return a pattern for a name that a line's end may break at any space."""
    return r"\s+".join(re.escape(word) for word in name.split())


def _explained(written: Written, law: Law, heir: Law) -> bool:
    """Whether the text names what holds today as well, or a note to editors on the same thing speaks of either law."""
    note = getattr(written.node, "editors_note", None) or ""
    return _names_one(written.text, heir) or _names_one(note, heir) or _names_one(note, law)


def _names_one(text: str, law: Law) -> bool:
    words = " ".join(text.split())
    return any(name in words for name in (f"law:{law.id}", law.title, *law.also))
