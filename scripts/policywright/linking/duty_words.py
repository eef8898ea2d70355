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
    blotted = list(prose)
    spans = [(mark.start, mark.end) for mark in marks(prose)]
    if any(quote in prose for quote in _QUOTES):
        spans += [match.span() for match in _QUOTED.finditer(prose)]
    for start, end in spans:
        blotted[start:end] = _BLOT * (end - start)
    return "".join(blotted).replace(_CURLY_APOSTROPHE, "'")


@lru_cache(maxsize=50_000)
def duty_words(prose: str) -> tuple[DutyWords, ...]:
    """Return the duty words of a prose, in order."""
    words = own_words(prose)
    orders = tuple(_imperatives(words))
    taken = {order.start for order in orders}
    others = (phrase for phrase in (*_phrases(words), *_verbless_bans(words)) if phrase.start not in taken)
    return tuple(sorted((*orders, *others), key=lambda one: one.start))


_ORDERS = frozenset[Duty]({"must", "should"})
_BANS = frozenset[Duty]({"must-not", "should-not"})
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
    r"(?<![\w-])(?:" + "|".join(f"({words.replace(' ', _GAP)})" for words, _, _ in _PHRASES) + r")(?![\w-])",
    re.IGNORECASE,
)
_FIRST_WORDS = frozenset(
    """
    a advisable advised answer answers are best can discouraged do does expect expects good has have
    inadvisable is may must mustn need needn needs never ought recommended sensible shall should shouldn unwise will
    wise won would
    """.split()  # noqa: SIM905  words read best as words
)
_WORD = re.compile(r"(?<![\w-])[a-z]+", re.IGNORECASE)

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
    rf"|\b(?:as|than|until|before|after|since|once|while)\s+(?:you|they|he|she|it|we)){_ADVERB}\s*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:a|the|free|last)\s+$", re.IGNORECASE)
_SPOKEN_OF = re.compile(r"[\s*_]+(?:means|is|are|marks|says)\b")
_INVERTED = re.compile(r"should\s+(?:you|they|he|she|it|we|any\w*|an?|the|some\w*)\b", re.IGNORECASE)
_PHRASE_START = re.compile(r"[,;:.!?()\u2013\u2014]")
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)")
_SENTENCE = re.compile(r"\S[^.!?;]*")
_DENIES = re.compile(
    r"[\s*_]*(?:no|nobody|no[ -]one|neither|none|nothing|nor|never|under no circumstances|at no time)\b", re.IGNORECASE
)
_FORBIDDING = re.compile(
    r"(?:\A|(?<=[.!?:])\s+|(?<=,)\s+)[\s*_>-]*(?:please\s+)?(?P<words>do[\s*_]+not|don't|never)\b", re.IGNORECASE
)
_REFUSES = re.compile(r"(?:avoid|refrain|decline|refuse|stop|try[\s*_]+not)\b", re.IGNORECASE)
_POINTS_THE_WAY = re.compile(
    r"(?:ask|compare|imagine|look|note|read|remember|see|think|turn|visit)\b|(?:keep|bear)\s+in\s+mind\b|use\s+¤",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)


def _phrases(words: str) -> Iterator[DutyWords]:
    for match in _phrase_matches(words):
        _, says, fits = _PHRASES[(match.lastindex or 1) - 1]
        if not _is_noun(words, match):
            found = DutyWords(match.start(), match.end(), says, frozenset(fits), _governs(words, match))
            yield _in_its_sentence(words, found)


def _phrase_matches(words: str) -> Iterator[re.Match[str]]:
    """Yield where phrases stand; looking for them only where one can begin takes a quarter of the time."""
    end = 0
    for word in _WORD.finditer(words):
        if word.start() >= end and word[0].lower() in _FIRST_WORDS:
            match = _PHRASE.match(words, word.start())
            if match:
                end = match.end()
                yield match


def _is_noun(words: str, match: re.Match[str]) -> bool:
    """Say whether "must" is a thing, as in "a must" and "must means", or "May" the month."""
    before, after = words[: match.start()], words[match.end() :]
    is_month = match[0] == "May" and bool(before.strip())
    return is_month or bool(_ARTICLE.search(before)) or bool(_SPOKEN_OF.match(after))


def _governs(words: str, match: re.Match[str]) -> bool:
    before = words[_sentence_start(words, match.start()) : match.start()]
    if _INVERTED.match(words, match.start()):
        return bool(before.rstrip(" \n,")) and not before.rstrip().endswith(",")
    breaks = [found.start() for found in _PHRASE_START.finditer(before)]
    return not _PART_OF_A_SENTENCE.search(before[breaks[-1] if breaks else 0 :])


def _in_its_sentence(words: str, found: DutyWords) -> DutyWords:
    """Turn words round whose sentence begins with "No …", and let "only" limit a permission."""
    end = _SENTENCE_END.search(words, found.end)
    sentence = words[_sentence_start(words, found.start) : end.start() if end else None]
    if _DENIES.match(sentence) and found.says in {"must", "may"}:
        return replace(found, says="must-not", fits=frozenset({"must", "must-not"}))
    if _DENIES.match(sentence) and found.says == "should":
        return replace(found, says="should-not", fits=frozenset({"should", "should-not"}))
    if found.says == "may" and _ONLY.search(sentence):
        return replace(found, fits=frozenset({"may", "must", "must-not"}))
    return found


def _sentence_start(words: str, offset: int) -> int:
    start = 0
    for end in _SENTENCE_END.finditer(words, 0, offset):
        start = end.end()
    return start


def _verbless_bans(words: str) -> Iterator[DutyWords]:
    """Yield the first word of each sentence that begins as "No swearing." does."""
    for sentence in _SENTENCE.finditer(words):
        match = _DENIES.match(sentence[0])
        if match and not _PHRASE.search(sentence[0]):
            yield DutyWords(sentence.start(), sentence.start() + match.end(), None, _BANS | {"must"})


def _imperatives(words: str) -> Iterator[DutyWords]:
    for order in imperatives(words):
        fits = _ORDERS | _BANS if _REFUSES.match(words, order.start) else _ORDERS
        says: Duty | None = None if _POINTS_THE_WAY.match(words, order.start) else "must"
        yield DutyWords(order.start, order.end, says, fits, governs=order.whole, imperative=True)
    for match in _FORBIDDING.finditer(words):
        whole = match["words"][0].isupper() or words[: match.start("words")].rstrip().endswith(",")
        yield DutyWords(*match.span("words"), "must-not", _BANS, governs=whole, imperative=True)
