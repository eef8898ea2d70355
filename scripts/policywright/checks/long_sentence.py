"""Sentences that go on too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.linking.plain_text import plain_text
from policywright.linking.readability import PIECE_END, RUNNING_TEXT, SENTENCE_END, WORD
from policywright.model.walk import Written

LONGEST = 30
"""How many words a sentence may have. GOV.UK asks writers to look again at each of more than 25."""


class LongSentence(Check):
    """A sentence of more than 30 words.

    Why it matters: who reaches its end has lost its beginning. Readers on a telephone, or in their second language,
    give up first, and the exception at the end of the sentence is what they miss.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: |
                Switch it off.
        >       Telephones are kept in the lockers at the gate from the first bell to the last, unless the head
                of year has given leave because somebody at home is ill, in which case they are kept in the bag.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: |
                Switch it off. Telephones are kept in the lockers at the gate from the first bell to the last.
                The head of year can give leave if somebody at home is ill. Then they are kept in the bag.
    """

    name: ClassVar[str] = "long-sentence"
    code: ClassVar[str] = "F31"
    severity: ClassVar[Severity] = Severity.NOTE

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each sentence that is too long; words that references and variables become count."""
        plain = plain_text(linked.handbook)
        for written, sentence in _sentences(linked):
            words = len(WORD.findall(plain.of(sentence[0])))
            if words > LONGEST:
                yield cls.found(
                    f"This sentence has {words} words.",
                    written.location(*sentence.span()),
                    f"Make two or more of it, with {LONGEST} words at most; what follows “and”, “which” or “unless” "
                    "can often stand alone.",
                )


_SENTENCE = re.compile(
    rf"\S(?:[^.!?\n]+|(?!{SENTENCE_END.pattern}|{PIECE_END.pattern}).)*(?:{SENTENCE_END.pattern})?", re.DOTALL
)


def _sentences(linked: LinkedHandbook) -> Iterator[tuple[Written, re.Match[str]]]:
    """Yield each sentence of the running text of documents in force, and the text in which it stands."""
    for document in linked.handbook.documents:
        for written in linked.handbook.prose_in(document) if document.status != "withdrawn" else ():
            if written.field in RUNNING_TEXT:
                sentences = _SENTENCE.finditer(written.text)
                yield from ((written, match) for match in sentences if _may_be_too_long(match[0]))


def _may_be_too_long(sentence: str) -> bool:
    """Tell whether it has room for so many words, or a mark that may become some."""
    return len(sentence) > 2 * LONGEST or "[[" in sentence or "{{" in sentence
