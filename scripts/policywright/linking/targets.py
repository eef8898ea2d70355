"""Targets: everything in a handbook that can be cited, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policywright.linking.combination_words import rule_in_words
from policywright.linking.linked import Target, TargetKind
from policywright.linking.numbering import Number, number
from policywright.linking.plain_text import PlainText, plain_text
from policywright.linking.sentences import capitalised
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.handbook import Handbook, Settings, Words
from policywright.model.letter import Letter
from policywright.model.node import Node
from policywright.model.policy import Annex, Clause, Point, Policy, Provision, Section
from policywright.model.publication import Source
from policywright.model.registers import Entry, Law, Platform, Register, Role, Term, Topic
from policywright.model.table import Table

_NO_NUMBER = Number("", "")
_ENTRY_KINDS: dict[type[Entry], TargetKind] = {
    Role: "role",
    Topic: "topic",
    Term: "term",
    Law: "law",
    Platform: "platform",
}


@dataclass
class Targets:
    """What can be cited, by address, and what else bears or bore an address.

    Of two things with one address the first is the target and both are a pair in `duplicates`. `aliases` holds the
    addresses that things had before; an address in use is never an alias. `renamed` are the targets that had others.
    """

    by_address: dict[str, Target] = field(default_factory=dict)
    by_node: dict[int, Target] = field(default_factory=dict)
    duplicates: list[tuple[Target, Target]] = field(default_factory=list)
    aliases: dict[str, Target] = field(default_factory=dict)
    renamed: list[Target] = field(default_factory=list)

    @classmethod
    def of(cls, found: Iterable[Target]) -> Targets:
        """Return the targets of one file, whose aliases only all files together can settle."""
        targets = cls()
        for target in found:
            targets._add(target)
        return targets

    def find(self, address: str) -> Target | None:
        """Return what bears an address, or bore it, or stands in a document that bore the address's document."""
        found = self.by_address.get(address) or self.aliases.get(address)
        if found is not None:
            return found
        name, _, anchor = address.partition("#")
        moved = self.aliases.get(name) if anchor else None
        return self.find(f"{moved.address}#{anchor}") if moved is not None else None

    def take(self, other: Targets) -> None:
        """Take in those of another file."""
        if not self.by_address.keys().isdisjoint(other.by_address):
            for target in other.by_node.values():
                self._add(target)
            return
        self.by_address.update(other.by_address)
        self.by_node.update(other.by_node)
        self.duplicates.extend(other.duplicates)
        self.renamed.extend(other.renamed)

    def settle_aliases(self) -> None:
        """Work out the aliases, once every address in use is known."""
        for target in self.renamed:
            for alias in target.aliases:
                if alias not in self.by_address:
                    self.aliases.setdefault(alias, target)

    def _add(self, target: Target) -> None:
        self.by_node[id(target.node)] = target
        first = self.by_address.setdefault(target.address, target)
        if first is target and target.aliases:
            self.renamed.append(target)
        if first is not target and _is_clash(first, target):
            self.duplicates.append((first, target))


def find_targets(handbook: Handbook) -> Targets:
    """Return everything that can be cited: parts, documents with all within them, entries, provisions of sources."""
    wording = plain_text(handbook)
    return together(targets_in(node, wording, handbook.settings.words) for node in handbook.tops)


def together(found: Iterable[Targets]) -> Targets:
    """Return the targets of several files as those of one handbook."""
    whole = Targets()
    for targets in found:
        whole.take(targets)
    whole.settle_aliases()
    return whole


def targets_in(top: Node, wording: PlainText, words: Words) -> Targets:
    """Return what can be cited of the settings, a document, a register or a source, in reading order."""
    return Targets.of(_found_in(top, wording, words))


def _found_in(top: Node, wording: PlainText, words: Words) -> tuple[Target, ...]:
    match top:
        case Settings(parts=parts):
            titled = ((part, wording.of(part.title)) for part in parts)
            return tuple(Target("part", f"part:{part.id}", part, title, anchor=part.id) for part, title in titled)
        case Document():
            return _InDocument(top, wording, words).all()
        case Source():
            return tuple(_provisions(top, wording))
    entries = top.entries if isinstance(top, Register) else ()
    return tuple(_entry(entry, wording) for entry in entries if isinstance(entry, Entry))


def _is_clash(first: Target, second: Target) -> bool:
    """Tell whether the second is at fault; the provisions of a document that clashes as a whole are not."""
    return first.document is second.document or second.kind == "document"


def _entry(entry: Entry, wording: PlainText) -> Target:
    kind = _ENTRY_KINDS[type(entry)]
    aliases = tuple(f"{kind}:{old}" for old in entry.formerly)
    return Target(kind, f"{kind}:{entry.id}", entry, wording.of(entry.name), anchor=entry.id, aliases=aliases)


