"""Duty words: the words by which a rule says how binding it is, such as `must not`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policywright.linking.imperatives import imperatives
from policywright.model.marks import marks
from policywright.model.vocabulary import Duty


@dataclass(frozen=True, slots=True)
class DutyWords:
    """Words that say how binding a rule is; `start` and `end` are offsets in the prose.

    `says` is the duty that they lay down by themselves, or None where they are too weak for that ("staff have to").
    `fits` are the duties under which they can stand: an imperative suits `must` as well as `should`. `governs` is
    whether they speak for their sentence, and not for a part of it, as in "tell anybody who must know".
    """

    start: int
    end: int
    says: Duty | None
    fits: frozenset[Duty]
    governs: bool = True
    imperative: bool = False

    @property
    def commands(self) -> bool:
        """Whether a rule with these words asks something of somebody."""
        return self.governs and self.says not in {None, "may"}


def own_words(prose: str) -> str:
    """Return a prose of the same length in which marks, code and quoted words are blotted out.

    What remains are the rule's own words: the "must" in a quoted post binds nobody.
    """
    spans = [(mark.start, mark.end) for mark in marks(prose)]
    if any(quote in prose for quote in _QUOTES):
        spans += [match.span() for match in _QUOTED.finditer(prose)]
    for start, end in spans:
        prose = prose[:start] + _BLOT * (end - start) + prose[end:]
    return prose.replace(_CURLY_APOSTROPHE, "'")


@lru_cache(maxsize=50_000)
def duty_words(prose: str) -> tuple[DutyWords, ...]:
    """Return the duty words of a prose, in order."""
    words = own_words(prose)
    small = _in_small_letters(words)
    orders = tuple(_imperatives(words))
    taken = {order.start for order in orders}
    others = (phrase for phrase in (*_phrases(words, small), *_verbless_bans(small)) if phrase.start not in taken)
    return tuple(sorted((*orders, *others), key=lambda one: one.start))


_ORDERS = frozenset[Duty]({"must", "should"})
_BANS = frozenset[Duty]({"must-not", "should-not"})
_DENIED: dict[Duty, tuple[Duty, frozenset[Duty]]] = {
    "must": ("must-not", frozenset({"must", "must-not"})),
    "may": ("must-not", frozenset({"must", "must-not"})),
    "should": ("should-not", frozenset({"should", "should-not"})),
}
"""What a duty is, and which it suits, in a sentence that begins with "No …"."""

_LONGER_IN_SMALL = "\u0130"
"""The only letter that becomes two when it is made small."""

_BLOT = "¤"
_CURLY_APOSTROPHE = "\u2019"
_QUOTES = "`\u201c\"\u2018'"
_QUOTED = re.compile(
    r"`+[^`]*`+|\u201c[^\u201d]*\u201d|\"[^\"]*\"|(?<!\w)[\u2018'](?=\S)[^\u2019'\n]{1,80}(?<=\S)[\u2019'](?!\w)"
)
_GAP = r"[\s*_]+"

# Each phrase with what it says by itself and the duties that it suits; the first that matches at a place holds.
_PHRASES: tuple[tuple[str, Duty | None, tuple[Duty, ...]], ...] = (
    ("need not|needn't|do(?:es)? not (?:have|need) to|(?:is|are) (?:not|never) (?:required|obliged|expected) to",
     None, ("may",)),
    ("must(?= (?:avoid|refrain|decline|refuse|stop))", "must", ("must", "must-not")),
    ("should(?= (?:avoid|refrain|decline|refuse|stop))", "should", ("should", "should-not")),
    ("(?:must|shall) (?:not|never|neither|no longer|in no case|under no circumstances)|mustn't", "must-not",
     ("must-not",)),
    ("must|shall", "must", ("must",)),
    ("(?:should|ought) (?:not|never|neither|no longer)|shouldn't", "should-not", ("should-not",)),
    ("should|ought to", "should", ("should",)),
    ("may not", None, ("may", "must-not", "should-not")),
    ("may never", "must-not", ("must-not",)),
    ("may", "may", ("may",)),
    ("(?:is|are) (?:required|obliged) (?:not|never) to", "must-not", ("must-not",)),
    ("(?:is|are) (?:required|obliged) to", "must", ("must",)),
    ("(?:is|are) (?:not|never) (?:allowed|permitted|acceptable)", "must-not", ("must-not",)),
    ("(?:is|are) (?:strictly |always )?(?:forbidden|prohibited|banned)", "must-not", ("must-not",)),
    ("(?:is|are) (?:strongly )?(?:advised|encouraged|recommended|urged) (?:not|never) to", "should-not",
     ("should-not",)),
    ("(?:is|are) encouraged to", "should", ("should", "may")),
    ("(?:is|are) (?:strongly )?(?:advised|encouraged|recommended|urged) to", "should", ("should",)),
    ("(?:is|are) (?:allowed|permitted|free|welcome|entitled) to", "may", ("may",)),
    ("(?:is|are) (?:expected|asked|trusted) (?:not|never) to", None, ("must-not", "should-not")),
    ("(?:is|are) (?:expected|asked|trusted) to", None, ("must", "should")),
    ("(?:is|are) (?:not|never) to", "must-not", ("must-not",)),
    (r"(?:is|are) to be(?= \w+(?:ed|en|t|d|n))", "must", ("must",)),
    ("are to|is to|ha(?:s|ve) to|needs?|expects?|(?:is|are) reminded", None, ("must", "should")),
    ("(?:is|are) (?:legally )?(?:bound|responsible|liable|accountable)|answers? for", None, ("must", "should")),
    ("advised|recommended|advisable|sensible|good practice|a good idea|wise", None, ("should", "should-not")),
    ("best to", None, ("should",)),
    ("best not to|discouraged|inadvisable|unwise", None, ("should-not",)),
    ("can ?not|can't", None, ("must-not", "should-not")),
    ("can", None, ("may",)),
    ("(?:will|would|do|does) (?:not|never)|won't|never", None, ("must-not", "should-not")),
    ("will", None, ("must", "should")),
)  # fmt: skip
_PHRASE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"({words.replace(' ', _GAP)})" for words, _, _ in _PHRASES) + r")(?![\w-])"
)
_MEANINGS = tuple((says, frozenset(fits)) for _, says, fits in _PHRASES)
_FIRST_WORDS = """
    a advisable advised answer answers are best can discouraged do does expect expects good has have
    inadvisable is may must mustn need needn needs never ought recommended sensible shall should shouldn unwise will
    wise won would
    """.split()  # noqa: SIM905  words read best as words
_FIRST_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_FIRST_WORDS)})(?![a-z])")

_NOUN_PHRASE = (
    r"(?:you|they|he|she|it|we|staff|people|everybody|everyone|anybody|anyone|somebody|someone|nobody"
    r"|(?:a|an|the|any|no|your|their|its|our|his|her|each|every|some|other|another|this|these|those)(?:\s+\w+){1,2}"
    r"|¤+|[a-z]+s)"
)
_ADVERB = r"(?:\s+(?:also|then|still|always|only|first|normally|usually))?"
_PART_OF_A_SENTENCE = re.compile(
    rf"(?:(?<=[\w,¤]\s)(?:who|which|that|what)"
    rf"|\b(?:if|when|whenever|where|wherever|unless|whether|because|although|though|that|what|how|why|whom|which)"
    rf"\s+{_NOUN_PHRASE}"
    rf"|\b(?:as|than|until|before|after|since|once|while)\s+(?:you|they|he|she|it|we)){_ADVERB}\s*$"
)
_ARTICLE = re.compile(r"\b(?:a|the|free|last)$")
_LONGEST_ARTICLE = 4
_SPOKEN_OF = re.compile(r"[\s*_]+(?:means|is|are|marks|says)\b")
_INVERTED = re.compile(r"should\s+(?:you|they|he|she|it|we|any\w*|an?|the|some\w*)\b")
_PHRASE_STARTS = ",;:.!?()\u2013\u2014"
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)")
_SENTENCE = re.compile(r"\S[^.!?;]*")
_DENIES = re.compile(
    r"[\s*_]*(?:no|nobody|no[ -]one|neither|none|nothing|nor|never|under no circumstances|at no time)\b"
)
_FORBIDDING = re.compile(r"[DdNn](?i:(?<=d)o[\s*_]+not|(?<=d)on't|(?<=n)ever)\b")
_BEGINS_AN_ORDER = re.compile(r"(?:\A|[.!?:]\s+|,\s+)[\s*_>-]*(?:please\s+)?\Z", re.IGNORECASE)
_REFUSES = re.compile(r"(?:avoid|refrain|decline|refuse|stop|try[\s*_]+not)\b", re.IGNORECASE)
_POINTS_THE_WAY = re.compile(
    r"(?:ask|compare|imagine|look|note|read|remember|see|think|turn|visit)\b|(?:keep|bear)\s+in\s+mind\b|use\s+¤",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly\b")


def _in_small_letters(words: str) -> str:
    """Return words of the same length in small letters, where patterns look for them in half the time."""
    return words.replace(_LONGER_IN_SMALL, "I").lower()


def _phrases(words: str, small: str) -> Iterator[DutyWords]:
    for match in _phrase_matches(small):
        says, fits = _MEANINGS[(match.lastindex or 1) - 1]
        if not _is_noun(words, small, match):
            start = _sentence_start(small, match.start())
            found = DutyWords(*match.span(), says, fits, _governs(small, start, match))
            yield _in_its_sentence(small, start, found)


def _phrase_matches(small: str) -> Iterator[re.Match[str]]:
    """Yield where phrases stand; looking for them only where one can begin takes a quarter of the time."""
    end = 0
    for word in _FIRST_WORD.finditer(small):
        if word.start() >= end:
            match = _PHRASE.match(small, word.start())
            if match:
                end = match.end()
                yield match


def _is_noun(words: str, small: str, match: re.Match[str]) -> bool:
    """Say whether "must" is a thing, as in "a must" and "must means", or "May" the month."""
    start, end = match.span()
    before = small[:start].rstrip()
    is_month = bool(before) and words[start:end] == "May"
    has_article = len(before) < start and _ARTICLE.search(before, max(len(before) - _LONGEST_ARTICLE, 0))
    return is_month or bool(has_article) or bool(_SPOKEN_OF.match(words, end))


def _governs(small: str, sentence: int, match: re.Match[str]) -> bool:
    """Say whether a phrase speaks for its sentence, which begins at an offset."""
    before = small[sentence : match.start()]
    if _INVERTED.match(small, match.start()):
        return bool(before.rstrip(" \n,")) and not before.rstrip().endswith(",")
    return not _PART_OF_A_SENTENCE.search(before[max(0, *map(before.rfind, _PHRASE_STARTS)) :])


def _in_its_sentence(small: str, start: int, found: DutyWords) -> DutyWords:
    """Turn words round whose sentence begins with "No …", and let "only" limit a permission."""
    if found.says not in {"must", "should", "may"}:
        return found
    end = _SENTENCE_END.search(small, found.end)
    sentence = small[start : end.start() if end else None]
    if _DENIES.match(sentence):
        says, fits = _DENIED[found.says]
        return replace(found, says=says, fits=fits)
    if found.says == "may" and _ONLY.search(sentence):
        return replace(found, fits=frozenset({"may", "must", "must-not"}))
    return found


def _sentence_start(words: str, offset: int) -> int:
    start = 0
    for end in _SENTENCE_END.finditer(words, 0, offset):
        start = end.end()
    return start


def _verbless_bans(small: str) -> Iterator[DutyWords]:
    """Yield the first word of each sentence that begins as "No swearing." does."""
    for sentence in _SENTENCE.finditer(small):
        match = _DENIES.match(sentence[0])
        if match and not _PHRASE.search(sentence[0]):
            yield DutyWords(sentence.start(), sentence.start() + match.end(), None, _BANS | {"must"})


def _imperatives(words: str) -> Iterator[DutyWords]:
    for order in imperatives(words):
        fits = _ORDERS | _BANS if _REFUSES.match(words, order.start) else _ORDERS
        says: Duty | None = None if _POINTS_THE_WAY.match(words, order.start) else "must"
        yield DutyWords(order.start, order.end, says, fits, governs=order.whole, imperative=True)
    for match in _FORBIDDING.finditer(words):
        if _BEGINS_AN_ORDER.search(words, 0, match.start()):
            whole = match[0][0].isupper() or words[: match.start()].rstrip().endswith(",")
            yield DutyWords(*match.span(), "must-not", _BANS, governs=whole, imperative=True)
