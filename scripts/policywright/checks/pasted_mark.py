"""Signs of a word processor that come along when words are pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_prose import PlainProse

_NAMES = {"title", "short_title", "label", "heading"}
"""The keys behind which a name stands, and no words that somebody said."""

_BULLET = re.compile(r"^[ \t]*([\u2022\u25aa\u25cf\u25e6\u00b7\uf0b7])(?=\s)", re.MULTILINE)
_ENTRY = re.compile(r"^[ \t]*([-*\u2013]|[0-9]{1,2}[.)]|\([a-z0-9]\))(?=[ \t])", re.MULTILINE)
_AROUND = re.compile(r"[\u201c\u2018][^\u201c\u201d\u2018\u2019]*[\u201d\u2019]")


class PastedMark(Check):
    """A bullet or a number that is to begin an entry of a list within a text, or quotation marks around a whole title.

    Why it matters: lines of one paragraph run on, so there is no list, and the signs stand in the midst of the words.
    Quotation marks around a title are printed; those that YAML takes for its own are straight.

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
                  text: |
                    Staff must keep their phones off
        >           • in lessons
                    • in assemblies.

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
                  text: Staff must keep their phones off
                  points:
                    - id: in-lessons
                      text: in lessons;
                    - id: in-assemblies
                      text: in assemblies.
    """

    name: ClassVar[str] = "pasted-mark"
    code: ClassVar[str] = "E15"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for the first entry of each such list, and for each name in quotation marks."""
        for prose in linked.plain_prose:
            for match in _entries(prose.words):
                help_ = "Write each entry under points:, with an id and a text; or write them as a sentence."
                yield cls.found(f"“{match[1]}” begins no list here.", prose.location(match, 1), help_)
            around = _AROUND.fullmatch(prose.words.strip()) if _is_name(prose) else None
            if around:
                help_ = "Leave them out, or write straight ones: they are then for YAML alone."
                yield cls.found("These quotation marks are shown to readers.", prose.written.location(), help_)


def _is_name(prose: PlainProse) -> bool:
    return prose.written.field in _NAMES


def _entries(words: str) -> Iterator[re.Match[str]]:
    """Yield the first entry of what is meant for a list: a bullet, or one of several lines that begin alike."""
    bullet = _BULLET.search(words)
    entries = list(_ENTRY.finditer(words))
    if bullet:
        yield bullet
    elif len(entries) > 1:
        yield entries[0]
