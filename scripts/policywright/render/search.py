"""What the search may find: a record for each thing that answers a question, with the words by which it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policywright.linking.linked import Target, TargetKind
from policywright.model.checklist import Checklist, Item
from policywright.model.decision import Action, Answer
from policywright.model.document import Document
from policywright.model.form import Field
from policywright.model.handwritten import HandwrittenPage
from policywright.model.letter import Letter
from policywright.model.node import Node
from policywright.model.policy import Policy, Provision, Section
from policywright.model.registers import Entry, Law, Platform, Role, Term, Topic
from policywright.model.table import Table
from policywright.model.walk import children, descendants
from policywright.render.composer import Composer
from policywright.render.page import Page
from policywright.render.places import place

_FOUND: frozenset[TargetKind] = frozenset(
    {
        "section",
        "annex",
        "clause",
        "point",
        "question",
        "outcome",
        "item",
        "part",
        "role",
        "topic",
        "term",
        "law",
        "platform",
    }
)
"""What has a record of its own, beside the documents; the fields of a form are found by their form."""
_TOLD = ("text", "definition", "introduction", "about", "summary", "help", "continues", "because", "consequence", "gap")
"""The fields whose prose says what something is about, in the order in which it is read."""
_PAGES = frozenset({"ages", "deadlines", "guide", "retention", "reviews"})
"""The kinds of gathered pages that have a record; of the others each thing has one."""


@dataclass(frozen=True, slots=True)
class Record:
    """Something that can be found.

    `kind` is what it is: `clause`, `form`, `term`, `page`. `path` is that of its page, empty where it is the same as of
    what it stands in, and `anchor` its place there, empty for the whole page. `title` is empty where only the first
    words could stand in for one. `text` is its own words; `also` are other names, or what its parts are called, and
    `keywords` the words by which people look for it. `duty` says how binding it is, `roles` whom it concerns and
    `topics` what it is about, by identifier. `inner` is what stands within it; duty, roles and part hold there too,
    unless it says otherwise.
    """

    kind: str
    title: str
    path: str = ""
    anchor: str = ""
    number: str = ""
    text: str = ""
    also: str = ""
    keywords: str = ""
    part: str = ""
    duty: str = ""
    roles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    inner: tuple[Record, ...] = ()


def records(composer: Composer, pages: Iterable[Page]) -> Iterator[Record]:
    """Yield a record of each document, part, entry of a register and page; what is withdrawn has none."""
    recording = _Recording(composer)
    for document in composer.handbook.documents:
        if document.status != "withdrawn":
            yield recording.of(composer.linked.target_of(document))
    for node in (*composer.handbook.settings.parts, *composer.handbook.entries(Entry)):
        yield recording.of(composer.linked.target_of(node))
    for page in pages:
        if page.kind in _PAGES:
            # The headings of the guide are for editors, and would make the search heavier for everybody.
            also = "" if page.kind == "guide" else _headings(page)
            yield Record("page", page.title, page.path, text=page.description, also=also)
    for written in composer.handbook.pages:
        yield recording.of_handwritten(written)


class _Recording:
    """Makes records, in the words that a reader sees."""

    def __init__(self, composer: Composer) -> None:
        self._linked = composer.linked
        self._plain = composer.plain_text
        self._compared = {comparison.topic.address for comparison in composer.comparisons}

    def of(self, target: Target) -> Record:
        """Return the record of something that stands by itself, with all that stands within it."""
        node = target.node
        part = node.part if isinstance(node, Document) else target.anchor if target.kind == "part" else ""
        path, anchor = self._address(target)
        return self._record(target, path=path, anchor=anchor, part=part)

    def of_handwritten(self, page: HandwrittenPage) -> Record:
        """Return the record of a hand-written page."""
        heading, _, text = page.text.lstrip("# ").partition("\n")
        path = page.location().file.partition("/")[2].removesuffix(".md")
        return Record("page", self._plain.of(heading), f"{path}.html", text=self._plain.of(text.replace("#", "")))

    def _record(self, target: Target, **where: str) -> Record:
        node = target.node
        untitled = isinstance(node, Provision) and not node.heading
        return Record(
            kind=node.kind_key if isinstance(node, Document) else target.kind,
            title="" if untitled else target.title,
            number=target.number,
            text=self._text(node),
            also=self._plain.of("; ".join(_also(node))),
            keywords="; ".join(getattr(node, "keywords", ())),
            duty=getattr(node, "duty", None) or "",
            roles=_roles(node),
            topics=(node.id,) if isinstance(node, Topic) else getattr(node, "topics", ()),
            inner=tuple(self._within(node)),
            **where,
        )

    def _address(self, target: Target) -> tuple[str, str]:
        """Return path and anchor; a topic on which the rules are compared is found on the page that compares them."""
        if target.address in self._compared:
            return f"topics/{target.anchor}.html", ""
        to = place(target)
        return to.path, to.anchor

    def _within(self, node: Node) -> Iterator[Record]:
        """Yield the records of what stands within something; a table is found whole, since it is asked as a whole."""
        for child in () if isinstance(node, Table) else children(node):
            target = self._linked.by_node.get(id(child))
            if target is None or target.kind not in _FOUND:
                yield from self._within(child)
            elif not target.withdrawn:
                yield self._record(target, anchor=target.anchor)

    def _text(self, node: Node) -> str:
        told = (getattr(node, name) for name in _told_by(type(node)))
        # Clauses and points, which are most of all nodes, have neither answers nor actions.
        steps = (
            getattr(child, "say" if isinstance(child, Answer) else "act")
            for child in (() if isinstance(node, Provision) else children(node))
            if isinstance(child, Answer | Action)
        )
        return " ".join(self._plain.of(prose) for prose in (*told, *getattr(node, "examples", ()), *steps) if prose)


@cache
def _told_by(kind: type[Node]) -> Sequence[str]:
    """Return which of the fields that tell something a kind of node has."""
    return [name for name in _TOLD if name in kind.model_fields or hasattr(kind, name)]


def _also(node: Node) -> Iterator[str]:
    """Yield other words for something: other names, or what its parts are called that have no record."""
    match node:
        case Term(also=names, acronym=acronym):
            yield from (acronym or "", *names)
        case Role(synonyms=names) | Law(also=names) | Platform(formerly_called=names):
            yield from names
        case Topic(question=question, synonyms=names):
            yield from (question or "", *names)
        case Letter(subject=subject):
            yield subject or ""
        case Table(outcomes=outcomes):
            yield from (outcome.title for outcome in outcomes.values())
        case Document() if not isinstance(node, Policy):
            yield from (inner.label for inner in descendants(node) if isinstance(inner, Field))


def _roles(node: Node) -> tuple[str, ...]:
    """Return the roles that something concerns."""
    match node:
        case Provision(actors=roles) | Policy(applies_to=roles) | Section(applies_to=roles):
            return roles
        case Checklist(for_=role) | Item(by=role) if role:
            return (role,)
        case _:
            return ()


def _headings(page: Page) -> str:
    return " ".join(heading.title for top in page.headings for heading in (top, *top.children))
