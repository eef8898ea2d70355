"""Letters that read badly for some of the sender's choices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.letters import Composition, LetterText, compositions, letter_texts
from policywright.linking.linked import LinkedHandbook
from policywright.model.letter import Letter

MOST_COMBINATIONS = 20_000
"""How many combinations of one paragraph are read: more than any letter has that a person can fill in."""

_ABBREVIATION = r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\ba\.m)(?<!\bp\.m)(?<!\bLtd)(?<!\bNo)"
_SEAMS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "a leftover mark",
        re.compile(r"\{+[^{}]*\}+|[{}]+|\[\[|\]\]|\[[^\[\]()]*\](?!\()|\.{4,}"),
        "Write a blank as {{name}}, with two braces on each side.",
    ),
    ("a doubled space", re.compile(r"(?<=\S)[ \t]{2,}(?=\S)"), "Leave one space there."),
    (
        "a space before a punctuation mark",
        re.compile(r"(?<=\S)\s+[,;:.!?](?=\s|$)"),
        "Move the space into what may be left out, or give the blank words for when it is empty (if-empty:).",
    ),
    (
        "two punctuation marks",
        re.compile(rf",[,.;:]|;[,.;:]|:[,.;]|{_ABBREVIATION}\.[,;:]|(?<!\.)\.\.(?!\.)|[!?][,;:.]|\.[!?]"),
        "Leave the mark out either in the paragraph or in the words of the blank.",
    ),
)


class LetterSeam(Check):
    """A paragraph of a letter that reads badly for some combination of the sender's choices.

    Why it matters: each letter is read by one person, and nobody proof-reads all that a sender can make of it. This
    check does: it puts every choice, and every blank left empty, into every paragraph, and looks for leftover marks,
    doubled spaces, empty paragraphs, two punctuation marks in a row and a space before one.

    Refused:

        # policies/schools/letters/found-phone.yml
          letter: found-phone
          title: We have found a telephone
          part: schools
          blanks:
            - id: place
              label: Where it was
              pick: [in the yard, in a classroom.]
          body:
            - text: |
                We have found your child's telephone, and it is
        >       {{place}}.
            - text: |
        >       Please come to {school-name}.

    Accepted:

        # policies/schools/letters/found-phone.yml
          letter: found-phone
          title: We have found a telephone
          part: schools
          blanks:
            - id: place
              label: Where it was
              pick: [in the yard, in a classroom]
          body:
            - text: |
                We have found your child's telephone, and it is
                {{place}}.
            - text: |
                Please come to {{school-name}}.
    """

    name: ClassVar[str] = "letter-seam"
    code: ClassVar[str] = "G33"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each place that reads badly, with the first choices for which it does."""
        settings = linked.handbook.settings
        variables = {variable.id: variable.default for variable in settings.variables if variable.default}
        for letter in linked.handbook.of_kind(Letter):
            for text in letter_texts(letter):
                yield from cls._seams(text, islice(compositions(letter, text, variables), MOST_COMBINATIONS))

    @classmethod
    def _seams(cls, text: LetterText, composed: Iterable[Composition]) -> Iterator[Diagnostic]:
        told = set[tuple[int, int]]()
        for composition in composed:
            for fault in _faults(composition):
                span = composition.written_span(fault.start, fault.end)
                if span not in told:
                    told.add(span)
                    message = f"{_given(composition)} has {fault.what}: “{fault.excerpt}”."
                    yield cls.found(message, text.written.location(*span), fault.remedy)


@dataclass(frozen=True, slots=True)
class _Fault:
    """Something that reads badly: what it is, its offsets in the composed words, and how to mend it."""

    what: str
    start: int
    end: int
    words: str
    remedy: str

    @property
    def excerpt(self) -> str:
        """The words around it, on one line."""
        first, last = max(0, self.start - 40), self.end + 20
        words = self.words[first:last].replace("\n", " ")
        return f"{'…' if first else ''}{words}{'…' if last < len(self.words) else ''}"


def _faults(composition: Composition) -> Iterator[_Fault]:
    words = composition.text
    if not re.search(r"\w", words):
        yield _Fault("no words", 0, len(words), words, "Write a paragraph that says something in any case.")
        return
    for what, looks, remedy in _SEAMS:
        for match in looks.finditer(words):
            yield _Fault(what, match.start(), match.end(), words, remedy)


def _given(composition: Composition) -> str:
    given = ", ".join(f"{blank} is “{words}”" for blank, words in composition.choices.items())
    return f"Where {given}, this" if given else "This"