def _provisions(source: Source, wording: PlainText) -> Iterator[Target]:
    for document in source.documents:
        for provision in document.provisions:
            address, title = f"{source.source}#{document.id}/{provision.id}", wording.of(provision.says)
            anchor, label = f"{document.id}/{provision.id}", provision.locator
            yield Target("source-provision", address, provision, title, anchor=anchor, label=label)


class _InDocument:
    """Finds a document and everything in it that can be cited."""

    def __init__(self, document: Document, wording: PlainText, words: Words) -> None:
        self._document = document
        self._found: list[Target] = []
        self._wording = wording
        self._numbers = number(document, words)
        self._top = self._take(
            Target(
                "document",
                document.id,
                document,
                wording.of(document.title),
                document,
                withdrawn=document.status == "withdrawn",
                aliases=document.formerly,
            )
        )

    def all(self) -> tuple[Target, ...]:
        match self._document:
            case Policy(sections=sections, annexes=annexes):
                self._sections((*sections, *annexes), self._top)
            case Form() as form:
                self._form(form)
            case Letter() as letter:
                self._letter(letter)
            case Checklist(steps=steps):
                for item in (item for step in steps for item in step.items):
                    self._add("item", item, item.id, self._wording.of(item.do))
            case Decision() as decision:
                self._decision(decision)
            case Table() as table:
                self._table(table)
        return tuple(self._found)

    def _take(self, target: Target) -> Target:
        self._found.append(target)
        return target

    def _sections(self, sections: Iterable[Section], parent: Target) -> None:
        for section in sections:
            kind: TargetKind = "annex" if isinstance(section, Annex) else "section"
            title = self._wording.of(section.title)
            target = self._add(kind, section, section.id, title, parent)
            self._provisions(section.clauses, target)
            self._sections(section.sections, target)

    def _provisions(self, provisions: Iterable[Clause] | Iterable[Point], parent: Target) -> None:
        for provision in provisions:
            self._provisions(provision.points, self._provision(provision, parent))

    def _provision(self, provision: Provision, parent: Target) -> Target:
        given = self._numbers[id(provision)]
        anchor, heading = provision.id, provision.heading
        return self._take(
            Target(
                "point" if isinstance(provision, Point) else "clause",
                f"{self._document.id}#{anchor}",
                provision,
                self._wording.of(heading) if heading else self._wording.opening(provision.text),
                self._document,
                anchor,
                given.whole,
                given.label,
                provision.duty or parent.duty,
                provision.actors or parent.actors,
                parent,
                parent.withdrawn or provision.status == "withdrawn",
                self._old_addresses(provision),
            )
        )

    def _form(self, form: Form) -> None:
        for section in form.sections:
            for statement in section.statements:
                self._add("statement", statement, statement.id, self._wording.opening(statement.text))
            for question in section.fields:
                self._add("field", question, question.id, self._wording.of(question.label))

    def _letter(self, letter: Letter) -> None:
        for blank in letter.blanks:
            self._add("blank", blank, blank.id, self._wording.of(blank.label))
        for paragraph in letter.body:
            if paragraph.id:
                self._add("paragraph", paragraph, paragraph.id, self._wording.opening(paragraph.text))

    def _decision(self, decision: Decision) -> None:
        for anchor, question in decision.questions.items():
            self._add("question", question, anchor, self._wording.of(question.ask))
        for anchor, outcome in decision.outcomes.items():
            self._add("outcome", outcome, anchor, self._wording.of(outcome.title))
        for story in decision.stories:
            self._add("story", story, story.id, self._wording.opening(story.situation))

    def _table(self, table: Table) -> None:
        for anchor, condition in table.conditions.items():
            self._add("condition", condition, anchor, self._wording.of(condition.ask))
        for rule in table.rules:
            self._add("rule", rule, rule.id, capitalised(rule_in_words(table, rule, self._wording)))
        for anchor, outcome in table.outcomes.items():
            self._add("outcome", outcome, anchor, self._wording.of(outcome.title))

    def _add(self, kind: TargetKind, node: Node, anchor: str, title: str, parent: Target | None = None) -> Target:
        given = self._numbers.get(id(node), _NO_NUMBER)
        parent = parent or self._top
        return self._take(
            Target(
                kind,
                f"{self._document.id}#{anchor}",
                node,
                title,
                self._document,
                anchor,
                given.whole,
                given.label,
                parent=parent,
                withdrawn=parent.withdrawn,
                aliases=self._old_addresses(node),
            )
        )

    def _old_addresses(self, node: Node) -> tuple[str, ...]:
        formerly = node.formerly if isinstance(node, Section | Provision) else ()
        return tuple(f"{self._document.id}#{old}" for old in formerly)
