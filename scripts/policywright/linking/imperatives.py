"""Imperatives: the sentences that tell a reader to do something, found by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

VERBS = frozenset(
    """
    accept acknowledge act add address admit advise agree allow answer apologise apply appoint approve archive arrange
    ask assess attach attend avoid ban base be become begin behave block blur book bring build call cancel capture
    change check choose cite clear close collect combine comment complain complete comply confirm consider consult
    contact continue copy correct count cover create credit crop date deal decide declare decline delete describe
    destroy disable discuss display dispose download draft edit email e-mail employ enable encourage end enrol ensure
    enter erase escalate exercise explain express fill find finish flag follow forward get give go greet hand handle
    have help hide hold honour identify ignore include inform insert inspect invite involve issue join judge keep know
    label lead learn leave let limit link list listen log look maintain make manage mark measure meet mention moderate
    monitor move mute name note notify obey obtain offer omit open opt pass pause phone photograph pick place plan post
    prefer prepare present preserve prevent print promote protect provide publish put raise reach read recognise
    recommend record redact refer refrain refuse register reject release rely remain remember remind remove rename
    renew repeat replace reply report represent request require resist resolve respect respond restrict retain return
    review ring run safeguard save say search secure see seek send separate set settle share show sign skip speak
    spell state stay stop store submit support suspend switch tag take talk teach tell test thank think tick track
    train treat try turn type understand unfollow unfriend update upload uphold use verify visit wait warn watch weigh
    welcome withdraw withhold word work write
    """.split()  # noqa: SIM905  words read best as words
)
"""The verbs with which rules, steps and advice begin, in their base form."""

_NOUNS_TOO = frozenset(
    """
    access act address answer ban block book call change check comment contact copy count cover credit date deal display
    draft e-mail email employ end exercise flag forward hand help hold issue judge label lead leave limit link list log
    look mark measure name note offer open pass pause phone photograph place plan post present print promote raise
    record register release remove reply report request return review ring run safeguard search set share show sign
    state stay stop store support switch tag talk test track train treat try turn type update upload use visit wait
    watch welcome word work
    """.split()  # noqa: SIM905  words read best as words
)
_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|must|should|shall|may|can|will|applies|apply|means|mean)\b")
_CUT = re.compile(
    r"[,;:.!?()]|\b(?:who|which|that|what|whom|whose|if|when|where|unless|because|how|why|before|after)\b"
)
_START = re.compile(
    r"(?:\A|(?<=[.!?:])[*_]*\s+|\n\s*\n)[\s*_]*"  # where a sentence begins
    r"(?P<adverb>(?:Always|Please|Then|Also|Instead|First|Next|Finally|Otherwise|Therefore),?\s+)?"
    r"(?P<verb>[A-Za-z][a-z-]*)\b"
)
_LEAD_IN = re.compile(
    r"(?:\A|(?<=[.!?])[*_]*\s+)[\s*_]*"
    r"(?:If|When|Whenever|Where|Wherever|Before|After|Once|Unless|Until|While|As|In|On|At|For|To|From|With|By|Even|Should)\b"
    r"(?P<condition>[^.!?:;]*)"
)
_AFTER_COMMA = re.compile(r",\s+(?:then\s+|always\s+|please\s+|also\s+)*(?P<verb>[a-z-]+)\b")


class Imperative(NamedTuple):
    """The verb of an order: its offsets, and whether it is a sentence of its own.

    A point in small letters, which goes on with the sentence of its clause, is not.
    """

    start: int
    end: int
    whole: bool


def imperatives(words: str) -> Iterator[Imperative]:
    """Yield the first verb of each order: at the beginning of a sentence, or after a condition and a comma."""
    for match in _START.finditer(words):
        if _is_verb(words, match):
            yield Imperative(*match.span("verb"), whole=bool(match["adverb"]) or match["verb"][0].isupper())
    for condition in _LEAD_IN.finditer(words):
        orders = _AFTER_COMMA.finditer(words, *condition.span("condition"))
        first = next((match for match in orders if _is_verb(words, match)), None)
        if first:
            yield Imperative(*first.span("verb"), whole=True)


def _is_verb(words: str, match: re.Match[str]) -> bool:
    verb = match["verb"].lower()
    if verb not in VERBS:
        return False
    return verb not in _NOUNS_TOO or not _goes_on_as_noun(words[match.end("verb") :])


def _goes_on_as_noun(rest: str) -> bool:
    """Say whether the words after "Use" or "Report" make a noun of it: "Use of phones is …"."""
    cut = _CUT.search(rest)
    near = rest[: cut.start() if cut else None].split()[:7]
    return not near or near[0] == "of" or any(_FINITE.fullmatch(word) for word in near)
