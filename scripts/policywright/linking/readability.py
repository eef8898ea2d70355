"""Readability: how old a reader must be to follow a document, by the length of its sentences and of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policywright.linking.plain_text import PlainText
from policywright.model.document import Document
from policywright.model.walk import descendants, prose

PLAIN_UP_TO = 14
"""The highest reading age, in years, of plain English."""

RUNNING_TEXT = frozenset(
    {"act", "ask", "because", "consequence", "continues", "do", "help", "introduction", "label", "text"}
)
PIECE_END = re.compile(r"\n\s*\n|\n\s*(?:[-*]|\d+\.)\s")
SENTENCE_END = re.compile(r"[.!?]+[”\u2019\")\]]*(?:\s+|$)")
WORD = re.compile(r"[A-Za-z]+(?:[\u2019'-][A-Za-z]+)*")
_LETTER = re.compile("[A-Za-z]")

_VOWELS = re.compile(r"[aeiouy]+")
_UNHEARD = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouy]l)(?:e|es(?<![cgsxz]es)(?<![cs]hes)|ed(?<![dt]ed))$"
    r"|(?<=[^aeiouyl])e(?=(?:body|book|(?<!\bbe)fore|ful|guard|less|ly|ment|s?where|thing|times|work))"
    r"|(?<=[aeo]g)ues?$|(?<=q)ues?$|(?<=bus)i"
)
_APART = re.compile(
    r"(?<![ctgs])ia(?!ge)|(?<![ctgs])io(?=l|n|r|us|s?$)|(?<!fr)(?<![cts])ien|i(?:um|er(?!c)|et(?!h))"
    r"|u[ao](?<![gq]u[ao])|(?<!m)eo(?!p)|(?<=cr)ea(?![ms])|(?<=[ai][dr])ea|rea(?=ct)|(?<=c)oo(?=[pr][de])"
    r"|[aeiouy]ing|(?<=[a-z])y(?=ee|o)"
)


@dataclass(frozen=True, slots=True)
class Readability:
    """How much a text holds, and how hard it is to read."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The school year in the United States in which it can be read, after Flesch and Kincaid."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def age(self) -> int:
        """The age, in years, from which it can be read: five more than the grade."""
        return round(self.grade + 5)


def readability(document: Document, plain_text: PlainText) -> Readability | None:
    """Measure the running text of a document: its rules, questions, actions, labels and paragraphs.

    Headings, answers, quoted laws and notes to editors are left out. None where there is nothing to read, or where the
    document is not in English, for which alone the measure holds.
    """
    if not document.language.startswith("en"):
        return None
    pieces = [plain_text.of(piece) for piece in _pieces(document)]
    words = [word for piece in pieces for word in WORD.findall(piece)]
    sentences = sum(1 for piece in pieces for sentence in SENTENCE_END.split(piece) if _LETTER.search(sentence))
    return Readability(len(words), sentences, sum(map(syllables, words))) if words else None


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Count the syllables of an English word by its spelling: a guess, which is off for a word here and there."""
    return sum(map(_syllables, re.sub(r"[\u2019']s?(?=-|$)", "", word.lower()).split("-")))


def _syllables(word: str) -> int:
    heard = len(_VOWELS.findall(word)) - len(_UNHEARD.findall(word)) + len(_APART.findall(word))
    return max(1, heard)


def _pieces(document: Document) -> Iterator[str]:
    """Yield each paragraph and each point; the end of one is the end of a sentence, unless it leads up to the next."""
    begun = ""
    for node in descendants(document):
        for written, _ in prose(node):
            for piece in PIECE_END.split(written.text) if written.field in RUNNING_TEXT else ():
                begun = f"{begun} {piece.strip()}"
                if not begun.endswith(":"):
                    yield begun
                    begun = ""
    yield begun
