"""The index of the search: which records each stem is met in, how often, and among how many others.

A small handbook leaves it to the browser to make one; that of a large one is made here, since nobody waits until a
browser has read all of its rules. The fields, and what stands in each, are those of
`templates/scripts/search/finding.js`, where their weights are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policywright.render.search import Record
from policywright.render.stems import stems

FIELDS = ("title", "text", "also", "keywords", "topics", "context", "points")
NAMED = frozenset({"term", "role", "law", "platform", "topic"})
"""What may have further names; of other things, what is called so are words of their parts."""

SAYINGS: Mapping[str, str] = {
    "person": r"\b(board|department|director|govern|head|lead|manager|officer|staff|team)",
    "time": r"\b(hours?|days?|weeks?|months?|years?|times?|at once|until)\b",
    "number": r"\b(\d+|one|two|three|four|five|number|several)\b",
    "consequence": r"\b(action|breach|consequence|disciplin|dismiss|misconduct)",
}
"""The texts that fulfil a wish, as patterns that Python and JavaScript read alike; capitals do not matter."""

_SAYINGS = {name: re.compile(pattern, re.ASCII) for name, pattern in SAYINGS.items()}
_LONGEST_PHRASE = 3
_NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True)
class Placed:
    """A record with what it stands in, from the nearest outwards, and what it takes from there."""

    record: Record
    depth: int
    outer: tuple[Record, ...]
    topics: tuple[str, ...]


def placed(tops: Iterable[Record]) -> Iterator[Placed]:
    """Yield all records in reading order."""
    for top in tops:
        yield from _placed(top, (), ())


def _placed(record: Record, outer: tuple[Record, ...], topics: tuple[str, ...]) -> Iterator[Placed]:
    own = record.topics or (topics if record.kind == "point" else ())
    yield Placed(record, len(outer), outer, own)
    for inner in record.inner:
        yield from _placed(inner, (record, *outer), own)


class Index:
    """The index of some records: for each field where every stem is met, and in how many records each is met at all.

    `postings` are, for a field and a stem, the record, how often it is met there, and how many different stems that
    field has there; and then those of the next record.

    Numbers of clauses stand among the stems, as `#6.5`, and what a text says that fulfils a wish, as `?time`.
    `averages` are the mean numbers of different stems in each field.
    """

    def __init__(self, records: Sequence[Placed], synonyms: Iterable[Iterable[str]]) -> None:
        self.postings: Sequence[dict[str, list[int]]] = [defaultdict(list) for _ in FIELDS]
        self.marks: dict[str, list[int]] = defaultdict(list)
        self.vocabulary: Counter[str] = Counter()
        self.averages = [0.0] * len(FIELDS)
        self._phrases = _phrases(synonyms)
        self._counted: dict[tuple[str, ...], Mapping[str, int]] = {}
        self._topics = {one.topics[0]: (one.record.title, one.record.also) for one in records if _is_topic(one)}
        for number, one in enumerate(records):
            self._add(number, one)

    def _add(self, number: int, one: Placed) -> None:
        record = one.record
        title, text, also, keywords = (
            self._count((told,)) for told in (record.title, record.text, record.also, record.keywords)
        )
        named = also if record.kind in NAMED else _NOTHING
        fields = (title, text, named, keywords, self._of_topics(one), self._of_context(one), self._of_points(one, also))
        for place, counted in enumerate(fields):
            # The mean is taken as MiniSearch takes it, to the last bit.
            self.averages[place] = (self.averages[place] * number + len(counted)) / (number + 1)
            postings, length = self.postings[place], len(counted)
            for stem, count in counted.items():
                postings[stem] += (number, count, length)
        self.vocabulary.update(title.keys() | text.keys() | also.keys() | keywords.keys())
        for mark in _marks(record):
            self.marks[mark].append(number)

    def _of_topics(self, one: Placed) -> Mapping[str, int]:
        if one.record.kind == "topic" or not one.topics:
            return _NOTHING
        return self._shared(tuple(word for topic in one.topics for word in self._topics.get(topic, ())))

    def _of_context(self, one: Placed) -> Mapping[str, int]:
        """Return the words of what a record stands in: headings all the way out, and a clause's own for its points."""
        is_point = one.record.kind == "point"
        return self._shared(
            tuple(text for outer in one.outer for text in (outer.title, outer.text if is_point else ""))
        )

    def _of_points(self, one: Placed, also: Mapping[str, int]) -> Mapping[str, int]:
        """Return the words of what a record consists of: the points of a clause, the labels of a form."""
        if one.record.kind == "clause":
            return self._count(tuple(inner.text for inner in one.record.inner))
        return _NOTHING if one.record.kind in NAMED else also

    def _shared(self, texts: tuple[str, ...]) -> Mapping[str, int]:
        """Count the stems of texts that records have in common, once for them all."""
        if texts not in self._counted:
            self._counted[texts] = self._count(texts)
        return self._counted[texts]

    def _count(self, texts: Iterable[str]) -> Mapping[str, int]:
        """Return how often each stem of some texts is met, their phrases that have a synonym among them."""
        met = [stem for text in texts if text for stem in stems(text)]
        return Counter((*met, *self._met_phrases(met))) if met else _NOTHING

    def _met_phrases(self, met: Sequence[str]) -> Iterator[str]:
        for at, stem in enumerate(met):
            for phrase in self._phrases.get(stem, ()):
                if tuple(met[at : at + len(phrase)]) == phrase:
                    yield "_".join(phrase)


def _is_topic(one: Placed) -> bool:
    return one.record.kind == "topic"


def _phrases(synonyms: Iterable[Iterable[str]]) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the phrases that have a synonym, each once, by their first stem."""
    phrases = dict.fromkeys(stems(phrase) for group in synonyms for phrase in group)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if 1 < len(phrase) <= _LONGEST_PHRASE:
            by_first.setdefault(phrase[0], []).append(phrase)
    return by_first


def _marks(record: Record) -> Iterator[str]:
    if record.number:
        yield f"#{''.join(record.number.lower().split())}"
    text = record.text.lower()
    yield from (f"?{name}" for name, pattern in _SAYINGS.items() if pattern.search(text))
