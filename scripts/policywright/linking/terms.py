"""Defined terms and acronyms: where prose uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from policywright.linking.linked import Target, TermUse
from policywright.linking.passages import Passage
from policywright.model.registers import Term

_NOT_READ = re.compile(
    r"(?P<code>`+).*?(?P=code)"
    r"|\[\[[^\[\]]*\]\]"
    r"|\{\{[^{}]*\}\}"
    r"|\[[^\[\]]*\]\([^()]*\)"
    r"|\[\^[^\[\]\s]+\]"
    r"|<[^<>\s]+>"
    r"|https?://[^\s<>]+",
    re.DOTALL,
)
"""What holds words that are no use of a term: code, references, variables, links, footnotes."""

_SIGNS = "`", "[", "{{", "<", "://"
"""Of which one stands in everything that is not read."""

_BLOT = "\0"
"""Stands for each character that is not read: neither a word nor a space, so that no term reaches across."""


class TermFinder:
    """Finds the uses of all defined terms in one pass over a prose.

    A use is a whole word or words, in the term's own form, one of its `also` forms, or its acronym. The first letter
    may be large or small; the rest, and an acronym altogether, is as defined. The longest form wins.
    """

    def __init__(self, terms: Iterable[Target]) -> None:
        self._forms: dict[str, Target] = {}
        for target in terms:
            for form in _forms(target.node):
                self._forms.setdefault(form, target)
        self._pattern = _pattern(self._forms)

    def uses(self, passages: Iterable[Passage]) -> Iterator[TermUse]:
        """Yield the uses of terms, leaving out those in what is written about the term itself."""
        return chain.from_iterable(map(self._uses_in, passages)) if self._forms else iter(())

    def _uses_in(self, passage: Passage) -> Iterator[TermUse]:
        read = passage.written.text
        if any(sign in read for sign in _SIGNS):
            read = _NOT_READ.sub(_blotted, read)
        for match in self._pattern.finditer(read):
            target = self._forms[" ".join(match[0].split())]
            if target is not passage.place.source:
                yield TermUse(passage.written, *match.span(), target)


def _forms(term: object) -> Iterator[str]:
    """Yield every form of a term, its words one space apart."""
    if not isinstance(term, Term):
        return
    for form in (term.term, *term.also):
        if words := " ".join(form.split()):
            yield from (words[0].lower() + words[1:], words[0].upper() + words[1:])
    if term.acronym and (words := " ".join(term.acronym.split())):
        yield words


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Return what matches any form as whole words, and not as a piece of an e-mail address or a domain.

    Forms are grouped by their first character, which comes first, since that lets `re` skip every other character
    without trying a form there.
    """
    ordered = sorted(forms, key=lambda form: (form[0], -len(form), form))
    groups = (
        rf"{re.escape(first)}(?<![\w.+@-].)(?:{'|'.join(_spaced(form[1:]) for form in group)})"
        for first, group in groupby(ordered, key=lambda form: form[0])
    )
    return re.compile(rf"(?:{'|'.join(groups)})(?![\w@+-]|\.\w)", re.DOTALL)


def _spaced(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+")


def _blotted(match: re.Match[str]) -> str:
    return _BLOT * len(match[0])
