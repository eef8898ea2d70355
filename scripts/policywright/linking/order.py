"""The order in which a handbook's documents are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from policywright.model.document import Document
from policywright.model.policy import Policy


def in_reading_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return documents so that each is followed by those that it attaches, in the order of its annexes.

    Documents that attach others stand first. Otherwise they keep the order that they came in, and so do documents that
    attach each other.
    """
    by_id: dict[str, list[Document]] = {}
    for document in documents:
        by_id.setdefault(document.id, []).append(document)
    attached = {name for document in chain(*by_id.values()) for name in _attached(document)}
    free = [name for name in by_id if name not in attached]
    first = sorted(free, key=lambda name: not any(chain(*map(_attached, by_id[name]))))
    return tuple(_followed((*first, *by_id), by_id))


def _followed(names: Iterable[str], waiting: dict[str, list[Document]]) -> Iterator[Document]:
    """Yield the waiting documents of each name, with those that they attach behind them; each waits no longer then."""
    for name in names:
        for document in waiting.pop(name, ()):
            yield document
            yield from _followed(_attached(document), waiting)


def _attached(document: Document) -> Iterator[str]:
    if isinstance(document, Policy):
        yield from (annex.document for annex in document.annexes if annex.document)
