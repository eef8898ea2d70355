"""Words that the house style avoids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.instead import instead
from policywright.diagnostics import Diagnostic, Related, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_prose import PlainProse, page_prose
from policywright.model.registers import StyleRule

_QUOTED = re.compile(r"\u201c[^\u201d]*\u201d|\"[^\"\n]*\"", re.DOTALL)


class HouseStyle(Check):
    """Words that the house style avoids.

    Why it matters: whoever meets two words for one thing looks for the difference. Plain words are read faster and
    translated better, and a style that everybody can look up ends the discussion about each of them.

    The rules stand in `policies/registers/house-style.yml`, each with its reason and with who says so. Words in
    quotation marks, quoted laws, code, and documents in another language than the handbook's are left alone.

    Refused:

        # policies/registers/house-style.yml
          register: house-style
          entries:
            - avoid: [utilise, utilises, utilised]
              prefer: [use, uses, used]
              because: The short word says the same.
              authority: GOV.UK style guide, words to avoid
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
        >     introduction: Telephones are utilised in some lessons.

    Accepted:

        # policies/registers/house-style.yml
          register: house-style
          entries:
            - avoid: [utilise, utilises, utilised]
              prefer: [use, uses, used]
              because: The short word says the same.
              authority: GOV.UK style guide, words to avoid
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are used in some lessons. Some people would say “utilised”.
    """

    name: ClassVar[str] = "house-style"
    code: ClassVar[str] = "F30"
    severity: ClassVar[Severity] = Severity.WARNING
    mendable = True

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each place at which such words stand."""
        lists = [_WordList.of(rule) for rule in linked.handbook.entries(StyleRule)]
        for prose in _own_prose(linked) if lists else ():
            for words in lists:
                for match in words.found(prose.words):
                    yield cls._told(prose, words, match)

    @classmethod
    def _told(cls, prose: PlainProse, words: _WordList, match: re.Match[str]) -> Diagnostic:
        rule, written = words.rule, " ".join(match[0].split())
        better = words.better(written)
        named = better or tuple(rule.prefer)
        return cls.found(
            f"Our style avoids “{written}”: {rule.because.rstrip('.')} ({rule.authority}).",
            prose.location(match),
            f"Write {' or '.join(f'“{one}”' for one in named)}." if named else "Leave it out, or say it another way.",
            [Related("The house style says so.", rule.location("avoid"))],
            instead(prose.written, *match.span(), better[0]) if better else (),
        )


@dataclass(frozen=True)
class _WordList:
    """A rule of the house style, ready to be looked for; `pairs` says what to write for each form, as far as one is."""

    rule: StyleRule
    pattern: re.Pattern[str]
    spared: re.Pattern[str] | None
    pairs: Mapping[str, str]

    @classmethod
    def of(cls, rule: StyleRule) -> _WordList:
        prefer = rule.prefer * len(rule.avoid) if len(rule.prefer) == 1 else rule.prefer
        pairs = zip(rule.avoid, prefer, strict=True) if len(prefer) == len(rule.avoid) else ()
        flags = re.RegexFlag(0) if rule.as_written else re.IGNORECASE
        spared = _any_of(rule.except_, re.IGNORECASE) if rule.except_ else None
        return cls(rule, _any_of(rule.avoid, flags), spared, {_folded(rule, one): other for one, other in pairs})

    def found(self, words: str) -> Iterator[re.Match[str]]:
        """Yield each place of the words in a text but those in quotation marks and in phrases that are right."""
        quiet = [match.span() for match in _QUOTED.finditer(words)]
        quiet += [match.span() for match in self.spared.finditer(words)] if self.spared else []
        for match in self.pattern.finditer(words):
            if not any(start <= match.start() and match.end() <= end for start, end in quiet):
                yield match

    def better(self, written: str) -> tuple[str, ...]:
        """Return the one thing to write instead, with a capital where there was one; nothing where one may choose."""
        words = self.pairs.get(_folded(self.rule, written), "")
        if not words or self.rule.as_written or not written[0].isupper():
            return (words,) if words else ()
        return (words[0].upper() + words[1:],)


def _any_of(phrases: Iterable[str], flags: re.RegexFlag) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    spaced = (r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])", flags)


def _folded(rule: StyleRule, words: str) -> str:
    return words if rule.as_written else words.casefold()


def _own_prose(linked: LinkedHandbook) -> Iterator[PlainProse]:
    """Yield the prose in the handbook's own language, but for the house style's, which names what it avoids."""
    language = linked.handbook.settings.language[:2]
    for prose in (*linked.plain_prose, *page_prose(linked.handbook)):
        foreign = prose.document is not None and not prose.document.language.startswith(language)
        if not foreign and not isinstance(prose.written.node, StyleRule):
            yield prose
