"""Defined terms and acronyms: where prose uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from policywright.linking.linked import Target, TermUse
from policywright.linking.references import Passage
from policywright.model.registers import Term

_NOT_READ = (
    r"(?P<code>`+).*?(?P=code)"
    r"|\[\[[^\[\]]*\]\]"
    r"|\{\{[^{}]*\}\}"
    r"|\[[^\[\]]*\]\([^()]*\)"
    r"|\[\^[^\[\]\s]+\]"
    r"|<[^<>\s]+>"
    r"|https?://[^\s<>]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
"""What holds words that are no use of a term: code, references, variables, links, footnotes, addresses."""


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
        longest_first = sorted(self._forms, key=lambda form: (-len(form), form))
        forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
        self._pattern = re.compile(rf"{_NOT_READ}|(?<![\w-])(?P<form>{forms})(?![\w-])", re.DOTALL)

    def uses(self, passages: Iterable[Passage]) -> Iterator[TermUse]:
        """Yield the uses of terms, leaving out those in what is written about the term itself."""
        return chain.from_iterable(map(self._uses_in, passages)) if self._forms else iter(())

    def _uses_in(self, passage: Passage) -> Iterator[TermUse]:
        for match in self._pattern.finditer(passage.written.text):
            if match["form"]:
                target = self._forms[" ".join(match["form"].split())]
                if target is not passage.place.source:
                    yield TermUse(passage.written, *match.span("form"), target)


def _forms(term: object) -> Iterator[str]:
    if not isinstance(term, Term):
        return
    if term.acronym:
        yield term.acronym
    for form in (term.term, *term.also):
        spaced = " ".join(form.split())
        yield from (spaced[:1].lower() + spaced[1:], spaced[:1].upper() + spaced[1:])
