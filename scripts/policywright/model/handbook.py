"""The handbook: its settings and everything in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from pydantic import Field

from policywright.diagnostics import Location
from policywright.model.accessibility import Accessibility
from policywright.model.adopter import Adopter, Adoption
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.handwritten import HandwrittenPage
from policywright.model.letter import Letter
from policywright.model.node import Node, SourceText
from policywright.model.policy import Policy
from policywright.model.publication import Source
from policywright.model.registers import Entry, Register, Review, StyleRule, SynonymGroup
from policywright.model.table import Table
from policywright.model.vocabulary import Identifier, Line, Plain, Prose, RoleRef, RuleRef, YesNo
from policywright.model.walk import Written, descendants, prose

Kind = TypeVar("Kind", bound=Document)
EntryKind = TypeVar("EntryKind", bound=Entry | Review | StyleRule | SynonymGroup)

DOCUMENT_KINDS: tuple[type[Document], ...] = (Policy, Form, Letter, Checklist, Decision, Table)
"""Every kind of document; the first key of its file names the kind."""


class DayOne(Node):
    """The sheet that somebody gets on a first day: the few rules that bind everybody, on one side of paper."""

    for_: Line
    """Whom it is for, as it stands in a sentence: supply staff and visitors."""
    rules: tuple[RuleRef, ...] = Field(min_length=1)
    """The clauses and points that stand on it, most important first; it sorts them by how they bind."""
    tell: tuple[RoleRef, ...] = ()
    """Whom to tell when something is wrong; each stands there with how to reach it."""
    returns_to: RoleRef | None = None
    """Who gets the slip at its foot, on which its reader signs."""


class Logo(Node):
    """The picture at the head of a letter."""

    file: Plain
    """Its file, a PNG or JPEG picture, by its name within `policies/`: `pictures/crest.png`."""
    shows: Line
    """What it shows, in words, for those who do not see it."""


class Letterhead(Node):
    """The head of a part's letters: who writes them, and how to reach them."""

    name: Line
    """The organisation that writes."""
    address: tuple[Line, ...] = ()
    """Its address, line by line."""
    contact: tuple[Line, ...] = ()
    """How to reach it: telephone, email, website, a line for each."""
    logo: Logo | None = None
    """Its logo."""


class Part(Node):
    """A group of policies for one kind of organisation."""

    id: Identifier
    """Permanent name."""
    title: Line
    """The heading."""
    summary: Prose | None = None
    """Whom it is for."""
    letterhead: Letterhead | None = None
    """What stands at the head of its letters."""
    day_one: DayOne | None = None
    """The sheet for a first day here."""


class Variable(Node):
    """A value that the adopting organisation gives, written `{{name}}` in prose."""

    id: Identifier
    """The name between the braces."""
    about: Line
    """What to give, for the adopter."""
    type: Literal["text", "number", "date", "email", "web-address"] = "text"
    """What an adopter's words must be."""
    default: Plain | None = None
    """The words used until an adopter gives its own."""


class Words(Node):
    """What the parts of a policy are called."""

    clause: Plain = "clause"
    """The word before a clause's number in a reference."""
    section: Plain = "section"
    """The word before a section's number in a reference."""
    annex: Plain = "Annex"
    """The word before an annex's number."""


class Editing(Node):
    """Where readers of the site are sent who want to mend a file."""

    link: Plain
    """An address with `{file}` and `{line}`, such as https://git.example.org/handbook/edit/main/{file}#L{line}."""


class PrintSettings(Node):
    """How the PDFs come out."""

    paper: Literal["A4", "A5", "Letter"] = "A4"
    """The size of the paper."""
    uncontrolled: YesNo = False
    """Whether each page says that a printed copy is not kept up to date."""


class Settings(Node):
    """What `handbook.yml` says."""

    handbook: Identifier
    """Permanent name of the handbook."""
    title: Line
    """The title."""
    publisher: Line
    """The organisation that publishes it."""
    summary: Prose | None = None
    """What it is, for the home page."""
    language: str = Field(default="en-GB", pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")
    """The language of the handbook."""
    parts: tuple[Part, ...] = Field(min_length=1)
    """The parts, in order."""
    words: Words = Words()
    """What the parts of a policy are called."""
    variables: tuple[Variable, ...] = ()
    """The variables and their defaults."""
    editing: Editing | None = None
    """Where to send readers who want to mend a file."""
    accessibility: Accessibility | None = None
    """What the publisher says in the accessibility statement."""
    print: PrintSettings = PrintSettings()
    """How the PDFs come out."""
    severity: dict[str, Literal["error", "warning", "note", "off"]] = Field(default_factory=dict)
    """How severe the findings of a check are, by its name."""


NO_SETTINGS = Settings.model_construct(handbook="handbook", title="Handbook", publisher="", parts=())


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that could not be read as it was written, or that is missing where it must be.

    `within` is the stretch of the thing that it belongs to; `keys` holds the key that it stands behind, or all that
    may have been meant; `text` is what is written there, empty where nothing is. `name` says that it is the name of
    the thing, so that whatever refers to the thing leads nowhere.
    """

    within: Location
    keys: frozenset[str]
    text: str
    name: bool = False


@dataclass(frozen=True)
class Handbook:
    """A handbook as its editors wrote it: the settings, the documents, the registers and the sources.

    Everything that could be read is here, by the order of the files' names; what could not be read is told by
    diagnostics, and is `lost`.
    """

    settings: Settings = NO_SETTINGS
    documents: tuple[Document, ...] = ()
    registers: tuple[Register, ...] = ()
    sources: tuple[Source, ...] = ()
    adopters: tuple[Adopter, ...] = ()
    """Who takes policies of it over."""
    adoption: Adoption | None = None
    """Whose own handbook this is, made from a model; None for what its editors wrote themselves."""
    pages: tuple[HandwrittenPage, ...] = ()
    """Hand-written Markdown pages."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The content of every picture, by its name; of one that is too large, its beginning."""
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    """Every file that was read, by name, for excerpts."""
    unread: frozenset[str] = frozenset()
    """What the files that could not be read hold: identifiers of documents and sources, kinds of registers (`laws`)."""
    lost: tuple[Lost, ...] = ()
    """What could not be read, in those files and in the others, so that no check tells what follows from it."""

    @property
    def tops(self) -> tuple[Node, ...]:
        """What each file is, in reading order; adopters' files are none of its own, but of the handbooks made of it."""
        return (self.settings, *self.documents, *self.registers, *self.sources, *self.pages)

    _below: dict[int, tuple[Node, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _prose: dict[int, tuple[Written, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def within(self, top: Node) -> tuple[Node, ...]:
        """Return one of its documents, registers, sources or pages, or the settings, and everything below it.

        They come in reading order, and are gathered once for all who ask.
        """
        if id(top) not in self._below:
            self._below[id(top)] = tuple(descendants(top))
        return self._below[id(top)]

    def prose_in(self, top: Node) -> tuple[Written, ...]:
        """Return every prose of one of its documents, registers, sources or pages, or of the settings, likewise."""
        if id(top) not in self._prose:
            self._prose[id(top)] = tuple(written for node in self.within(top) for written, _ in prose(node))
        return self._prose[id(top)]

    def of_kind(self, kind: type[Kind]) -> Iterator[Kind]:
        """Yield the documents of one kind."""
        return (document for document in self.documents if isinstance(document, kind))

    def entries(self, kind: type[EntryKind]) -> Iterator[EntryKind]:
        """Yield the entries of one kind of all registers."""
        return (entry for register in self.registers for entry in register.entries if isinstance(entry, kind))
