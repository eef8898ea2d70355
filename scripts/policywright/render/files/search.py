"""The records of the search, as a script: a page that was opened from its folder can load nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from policywright.model.handbook import Handbook
from policywright.model.registers import Platform, Role, SynonymGroup, Term
from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile
from policywright.render.search import Record, records

_COLUMNS = tuple(field.name for field in fields(Record) if field.name != "inner")


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:
    """Yield the records, and what the search must know beside them."""
    handbook, linked = composer.handbook, composer.linked
    told = {
        "columns": _columns(records(composer, pages)),
        "parts": {part.id: linked.target_of(part).title for part in handbook.settings.parts},
        "groups": {role.id: role.includes for role in handbook.entries(Role) if role.includes},
        "synonyms": list(_synonyms(handbook)),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    yield SiteFile("assets/handbook/search-records.js", f"policywright.found={text};\n".encode())


def _synonyms(handbook: Handbook) -> Iterator[tuple[str, ...]]:
    """Yield each group of words that stand for one another: from the register, and other names of one thing."""
    yield from (group.words for group in handbook.entries(SynonymGroup))
    yield from ((role.title, *role.synonyms) for role in handbook.entries(Role) if role.synonyms)
    yield from ((term.term, *filter(None, [term.acronym])) for term in handbook.entries(Term) if term.acronym)
    yield from ((one.title, *one.formerly_called) for one in handbook.entries(Platform) if one.formerly_called)


def _columns(tops: Iterable[Record]) -> dict[str, list[object]]:
    """Return what the records say, field by field, since like travels lighter beside like.

    They stand in reading order; `depth` says in how many others each stands. 0 stands for an empty list.
    """
    deep = [found for top in tops for found in _with_depth(top, 0)]
    columns: dict[str, list[object]] = {
        name: [getattr(record, name) or (0 if name in {"roles", "topics"} else "") for _, record in deep]
        for name in _COLUMNS
    }
    return {"depth": [depth for depth, _ in deep], **columns}


def _with_depth(record: Record, depth: int) -> Iterator[tuple[int, Record]]:
    yield depth, record
    for inner in record.inner:
        yield from _with_depth(inner, depth + 1)
