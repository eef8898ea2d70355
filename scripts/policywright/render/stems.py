"""The stems of words: what the search compares, in a text and in a question alike.

Questions are taken apart in the browser, by `templates/scripts/search/words.js` and the `stemmer` of npm; both have to
come to the same stems, so that this says in Python what those say, rule for rule, and a test holds them to it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, normalize

STOP = """\
a about after all also am an and any anybody anyone are as ask at be because been before being but by can
cannot cant could did do does doesnt doing done dont each either else ever every for from get gets getting
give given go goes going got had has hasnt have havent having he her hers him his how i id if ill im in into
is isnt it its ive just know let lets like make makes many may me mean meaning means might mine more most much
must my need needs no nobody nor not now of off ok okay on once one only onto or other our ours out over own
please put puts say says shall she should shouldnt so some somebody someone something still such take tell
than that thats the their theirs them then there theres these they thing things this those through to too try
under until up us use used uses using very want wants was wasnt way we were what whats when where whether
which while who whom whose why will with without wont would yes yet you your yours
"""
"""Words that say nothing of what a text is about. Those of duty are among them: nearly every rule has one."""

_APOSTROPHE = r"['\u2019]"
_WORD = re.compile(rf"[^\W_]+(?:{_APOSTROPHE}[^\W\d_]+)*")
_SPELLINGS = (
    (re.compile(r"is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"^(.{3,})our(?!c|s[et]|t|n)"), r"\1or"),
    (re.compile(r"^(advi|defen|licen|offen|practi)c"), r"\1s"),
    (re.compile(r"^(.+)amme(s?)$"), r"\1am\2"),
)
_STOPPED = frozenset(STOP.split())


def stems(text: str) -> tuple[str, ...]:
    """Return the stem of each word of a text that says something."""
    return tuple(filter(None, map(_stem, _WORD.findall(text))))


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    plain = _folded(word)
    return "" if plain in _STOPPED else _alike(_porter(_spelt(plain)))


def _folded(word: str) -> str:
    """Return a word without accents, capitals, apostrophes and the s of the genitive."""
    plain = "".join(sign for sign in normalize("NFD", word) if category(sign)[0] != "M").lower()
    return re.sub(_APOSTROPHE, "", re.sub(rf"{_APOSTROPHE}s$", "", plain))


def _spelt(word: str) -> str:
    """Return a word in one of the two spellings that British and American readers use."""
    for pattern, instead in _SPELLINGS:
        word = pattern.sub(instead, word)
    return word


def _alike(stem: str) -> str:
    """Return one form for spellings that are often mistaken: double letters, and f as it sounds."""
    return re.sub(r"(.)\1", r"\1", stem.replace("ph", "f"))


# Porter's algorithm, with the rules and the names of its parts as the package `stemmer` has them.
_SECOND = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_THIRD = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_CONSONANTS, _VOWELS = "([^aeiou][^aeiouy]*)", "([aeiouy][aeiou]*)"
_GT0 = re.compile(f"^{_CONSONANTS}?{_VOWELS}{_CONSONANTS}")
_EQ1 = re.compile(f"^{_CONSONANTS}?{_VOWELS}{_CONSONANTS}{_VOWELS}?$")
_GT1 = re.compile(f"^{_CONSONANTS}?({_VOWELS}{_CONSONANTS}){{2,}}")
_HAS_VOWEL = re.compile(f"^{_CONSONANTS}?[aeiouy]")
_LIKE_CONSONANT = re.compile(f"^{_CONSONANTS}[aeiouy][^aeiouwxy]$")
_S = re.compile(r"^.+?[^s]s$")
_SSES_OR_IES = re.compile(r"^.+?(ss|i)es$")
_EED = re.compile(r"^(.+?)eed$")
_ED_OR_ING = re.compile(r"^(.+?)(ed|ing)$")
_DOUBLED = re.compile(r"([^aeiouylsz])\1$")
_Y = re.compile(r"^(.+?)y$")
_IN_SECOND = re.compile(f"^(.+?)({'|'.join(_SECOND)})$")
_IN_THIRD = re.compile(f"^(.+?)({'|'.join(_THIRD)})$")
_IN_FOURTH = re.compile(
    r"^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$",
)
_ION = re.compile(r"^(.+?(s|t))(ion)$")
_E = re.compile(r"^(.+?)e$")
_SHORTEST = 3


def _porter(word: str) -> str:
    if len(word) < _SHORTEST:
        return word
    # A y at the beginning is a consonant.
    result = f"Y{word[1:]}" if word[0] == "y" else word
    for step in (_without_s, _without_ed, _without_y, _second, _third, _fourth, _fifth):
        result = step(result)
    return f"y{result[1:]}" if word[0] == "y" else result


def _without_s(word: str) -> str:
    if _SSES_OR_IES.search(word):
        return word[:-2]
    return word[:-1] if _S.search(word) else word


def _without_ed(word: str) -> str:
    if eed := _EED.search(word):
        return word[:-1] if _GT0.search(eed[1]) else word
    ending = _ED_OR_ING.search(word)
    return _mended(ending[1]) if ending and _HAS_VOWEL.search(ending[1]) else word


def _mended(stem: str) -> str:
    if stem.endswith(("at", "bl", "iz")):
        return f"{stem}e"
    if _DOUBLED.search(stem):
        return stem[:-1]
    return f"{stem}e" if _LIKE_CONSONANT.search(stem) else stem


def _without_y(word: str) -> str:
    ending = _Y.search(word)
    return f"{ending[1]}i" if ending and _HAS_VOWEL.search(ending[1]) else word


def _second(word: str) -> str:
    ending = _IN_SECOND.search(word)
    return ending[1] + _SECOND[ending[2]] if ending and _GT0.search(ending[1]) else word


def _third(word: str) -> str:
    ending = _IN_THIRD.search(word)
    return ending[1] + _THIRD[ending[2]] if ending and _GT0.search(ending[1]) else word


def _fourth(word: str) -> str:
    ending = _IN_FOURTH.search(word) or _ION.search(word)
    return ending[1] if ending and _GT1.search(ending[1]) else word


def _fifth(word: str) -> str:
    ending = _E.search(word)
    if ending and (_GT1.search(ending[1]) or (_EQ1.search(ending[1]) and not _LIKE_CONSONANT.search(ending[1]))):
        word = ending[1]
    return word[:-1] if word.endswith("ll") and _GT1.search(word) else word
