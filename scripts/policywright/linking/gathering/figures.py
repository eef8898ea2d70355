"""Figures: the ages, times and amounts that a rule gives in its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policywright.linking.duty_words import own_words

FigureKind = Literal["age", "period", "amount"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a rule gives it: `words` are its own, `value` is what to compare: `16`, `3 months`, `2 adults`."""

    kind: FigureKind
    words: str
    value: str


@lru_cache(maxsize=10_000)
def figures(prose: str) -> tuple[Figure, ...]:
    """Return the figures of a prose, in order; numbers in references, quoted words and code are none of its own."""
    return tuple(map(_figure, _FIGURE.finditer(" ".join(own_words(prose).split()))))


def hours(period: str) -> float:
    """Return about how many hours a time in words is, such as `20 working days`; endless where it gives no figure."""
    if _AT_ONCE.search(period):
        return 0
    found = _PERIOD_ALONE.search(period)
    if found is None:
        return _HOURS["day"] if _SAME_DAY.search(period) else float("inf")
    return float(_in_digits(found["number"])) * _HOURS[found["unit"].lower().rstrip("s")]


_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "term": 2190, "year": 8760}
_NUMBER = rf"(?:\d+(?:\.\d+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?:minute|hour|day|week|month|term|year)s?"
_LIMIT = (
    r"(?:at least|at most|no (?:more|less|fewer) than|not more than|more than|fewer than|up to|a (?:min|max)imum of)"
)
_PEOPLE = r"(?:people|persons|members|adults|administrators|account holders|officers|trained staff)"
_OR_OLDER = r" (?:or|and) (?:over|older|above|under|younger)"
# An age is never the number of anything: "under 16", but not "under 16 weeks".
_AGE = (
    rf"(?:(?:under|over|below|above|aged?|turns?|turned|younger than|older than)(?: the age)?(?: of)?[ -]"
    rf"(?P<age>{_NUMBER})s?\b(?: years\b(?! (?:after|before|from|later)))?"
    rf"(?![ -](?:%|per cent|(?:school |working )?{_UNIT}\b(?! of age| old)))(?:{_OR_OLDER})?"
    rf"|\b(?P<older>{_NUMBER})(?:{_OR_OLDER}\b|[ -]years?(?: of age|[ -]old)\b))"
)
_PERIOD = rf"(?P<number>{_NUMBER})[ -](?P<sort>(?:working|school|calendar|full|clear|term) )?(?P<unit>{_UNIT})\b"
_NO_THING = r"(?! (?:of|and|or|in|on|to|for|the|with|from|by|at|per|is|are|where|when|if|that|who|which|each)\b)"
_THING = rf"(?:{_NO_THING} [a-z][\w-]*)"
_AMOUNT = rf"(?:{_LIMIT} (?P<limit>{_NUMBER})(?P<thing>{_THING}{{1,2}})?|(?P<count>{_NUMBER})(?P<people> {_PEOPLE}))\b"
_FIGURE = re.compile(rf"\b{_AGE}|\b{_PERIOD}|\b{_AMOUNT}", re.IGNORECASE)
_PERIOD_ALONE = re.compile(rf"\b{_PERIOD}", re.IGNORECASE)
_AT_ONCE = re.compile(r"\b(immediately|at once|straight ?away|now)\b", re.IGNORECASE)
_SAME_DAY = re.compile(r"\b(same|that|next) (?:\w+ )?day\b", re.IGNORECASE)


def _figure(found: re.Match[str]) -> Figure:
    words = found[0]
    if age := found["age"] or found["older"]:
        return Figure("age", words, _in_digits(age))
    if unit := found["unit"]:
        value = f"{_in_digits(found['number'])} {found['sort'] or ''}{unit.rstrip('sS')}".lower()
        return Figure("period", words, value)
    number, thing = found["limit"] or found["count"], found["thing"] or found["people"] or ""
    return Figure("amount", words, f"{_in_digits(number)}{thing}".lower())


def _in_digits(number: str) -> str:
    """Return a number in digits: `3` for `three`."""
    word = number.lower()
    return str(_NUMBERS.index(word) + 1) if word in _NUMBERS else number
