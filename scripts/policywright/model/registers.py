"""Registers: roles, topics, terms, laws, platforms, synonyms and house style, which the whole handbook shares."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from policywright.model.document import Waiver
from policywright.model.node import Node
from policywright.model.vocabulary import Date, Identifier, LawRef, Line, Plain, Prose, RoleRef, YesNo


class Entry(Node):
    """One entry of a register."""

    id: Identifier
    """Permanent name, unique in the register."""
    formerly: tuple[Identifier, ...] = ()
    """Identifiers that it had before."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""

    @property
    def name(self) -> str:
        """What a reader calls it."""
        raise NotImplementedError


class Role(Entry):
    """An office or group of people: who bears duties, owns documents, and is asked for help."""

    title: Line
    """What it is called, such as the head teacher."""
    summary: Prose | None = None
    """What it does, or who belongs to it."""
    synonyms: tuple[Plain, ...] = ()
    """Other words for it."""
    includes: tuple[RoleRef, ...] = ()
    """The roles that belong to this group."""
    contact: Line | None = None
    """How to reach it; use a variable, since an address differs in each organisation."""

    @property
    def name(self) -> str:
        """Its title."""
        return self.title


class Topic(Entry):
    """A matter that policies rule on."""

    title: Line
    """A few words."""
    question: Line | None = None
    """The question that staff ask about it."""
    synonyms: tuple[Plain, ...] = ()
    """Staff's own words for it, for the search."""

    @property
    def name(self) -> str:
        """Its title."""
        return self.title


class Term(Entry):
    """A defined term or an acronym."""

    term: Plain
    """The term as it is written in a sentence."""
    acronym: Plain | None = None
    """Its short form, such as ICT."""
    also: tuple[Plain, ...] = ()
    """Plurals and other forms of it."""
    definition: Prose
    """What it means in this handbook."""

    @property
    def name(self) -> str:
        """The term."""
        return self.term


class Law(Entry):
    """A statute, regulation or rule of common law."""

    title: Plain
    """Its short title with the year, exactly as enacted."""
    year: int | None = Field(default=None, ge=1215, le=2100)
    """The year; common law has none."""
    kind: Literal["act", "regulations", "regulation", "measure", "common-law", "code"] = "act"
    """What sort of law it is."""
    also: tuple[Plain, ...] = ()
    """Other and wrong names under which it is met, for the search and the checks."""
    about: Prose | None = None
    """What it asks of readers of this handbook."""
    in_force_from: Date | None = None
    """When it came into force."""
    replaced_by: LawRef | None = None
    """The law that took its place."""
    replaced_from: Date | None = None
    """From when."""
    link: Plain | None = None
    """The address of its text."""

    @property
    def name(self) -> str:
        """Its short title."""
        return self.title


class ReportRoute(Node):
    """How to report content to a platform."""

    title: Line
    """Which case it is for."""
    link: Plain | None = None
    """The address to start from."""
    steps: tuple[Line, ...] = ()
    """What to do there, in order."""


class Platform(Entry):
    """A social medium or another service."""

    title: Plain
    """Its present name."""
    formerly_called: tuple[Plain, ...] = ()
    """Names that it had before."""
    about: Prose | None = None
    """What it is."""
    checked: Date | None = None
    """When its links and steps were last tried."""
    report: tuple[ReportRoute, ...] = ()
    """How to report content."""

    @property
    def name(self) -> str:
        """Its present name."""
        return self.title


class SynonymGroup(Node):
    """Words that readers use for one another when they search, such as picture, photo and snap."""

    words: tuple[Plain, ...] = Field(min_length=2)
    """The words, each a single one or a few; their plurals and other forms go without saying."""


class StyleRule(Node):
    """Words to avoid, what to write instead, and who says so."""

    avoid: tuple[Plain, ...] = Field(min_length=1)
    """The words, each form of its own: utilise, utilises, utilised."""
    prefer: tuple[Plain, ...] = ()
    """What to write instead: one for all, or one for each in the same order, or several to choose from."""
    because: Line
    """Why, in a sentence."""
    authority: Plain
    """Who says so, such as the GOV.UK style guide."""
    link: Plain | None = None
    """The address at which the authority says it."""
    except_: tuple[Plain, ...] = ()
    """Phrases in which the words are right, such as names."""
    as_written: YesNo = False
    """Whether capitals matter: `Internet` is then another word than `internet`."""


Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class Review(Node):
    """That somebody looked whether something still fits the rule that it rests on. Written by `policywright review`."""

    what: Plain
    """The address of what rests on the rule: a field, an item, a question, an outcome, a letter."""
    rests_on: Plain
    """The address of the rule."""
    fingerprint: Fingerprint
    """What the rule said then, in a few letters."""
    by: RoleRef
    """Who looked."""
    date: Date
    """When."""
    because: Line
    """Why it fits."""


class Beginning(Node):
    """What rules said when the record of reviews began. Written by `policywright review --begin`."""

    by: RoleRef
    """Who began it."""
    date: Date
    """When."""
    because: Line
    """What it rests on that everything fits."""
    rules: dict[str, Fingerprint] = Field(min_length=1)
    """What each rule said then, in a few letters, by its address."""


class Roles(Node):
    """The register of roles."""

    register_: Literal["roles"]
    """Which register it is."""
    entries: tuple[Role, ...] = ()
    """The roles."""


class Topics(Node):
    """The register of topics."""

    register_: Literal["topics"]
    """Which register it is."""
    entries: tuple[Topic, ...] = ()
    """The topics."""


class Glossary(Node):
    """The register of defined terms and acronyms."""

    register_: Literal["glossary"]
    """Which register it is."""
    entries: tuple[Term, ...] = ()
    """The terms."""


class Laws(Node):
    """The register of laws."""

    register_: Literal["laws"]
    """Which register it is."""
    entries: tuple[Law, ...] = ()
    """The laws."""


class Platforms(Node):
    """The register of platforms."""

    register_: Literal["platforms"]
    """Which register it is."""
    entries: tuple[Platform, ...] = ()
    """The platforms."""


class Synonyms(Node):
    """The register of synonyms. They have no names, since nothing refers to them: they serve the search alone."""

    register_: Literal["synonyms"]
    """Which register it is."""
    entries: tuple[SynonymGroup, ...] = ()
    """The groups of words."""


class HouseStyle(Node):
    """The house style: the words that the handbook does not use. Nothing refers to them; a check looks for them."""

    register_: Literal["house-style"]
    """Which register it is."""
    entries: tuple[StyleRule, ...] = ()
    """The rules."""


class Reviews(Node):
    """The register of reviews: what each thing that rests on a rule was last compared with."""

    register_: Literal["reviews"]
    """Which register it is."""
    begun: tuple[Beginning, ...] = ()
    """What the rules said when the record began, for all that was not compared with them since."""
    entries: tuple[Review, ...] = ()
    """The reviews."""


Register = Roles | Topics | Glossary | Laws | Platforms | Synonyms | HouseStyle | Reviews

FOR_EDITORS: tuple[type[Register], ...] = (HouseStyle, Reviews)
"""The registers that serve those who write the handbook, and nobody who reads it; they are not published."""

REGISTERS: tuple[type[Register], ...] = (Roles, Topics, Glossary, Laws, Platforms, Synonyms, HouseStyle, Reviews)
"""Every kind of register; `register:` names it and its file is called the same."""

NAMESPACES: dict[str, type[Entry]] = {
    "role": Role,
    "topic": Topic,
    "term": Term,
    "law": Law,
    "platform": Platform,
}
"""What stands before the colon in a reference to an entry: `[[law:equality-act-2010]]`."""
