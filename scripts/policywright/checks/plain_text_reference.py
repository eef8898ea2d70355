"""Numbers of provisions in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.plain_prose import PlainProse
from policywright.model.registers import Law

_NUMBERED_THINGS = "section", "clause", "paragraph", "para", "appendix", "annex", "schedule"
_NUMBERED = re.compile(
    rf"\b(?P<word>(?i:{'|'.join(_NUMBERED_THINGS)}))s?\.?\s+"
    r"(?P<number>\d+(?:\.\d+)*(?:\([a-z]{1,4}\))*|[A-Z])(?!\w)"
)
_OF_ANOTHER = re.compile(
    r"(?:(?:\s*,|\s+and|\s+or|\s+to)?\s*\(?\d[\w.]*\)?|\(\w+\))*,?\s+(?:of|to|in)\s+(?!this\b|these\b|the\s+(?:policy|code)\b)"
)
_AFTER_A_LAW = re.compile(r"(?:\b(?:Act|Regulations|Order|Measure)\s+\d{4}|\ufffc),?\s*$")


class PlainTextReference(Check):
    """The number of a section, clause or annex in plain words, where a reference should stand.

    Why it matters: when a clause is put in before it, the number is wrong and nobody notices. A
    reference brings its number along, keeps it right, and is a link.

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
        >         text: Staff must keep their phones off (see section 2).
            - id: emergencies
              title: In an emergency
              clauses:
                - id: anyone
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
                  text: Staff must keep their phones off (see [[#emergencies]]).
            - id: emergencies
              title: In an emergency
              clauses:
                - id: anyone
                  text: In an emergency anyone may use a phone.
    """

    name: ClassVar[str] = "plain-text-reference"
    code: ClassVar[str] = "C15"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each number that is not a law's or another publication's."""
        of_laws = _sections_of_laws(linked)
        for prose in filter(_may_have_numbers, linked.plain_prose):
            for match in _own_numbers(prose, of_a_law=_section(linked.by_node.get(id(prose.written.node))) in of_laws):
                target = _numbered(linked, prose, match)
                yield cls.found(
                    f"“{match[0]}” is written in plain words, so it goes wrong when the numbers change.",
                    prose.location(match),
                    _remedy(target, prose, match[0]),
                )


def _sections_of_laws(linked: LinkedHandbook) -> set[Target | None]:
    """Return the sections that refer to a law; where they say "section 3", they mean the law's."""
    return {_section(each.source) for each in linked.references if each.address.startswith("law:") and each.source}


def _section(target: Target | None) -> Target | None:
    """Return the section, annex or entry of a register around a target."""
    while target and target.kind in {"clause", "point"}:
        target = target.parent
    return target


def _may_have_numbers(prose: PlainProse) -> bool:
    words = prose.words.lower()
    return any(word in words for word in _NUMBERED_THINGS)


def _own_numbers(prose: PlainProse, *, of_a_law: bool) -> Iterator[re.Match[str]]:
    of_a_law = of_a_law or isinstance(prose.written.node, Law)
    for match in _NUMBERED.finditer(prose.words):
        of_another = _OF_ANOTHER.match(prose.words, match.end()) or _AFTER_A_LAW.search(prose.words[: match.start()])
        may_be_its = of_a_law and match["word"].casefold() == "section" and "." not in match["number"]
        if not of_another and not may_be_its:
            yield match


def _numbered(linked: LinkedHandbook, prose: PlainProse, match: re.Match[str]) -> Target | None:
    """Return what bears that number in the same document; an annex's number holds its word, a clause's does not."""
    if prose.document is None:
        return None
    is_annex = match["word"].casefold() in {"appendix", "annex", "schedule"}
    for target in linked.targets.values():
        if target.document is prose.document and (target.kind == "annex") == is_annex:
            number = target.number.rpartition(" ")[2] if is_annex else target.number
            if number and number == match["number"]:
                return target
    return None


def _remedy(target: Target | None, prose: PlainProse, words: str) -> str:
    if target is None or prose.document is None:
        return f"No {words} is in this document: write a reference to what is meant, such as [[document#clause]]."
    return f"Write [[{target.address.removeprefix(prose.document.id)}]], which is “{target.title}”."
