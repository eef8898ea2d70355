"""Marks of which one half is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_prose import PlainProse

_FOUND = re.compile(
    r"\[\[(?P<target>[\w#:/-]*)\]?"
    r"|\{\{(?P<variable>[\w-]*)\}?"
    r"|\{(?P<in_braces>[a-z0-9]+(?:-[a-z0-9]+)*)\}"
    r"|\[(?P<in_brackets>[a-z0-9#:-]+)\](?!\()"
    r"|(?P<end>\]\]|\}\})"
)
_STRONG = re.compile(r"\*\*")
_QUOTES = '“”"'
_QUOTE = re.compile(r"(?P<opens>“|(?<![^\s(\[])\"(?=\S))|(?P<closes>”|(?<![\d\s(\[])\"(?!\w))")
_NEW_PARAGRAPH = re.compile(r"(?:\A|\n\s*\n)\s*\Z")


class HalfMark(Check):
    """A reference, a variable, a quotation or strong words that begin and do not end, or end and did not begin.

    Why it matters: nothing is filled in, and readers see the brackets, the stars or a quotation mark that is alone.

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
        >         text: Staff must keep their phones off, except as [[#emergencies] says.
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

    name: ClassVar[str] = "half-mark"
    code: ClassVar[str] = "E14"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each mark that is alone."""
        for prose in linked.plain_prose:
            for match in _halves(linked, prose):
                yield cls.found(f"“{match[0]}” fills nothing in.", prose.location(match), _whole(match))
            for match in _alone(prose.words):
                yield cls.found(
                    f"This {match[0]} has no partner.", prose.location(match), "Write its partner too, or delete it."
                )


def _halves(linked: LinkedHandbook, prose: PlainProse) -> Iterator[re.Match[str]]:
    """Yield what is left of references and variables; words in single brackets are only if they name something."""
    if re.search(r"[\[\]{}]", prose.words):
        home = prose.document.id if prose.document else ""
        for match in _FOUND.finditer(prose.words):
            name = match["in_brackets"]
            if name is None or {name, f"{home}{name}"} & linked.targets.keys():
                yield match


def _whole(match: re.Match[str]) -> str:
    target, variable = match["target"] or match["in_brackets"], match["variable"] or match["in_braces"]
    if target or variable:
        return f"Write [[{target}]]." if target else f"Write {{{{{variable}}}}}."
    return "Write the name between two brackets or braces on both sides, or delete them."


def _alone(words: str) -> Iterator[re.Match[str]]:
    """Yield each quotation mark without a partner, and the last of stars that come in an odd number."""
    stars = list(_STRONG.finditer(words))
    yield from stars[-1:] if len(stars) % 2 else ()
    opened: re.Match[str] | None = None
    for match in _QUOTE.finditer(words) if any(quote in words for quote in _QUOTES) else ():
        if match["closes"] and opened is None:
            yield match
        elif match["opens"] and opened and not _NEW_PARAGRAPH.search(words[: match.start()]):
            yield opened
        opened = match if match["opens"] else None
    if opened:
        yield opened
