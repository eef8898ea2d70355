"""Imperatives: the sentences that tell a reader to do something, found by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

VERBS = frozenset(
    """
    accept acknowledge act add address admit advise agree allow answer apologise apply appoint approve archive arrange
    ask assess attach attend avoid ban base be bear become begin behave block blur book borrow break bring build call
    cancel capture carry change charge check choose cite clear click close collect combine comment complain complete
    comply confirm consider consult contact continue copy correct count cover create credit crop date deal decide
    declare decline delete describe destroy direct disable discuss display dispose download draft drop e-mail edit email
    employ enable encourage end enrol ensure enter erase escalate exercise explain express extend fill find finish flag
    fold follow forward get give go greet hand handle have hear help hide hold honour identify ignore imagine
    include inform insert inspect invite involve issue join judge keep know label lead learn leave lend let limit link
    list listen lock log look lower maintain make manage mark measure meet mention mix moderate monitor move mute name
    note notify obey obtain offer omit open opt pass pause pay phone photograph pick place plan point post prefer
    prepare present preserve press prevent print promote protect prove provide publish put query quote raise rate reach
    read recall recognise recommend record redact refer refrain refuse register reject release rely remain remember
    remind remove rename renew repeat replace reply report represent request require resist resolve respect respond rest
    restrict retain return review rewrite ring rotate run safeguard save say scan scroll search secure see
    seek send separate serve set settle share show shred shut sign silence sit skip sort speak spell split spread
    stand state stay step stick stop store submit summarise supervise support suspend switch tag take talk teach
    tell test thank think tick tidy track train transfer translate treat try turn type understand
    unfollow unfriend unlock unplug update uphold upload use verify visit wait warn watch wear weigh welcome
    wipe withdraw withhold word work write
    """.split()  # noqa: SIM905  words read best as words
)
"""The verbs with which rules, steps and advice begin, in their base form."""

_NOUNS_TOO = frozenset(
    """
    access act address answer ban bear block book break call change check click close comment contact copy count cover
    credit date deal direct display draft drop e-mail email employ end exercise extend flag fold forward hand help hold
    issue judge label lead leave limit link list lock log look mark measure mix move name note offer open pass pause pay
    phone photograph place plan point post present press print promote query quote raise rate recall record register
    release remove reply report request rest return review ring run safeguard scan scroll search set share show
    shut sign silence sort split spread stand state stay step stick stop store support switch tag talk test
    track train transfer treat try turn type update upload use visit wait watch welcome word work
    """.split()  # noqa: SIM905  words read best as words
)
_FINITE = re.compile(
    r"(?:is|are|was|were|has|have|had|must|should|shall|may|can|will|applies|apply|means|mean|began|came|went)\b"
)
_CUT = re.compile(
    r"[,;:.!?()]|\b(?:who|which|that|what|whom|whose|if|when|where|unless|because|how|why|before|after)\b"
)
_ORDER = re.compile(
    r"[\s*_]*"
    r"(?P<adverb>(?:Always|Please|Then|Also|Instead|First|Next|Finally|Otherwise|Therefore),?\s+)?"
    r"(?P<verb>[A-Za-z][a-z-]*)\b"
)
_LEAD_IN = re.compile(
    r"[\s*_]*"
    r"(?:If|When|Whenever|Where|Wherever|Before|After|Once|Unless|Until|While|As|In|On|At|For|To|From|With|By|Even|Should)\b"
    r"(?P<condition>[^.!?:;]*)"
)
# What goes before a later sentence begins with a sign, since that lets `re` skip every other character.
_LATER_ORDER = re.compile(r"[.!?:\n](?:(?<!\n)[*_]*\s+|(?<=\n)\s*\n)" + _ORDER.pattern)
_LATER_LEAD_IN = re.compile(r"[.!?][*_]*\s+" + _LEAD_IN.pattern)
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
    for match in _at_beginnings(words, _ORDER, _LATER_ORDER):
        if _is_verb(words, match):
            yield Imperative(*match.span("verb"), whole=bool(match["adverb"]) or match["verb"][0].isupper())
    for condition in _at_beginnings(words, _LEAD_IN, _LATER_LEAD_IN):
        orders = _AFTER_COMMA.finditer(words, *condition.span("condition"))
        first = next((match for match in orders if _is_verb(words, match)), None)
        if first:
            yield Imperative(*first.span("verb"), whole=True)


def _at_beginnings(words: str, first: re.Pattern[str], later: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what stands at the beginning of the words, and what at those of later sentences."""
    beginning = first.match(words)
    if beginning:
        yield beginning
    yield from later.finditer(words, beginning.end() if beginning else 0)


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
