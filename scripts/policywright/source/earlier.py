"""Reading the versions that documents had before."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.past import Earlier, Past, Replaced
from policywright.model.policy import Policy
from policywright.source.read import read

MOST_VERSIONS = 6
"""How many versions of a document are compared with the present one; who holds an older copy reads the new text."""

_VERSION = re.compile(rb"""^version:[ \t]*["']?([0-9.]+)""", re.MULTILINE)


def earlier(handbook: Handbook, past: Past) -> Mapping[str, Earlier]:
    """Return what is known of the version before the present one, for each document by its identifier.

    A file bears the identifier of its document as its name, so it is found in whatever folder it stood, and under the
    names that the document had `formerly:`.
    """
    by_name = defaultdict[str, list[tuple[int, Replaced]]](list)
    for place, replaced in enumerate(past.replaced):
        by_name[PurePosixPath(replaced.name).stem].append((place, replaced))
    return {
        document.id: _earlier(document, _of(document, by_name), whole=past.whole) for document in handbook.documents
    }


def _of(document: Document, by_name: Mapping[str, Sequence[tuple[int, Replaced]]]) -> Iterator[Replaced]:
    """Yield the texts that a document had, the newest first."""
    found = dict(placed for name in (document.id, *document.formerly) for placed in by_name.get(name, ()))
    return (found[place] for place in sorted(found))


def _earlier(document: Document, texts: Iterator[Replaced], *, whole: bool) -> Earlier:
    if document.version is None:
        return Earlier(unknown="unversioned")
    found, date = _versions(document.version, texts)
    if found:
        last, *older = (_read(text, version) for version, text in found.items())
        return replace(last, older=tuple(one for one in older if one.document))
    first = whole and not (isinstance(document, Policy) and document.history[1:])
    return Earlier(date=date, unknown=None if first else "beyond")


def _versions(present: str, texts: Iterable[Replaced]) -> tuple[Mapping[str, Replaced], datetime.date | None]:
    """Return the last text of each version before the present one, newest first, and the day on which a text ended."""
    found: dict[str, Replaced] = {}
    date = None
    for text in texts:
        date = text.date
        version = _version(text.content)
        if version and version != present:
            found.setdefault(version, text)
        if len(found) == MOST_VERSIONS:
            break
    return found, date


def _version(content: bytes) -> str:
    found = _VERSION.search(content)
    return found[1].decode() if found else ""


def _read(text: Replaced, version: str) -> Earlier:
    """Return the version before, as far as all of it can be read."""
    handbook, _ = read({text.name: text.content})
    document = next(iter(handbook.documents), None)
    if document is None or handbook.lost:
        return Earlier(None, version, text.date, "unreadable")
    return Earlier(document, version, text.date, commit=text.commit)
