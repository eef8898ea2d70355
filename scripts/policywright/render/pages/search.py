"""The page of the search: what was found and, below, an index from A to Z that needs no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize

from policywright.linking.linked import Target
from policywright.model.handbook import Part
from policywright.model.registers import Platform, Term, Topic
from policywright.render.composer import Composer
from policywright.render.page import Page

_ARTICLE = re.compile(r"^(a|an|the)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the index: what it leads to, what that is, and its part, if it stands in one."""

    target: Target
    kind: str
    part: Part | None = None

    @property
    def order(self) -> tuple[str, str]:
        """What it is sorted by: its title without article, capitals and accents, and then its part."""
        plain = normalize("NFD", _ARTICLE.sub("", self.target.title)).encode("ascii", "ignore").decode()
        return plain.strip("\"'(").casefold(), self.part.id if self.part else ""

    @property
    def letter(self) -> str:
        """The letter under which it stands; figures and signs have one heading together."""
        first = self.order[0][:1].upper()
        return first if first.isalpha() else "0-9"


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of the search."""
    entries = sorted(_entries(composer), key=lambda entry: entry.order)
    yield composer.page(
        "search",
        "search.html",
        "Search and index",
        nav=("Look something up", "Search and index"),
        description="Everything in this handbook, from A to Z",
        index=[(letter, tuple(group)) for letter, group in groupby(entries, key=lambda entry: entry.letter)],
        roles=sorted((sheet.role for sheet in composer.sheets), key=lambda role: role.title.casefold()),
        platforms=any(composer.handbook.entries(Platform)),
        compared={comparison.topic.address for comparison in composer.comparisons},
    )


def _entries(composer: Composer) -> Iterator[Entry]:
    """Yield an entry for each topic, defined term and document that holds."""
    handbook, target_of = composer.handbook, composer.linked.target_of
    parts = {part.id: part for part in handbook.settings.parts}
    yield from (Entry(target_of(topic), "topic") for topic in handbook.entries(Topic))
    yield from (Entry(target_of(term), "word") for term in handbook.entries(Term))
    for document in handbook.documents:
        if document.status != "withdrawn":
            yield Entry(target_of(document), document.kind_key, parts.get(document.part))
