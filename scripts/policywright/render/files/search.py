"""What the search loads, as scripts: a page that was opened from its folder can load nothing else.

A small handbook has one file with all its records. A large one has a file with what every question asks of each record,
and beside it, to be loaded as they are asked for, words with the records that they are met in, and what records say.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import TypeVar

from policywright.model.handbook import Handbook
from policywright.model.registers import Platform, Role, SynonymGroup, Term
from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile
from policywright.render.search import Record, records
from policywright.render.search_index import NAMED, SAYINGS, Index, Placed, placed
from policywright.render.stems import STOP

_COLUMNS = tuple(field.name for field in fields(Record) if field.name != "inner")
_MOST_IN_ONE_FILE = 3_000
"""So many records weigh about 150 kilobytes, packed, and a browser has read them in less than a second."""
_MET_IN_A_FILE = 8_000
"""When a file of words is full: when they are met so often, which packs to some ten kilobytes."""
_LENGTH_OF_A_FILE = 20_000
"""When a file of records is full: when their texts have so many characters."""

_Item = TypeVar("_Item")


def files(composer: Composer, pages: Sequence[Page], *, most: int = _MOST_IN_ONE_FILE) -> Iterator[SiteFile]:
    """Yield the records, and what the search must know beside them; in several files if there are more than `most`."""
    found = [*placed(records(composer, pages))]
    told = _beside(composer)
    if len(found) <= most:
        yield _script("search-records", "policywright.found", {"columns": _columns(found), **told})
    else:
        yield from _split(found, told, _synonyms(composer.handbook))


def _beside(composer: Composer) -> dict[str, object]:
    handbook = composer.handbook
    return {
        "parts": {part.id: composer.linked.target_of(part).title for part in handbook.settings.parts},
        "groups": {role.id: role.includes for role in handbook.entries(Role) if role.includes},
        "synonyms": [*_synonyms(handbook)],
        "stop": " ".join(STOP.split()),
        "sayings": SAYINGS,
    }


def _synonyms(handbook: Handbook) -> Iterator[tuple[str, ...]]:
    """Yield each group of words that stand for one another: from the register, and other names of one thing."""
    yield from (group.words for group in handbook.entries(SynonymGroup))
    yield from ((role.title, *role.synonyms) for role in handbook.entries(Role) if role.synonyms)
    yield from ((term.term, *filter(None, [term.acronym])) for term in handbook.entries(Term) if term.acronym)
    yield from ((one.title, *one.formerly_called) for one in handbook.entries(Platform) if one.formerly_called)


def _script(name: str, variable: str, told: object) -> SiteFile:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return SiteFile(f"assets/handbook/{name}.js", f"{variable}={text};\n".encode())


def _columns(found: Iterable[Placed], names: Sequence[str] = _COLUMNS) -> dict[str, list[object]]:
    """Return what records say, field by field, since like travels lighter beside like.

    They stand in reading order; `depth` says in how many others each stands. 0 stands for an empty list.
    """
    listed = [*found]
    columns: dict[str, list[object]] = {
        name: [getattr(one.record, name) or (0 if name in {"roles", "topics"} else "") for one in listed]
        for name in names
    }
    return {"depth": [one.depth for one in listed], **columns}


def _split(found: Sequence[Placed], told: Mapping[str, object], groups: Iterable[Iterable[str]]) -> Iterator[SiteFile]:
    index = Index(found, groups)
    words = [*_packed(_words(index), lambda word: _met(index, word[0]), _MET_IN_A_FILE)]
    blocks = [*_packed(_documents(found), lambda document: _length(document[1]), _LENGTH_OF_A_FILE)]
    for number, file in enumerate(words):
        yield _script(f"search/words-{number}", f"policywright.found.split.words[{number}]", dict(file))
    for number, documents in enumerate(blocks):
        columns = _columns([one for _, document in documents for one in document])
        yield _script(f"search/records-{number}", f"policywright.found.split.records[{number}]", columns)
    starts = {"words": [file[0][0] for file in words], "records": [file[0][0] for file in blocks]}
    to_come: Mapping[str, object] = {"words": [], "records": [], "unpacked": []}
    core = {**_core(found, index), "starts": starts, **to_come}
    yield _script("search-records", "policywright.found", {"split": core, **told})


def _core(found: Sequence[Placed], index: Index) -> dict[str, object]:
    """Return what every question asks of all records: what they are, whom they concern, and which words there are."""
    stems = sorted(index.vocabulary)
    named = ((number, one.record) for number, one in enumerate(found) if one.record.kind in NAMED)
    return {
        "depth": [one.depth for one in found],
        "kind": _numbered([one.record.kind for one in found]),
        "part": _numbered([one.record.part for one in found]),
        "roles": _numbered([one.record.roles or 0 for one in found]),
        "names": {number: (record.title, record.also) for number, record in named},
        "stems": " ".join(stems),
        "counts": [index.vocabulary[stem] for stem in stems],
        "averages": index.averages,
    }


def _numbered(values: Sequence[object]) -> tuple[list[object], list[int]]:
    """Return the different values, and of each its place among them."""
    places = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return [*places], [places[value] for value in values]


def _words(index: Index) -> Iterator[tuple[str, object]]:
    """Yield what there is to know of each word in a field: its records, the length of the field there, and how often.

    Of records the steps from one to the next are told; a mark has nothing but these.
    """
    stems = {stem for field in index.postings for stem in field}
    for word in sorted((*stems, *index.marks)):
        yield word, _steps(index.marks[word]) if word in index.marks else [*_fields(index, word)]


def _fields(index: Index, stem: str) -> Iterator[tuple[int, list[int], list[int], list[int] | int]]:
    for place, postings in enumerate(index.postings):
        if stem in postings:
            met = postings[stem]
            records, counts, lengths = met[::3], met[1::3], met[2::3]
            yield place, _steps(records), lengths, counts if max(counts) > 1 else 0


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip((0, *numbers), numbers, strict=False)]


def _packed(items: Iterable[_Item], size: Callable[[_Item], int], full: int) -> Iterator[list[_Item]]:
    """Yield what goes into each file; what is large by itself has its own."""
    packed, total = list[_Item](), 0
    for item in items:
        if packed and total + size(item) > full:
            yield packed
            packed, total = [], 0
        packed.append(item)
        total += size(item)
    yield packed


def _met(index: Index, word: str) -> int:
    """Return how often a word is met."""
    return len(index.marks.get(word, ())) + sum(len(field.get(word, ())) // 3 for field in index.postings)


def _length(document: Sequence[Placed]) -> int:
    return sum(len(one.record.text) for one in document)


def _documents(found: Sequence[Placed]) -> Iterator[tuple[int, list[Placed]]]:
    """Yield the number of each record that stands in no other, with all that stands in it."""
    first, document = 0, list[Placed]()
    for number, one in enumerate(found):
        if document and not one.depth:
            yield first, document
            first, document = number, []
        document.append(one)
    yield first, document
