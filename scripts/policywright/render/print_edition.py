"""Editions: what is the same on each page of a printed document, and what its file says about it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from policywright.linking import LinkedHandbook, plain_text
from policywright.linking.plain_text import PlainText
from policywright.model.document import Document
from policywright.model.handbook import Part
from policywright.model.vocabulary import Status
from policywright.render.page import Properties
from policywright.render.print_sources import Sources

_AT_FOOT: dict[Status, str] = {
    "draft": "Draft, not in force",
    "model": "Model, for others to adopt",
    "in-force": "",
    "withdrawn": "Withdrawn",
}
_ACROSS: dict[Status, str] = {"draft": "DRAFT", "model": "", "in-force": "", "withdrawn": "WITHDRAWN"}
_UNCONTROLLED = "A printed copy is not kept up to date"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a printed document is called, and what stands at the head and the foot of its pages, as plain text.

    `mark` stands in large letters across each page of what is not in force.
    """

    title: str
    short_title: str
    language: str
    paper: str
    foot: str
    properties: Properties
    mark: str = ""

    @property
    def file_title(self) -> str:
        """The title that its file bears, which says so where it is not in force."""
        return f"{self.mark}: {self.title}" if self.mark else self.title

    @property
    def date(self) -> datetime.date | None:
        """When it was approved, or the latest approval of what it holds; nothing printed tells when it was made."""
        return self.properties.date

    @property
    def commit(self) -> str:
        """What git calls its last change."""
        return self.properties.commit


@dataclass(frozen=True)
class Editions:
    """The editions of a handbook's documents.

    `commits` are those that last changed each file; `address` is where the site is published, if anybody has said;
    `texts` are the files that may go out.
    """

    linked: LinkedHandbook
    commits: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def sources(self) -> Sources:
        """The files that travel in the PDFs."""
        return Sources(self.linked, self.texts)

    @cached_property
    def whole(self) -> Edition:
        """The edition of the handbook itself."""
        settings, words = self.linked.handbook.settings, self._wording
        title = words.of(settings.title)
        return Edition(
            title=title,
            short_title=title,
            language=settings.language,
            paper=settings.print.paper,
            foot=self._foot("policies", title),
            properties=Properties(
                publisher=words.of(settings.publisher),
                subject=words.of(settings.summary or ""),
                date=_latest(self.linked.handbook.documents),
                commit=self.commits.get("policies", ""),
            ),
        )

    def part(self, part: Part) -> Edition:
        """Return the edition of a part of the handbook."""
        words = self._wording
        documents = (document for document in self.linked.handbook.documents if document.part == part.id)
        title = words.of(part.title)
        return replace(
            self.whole,
            title=f"{self.whole.title}: {title}",
            short_title=title,
            foot=self._foot("policies", self.whole.title, title),
            properties=replace(self.whole.properties, subject=words.of(part.summary or ""), date=_latest(documents)),
        )

    def sheet(self, title: str, subject: str) -> Edition:
        """Return the edition of a sheet with what stands in several documents; it is never smaller than A4."""
        paper = "A4" if self.whole.paper == "A5" else self.whole.paper
        properties = replace(self.whole.properties, subject=subject)
        return replace(self.whole, title=title, short_title=title, properties=properties, paper=paper)

    def alone(self, document: Document) -> Edition:
        """Return the edition of a document by itself."""
        return replace(
            self.whole,
            title=self._wording.of(document.title),
            short_title=self._wording.of(document.short_title or document.title),
            language=document.language,
            foot=self._foot(document.location().file, *_state(document)),
            properties=self._properties(document),
            mark=_ACROSS[document.status],
        )

    def bound(self, document: Document) -> Edition:
        """Return the edition of a document within the handbook."""
        return replace(
            self.alone(document),
            foot=self._foot(document.location().file, self.whole.title, *_state(document)),
        )

    def _properties(self, document: Document) -> Properties:
        return Properties(
            publisher=self.whole.properties.publisher,
            subject=self._wording.of(document.summary or ""),
            keywords=tuple(self._topics(document)),
            date=document.approved,
            version=document.version or "",
            status=_AT_FOOT[document.status] or "In force",
            commit=self.commits.get(document.location().file, ""),
        )

    @cached_property
    def _wording(self) -> PlainText:
        return plain_text(self.linked.handbook)

    def _foot(self, file: str, *said: str) -> str:
        """Return the two lines at the foot: what this is, then the commit of a file and what to know of copies."""
        commit = self.commits.get(file)
        below = (f"Commit {commit}" if commit else "", self._uncontrolled)
        return "\n".join(filter(None, (" · ".join(said), " · ".join(filter(None, below)))))

    @property
    def _uncontrolled(self) -> str:
        return _UNCONTROLLED if self.linked.handbook.settings.print.uncontrolled else ""

    def _topics(self, document: Document) -> Iterator[str]:
        targets = (self.linked.targets.get(f"topic:{topic}") for topic in document.topics)
        return (target.title for target in targets if target)


def _latest(documents: Iterable[Document]) -> datetime.date | None:
    """Return when the last of several documents was approved."""
    return max((document.approved for document in documents if document.approved), default=None)


def _state(document: Document) -> Iterator[str]:
    """Yield which version of a document it is, and whether it holds."""
    if document.version:
        yield f"Version {document.version}"
    if _AT_FOOT[document.status]:
        yield _AT_FOOT[document.status]
