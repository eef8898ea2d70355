"""Prose as plain words: what the wording is judged by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policywright.diagnostics import Location
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.marks import marks
from policywright.model.walk import Written

_NOT_WORDS = re.compile(r"(?P<code>`+).*?(?P=code)|\]\([^)\s]*\)|<?\bhttps?://\S+", re.DOTALL)
_SIGNS = "`", "](", "://"
"""Of which one stands in everything that is no words."""
_HIDDEN = "\ufffc"


@dataclass(frozen=True, slots=True)
class PlainProse:
    """One prose and its plain words.

    In `words`, each character of a reference, variable, footnote call, code or web address is replaced by U+FFFC, so
    that offsets hold in the written text as well. `document` is the one that it stands in; registers have none.
    """

    written: Written
    words: str
    document: Document | None

    def location(self, match: re.Match[str], group: int | str = 0) -> Location:
        """Return where a match in `words` stands in the sources."""
        return self.written.location(*match.span(group))


def plain_prose(handbook: Handbook) -> Iterator[PlainProse]:
    """Yield every prose that readers see, in the order of documents, registers and settings.

    Editors' notes are left out: they speak of the publication as it was.
    """
    for document in handbook.documents:
        yield from _plain(handbook.prose_in(document), document)
    for register in handbook.registers:
        yield from _plain(handbook.prose_in(register), None)
    yield from _plain(handbook.prose_in(handbook.settings), None)


def page_prose(handbook: Handbook) -> Iterator[PlainProse]:
    """Yield the text of every hand-written page."""
    for page in handbook.pages:
        yield from _plain(handbook.prose_in(page), None)


def _plain(found: Iterable[Written], document: Document | None) -> Iterator[PlainProse]:
    for written in found:
        if written.field != "editors_note":
            yield PlainProse(written, _words(written.text), document)


def _words(text: str) -> str:
    spans = [(mark.start, mark.end) for mark in marks(text)]
    if any(sign in text for sign in _SIGNS):
        spans.extend(match.span() for match in _NOT_WORDS.finditer(text))
    for start, end in spans:
        text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text
