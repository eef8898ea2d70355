"""Prose becomes HTML here and nowhere else, for every medium: Markdown, references, terms, variables and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from policywright.linking.citation import short_citation
from policywright.linking.duty_words import duty_words
from policywright.linking.linked import LinkedHandbook, Reference, Target, TermUse, VariableUse
from policywright.linking.sentences import fitted
from policywright.model.document import Document
from policywright.model.letter import Blank
from policywright.model.marks import FootnoteMark, marks
from policywright.model.node import Node
from policywright.model.policy import Provision
from policywright.model.registers import Term


class _Markdown(MarkdownIt):
    """Inline Markdown. Addresses may hold variables, so they are judged when these are filled in, and not before."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  the name of Markdown-it
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802  likewise
        return bool(url)


_MARKDOWN = _Markdown("zero").enable(["backticks", "balance_pairs", "emphasis", "escape", "fragments_join", "link"])
_LINKABLE = re.compile(r"(https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)
_TAGS = {
    "em_open": Markup("<em>"),
    "em_close": Markup("</em>"),
    "strong_open": Markup("<strong>"),
    "strong_close": Markup("</strong>"),
}
PREVIEWED = frozenset({"text", "clauses", "from_"})
"""The kinds of references that show the words of their target in place, where the medium can."""

# Filled in with what is escaped already, since there are tens of thousands: `Markup` takes ten times as long for it.
_LINKED = '<a href="%s">%s</a>%s'
_SHOWN_IN_PLACE = '<a class="ref" href="%s">%s</a>%s'
_STRONG = '<strong class="verb">%s</strong>'
_TERM = Markup('<span class="term">%s</span>')
# While Markdown is read, each mark is one character that no text has, from a plane set aside for private use.
_FIRST_STAND_IN = 0xF0000
_STAND_IN = re.compile("([\U000f0000-\U000ffffd])")
_BLANK_LINES = re.compile(r"\n\s*\n")


class Piece(Protocol):
    """What a mark in the prose becomes, where links may or may not stand."""

    def __call__(self, *, links: bool) -> Markup:
        """Return its HTML."""


class Medium(Protocol):
    """What differs between the site and print in the HTML of prose and provisions."""

    def anchor(self, target: Target) -> str:
        """Return the `id` of what a target becomes in this medium.

        No identifier has an underscore, so what begins or goes on with one can never be taken for a target's.
        """

    def old_anchors(self, target: Target) -> tuple[str, ...]:
        """Return the `id`s that it had before, as far as links to them may still be about."""

    def href(self, target: Target) -> str | None:
        """Return where a link to a target leads, or None where this medium has nothing to lead to."""

    def previews(self, target: Target) -> bool:
        """Say whether a reference to a target can show its words in place."""

    def expands_acronyms(self) -> bool:
        """Say whether an acronym is told in full where it is met for the first time."""

    def after(self, target: Target) -> Markup:
        """Return what follows the words of a link, such as the page's number."""

    def blank(self, label: str, asked: Blank | None) -> Markup:
        """Return a blank of a letter, with what is asked for; None where the blank stands outside of its letter."""


class Prose:
    """Sets in HTML what was written for one page of the site, or for one document in print.

    `document` is the one that the page is about: what stands in it is cited without its title. A defined term is a link
    where it is met for the first time.
    """

    def __init__(self, linked: LinkedHandbook, medium: Medium, document: Document | None = None) -> None:
        self._linked = linked
        self._medium = medium
        self._document = document
        self._terms_met: set[str] = set()

    def paragraphs(self, node: Node, field: str, item: int | None = None) -> tuple[Markup, ...]:
        """Return the paragraphs of the prose in a node's field; none where the field is empty."""
        return self._paragraphs(node, field, item)

    def plain(self, node: Node, field: str) -> tuple[str, ...]:
        """Return the paragraphs of the prose in a node's field as plain text, as a reader sees them without links."""
        return tuple(paragraph.striptags() for paragraph in self._paragraphs(node, field, links=False))

    def line(self, node: Node, field: str, item: int | None = None) -> Markup:
        """Return the prose in a node's field as a single line, which may hold links."""
        return self._inline(*self._marked(node, field, item))

    def words(self, node: Node, field: str, item: int | None = None) -> Markup:
        """Return the prose in a node's field as a single line without links, for headings, labels and links."""
        return self._inline(*self._marked(node, field, item), links=False)

    def link(self, target: Target, words: str = "") -> Markup:
        """Return a link to a target, by the words given or its citation; mere words where nothing is to link to."""
        return self._link(target, words or self.citation(target), _LINKED)

    def listed(self, node: Node, field: str) -> Markup:
        """Return links to everything that a field refers to, as a list in a sentence: `staff, governors and pupils`."""
        value = getattr(node, field)
        items = range(len(value)) if isinstance(value, tuple) else (None,)
        return enumerated([self.line(node, field, item) for item in items] if value else [])

    def roles(self, identifiers: Sequence[str]) -> Markup:
        """Return links to roles, as a list in a sentence."""
        targets = (self._linked.targets.get(f"role:{identifier}") for identifier in identifiers)
        return enumerated(
            [self.link(target) if target else escape(name) for name, target in zip(identifiers, targets, strict=True)]
        )

    def citation(self, target: Target) -> str:
        """Return what a target is called in a sentence: `clause 6.5`, `Annex 2 of Staff policy`, `the head teacher`."""
        own = self.short_citation(target)
        if target.document is None or target.kind == "document" or target.document is self._document:
            return own
        title = "short_title" if target.document.short_title else "title"
        return f"{own} of {self.words(target.document, title).striptags()}"

    def short_citation(self, target: Target) -> str:
        """Return what a target is called within its document: `clause 6.5`, or its title where it bears no number."""
        return short_citation(target, self._linked.handbook.settings.words)

    def _paragraphs(self, node: Node, field: str, item: int | None = None, *, links: bool = True) -> tuple[Markup, ...]:
        text, pieces = self._marked(node, field, item)
        parts = (part.strip() for part in _BLANK_LINES.split(text))
        return tuple(self._inline(part, pieces, links=links) for part in parts if part)

    def _link(self, target: Target, words: str, html: str) -> Markup:
        """Return a link in the HTML given; mere words where nothing is to link to."""
        href = self._medium.href(target)
        if href is None:
            return escape(words)
        return Markup(html % (escape(href), escape(words), self._medium.after(target)))  # noqa: S704  each is escaped

    def _marked(self, node: Node, field: str, item: int | None) -> tuple[str, Sequence[Piece]]:
        """Return a prose with a stand-in for each of its marks, and what these become."""
        value = getattr(node, field)
        if not value:
            return "", ()
        text = _STAND_IN.sub("\ufffd", value if item is None else value[item])
        pieces: list[Piece] = []
        position, result = 0, ""
        for start, end, piece in self._pieces(node, field, item, text):
            result += text[position:start] + chr(_FIRST_STAND_IN + len(pieces))
            pieces.append(piece)
            position = end
        return result + text[position:], pieces

    def _pieces(self, node: Node, field: str, item: int | None, text: str) -> list[tuple[int, int, Piece]]:
        found: list[tuple[int, int, Piece]] = [
            (mark.start, mark.end, self._piece(mark)) for mark in self._linked.marks_in(node, field, item)
        ]
        found += (
            (mark.start, mark.end, partial(self._footnote, node, mark))
            for mark in (marks(text) if "[^" in text else ())
            if isinstance(mark, FootnoteMark)
        )
        found += self._verb(node, field, text, found)
        return sorted(found, key=lambda piece: piece[0])

    def _piece(self, mark: Reference | VariableUse | TermUse) -> Piece:
        match mark:
            case Reference():
                return partial(self._reference, mark)
            case VariableUse():
                return partial(self._variable, mark)
            case TermUse():
                return partial(self._term, mark)

    def _verb(
        self, node: Node, field: str, text: str, taken: Sequence[tuple[int, int, Piece]]
    ) -> Iterator[tuple[int, int, Piece]]:
        """Yield the first words of a provision's text that say its duty, such as `must not`."""
        duty = self._linked.target_of(node).duty if isinstance(node, Provision) and field == "text" else None
        for found in duty_words(text) if duty else ():
            words = text[found.start : found.end]
            free = all(found.end <= start or found.start >= end for start, end, _ in taken)
            if found.governs and found.says == duty and not found.imperative and free and not set(words) & set("*_"):
                yield found.start, found.end, partial(_strong, words)
                return

    def _reference(self, reference: Reference, *, links: bool) -> Markup:
        target = reference.target
        if target is None:
            return _dangling(reference)
        words = reference.words or self._cited(reference, target)
        if not links:
            return escape(words)
        in_place = reference.kind in PREVIEWED and self._medium.previews(target)
        return self._link(target, words, _SHOWN_IN_PLACE) if in_place else self.link(target, words)

    def _cited(self, reference: Reference, target: Target) -> str:
        citation = self.citation(target)
        in_a_sentence = reference.kind == "text"
        return fitted(citation, reference.written, reference.start) if in_a_sentence else citation

    def _term(self, use: TermUse, *, links: bool) -> Markup:
        words = use.written.text[use.start : use.end]
        if not links or use.target.address in self._terms_met:
            return escape(words)
        self._terms_met.add(use.target.address)
        link = _TERM % self.link(use.target, words)
        return Markup("{} ({})").format(link, use.target.title) if self._wants_expansion(use) else link

    def _wants_expansion(self, use: TermUse) -> bool:
        """Tell an acronym that nothing around it explains, as its full form or brackets after one would."""
        term, text = use.target.node, use.written.text
        is_acronym = isinstance(term, Term) and " ".join(text[use.start : use.end].split()) == term.acronym
        explained = text[: use.start].endswith("(") or use.target.title in text
        return is_acronym and not explained and self._medium.expands_acronyms()

    def _variable(self, use: VariableUse, **_: bool) -> Markup:
        if use.value is not None:
            return escape(use.value)
        if use.blank:
            return self._blank(use)
        if use.known:
            return Markup('<span class="unfilled">[{}]</span>').format(self._about(use.name))
        return fault(f"{{{{{use.name}}}}}", "is no variable of this handbook")

    def _blank(self, use: VariableUse) -> Markup:
        owner = self._document.id if self._document else ""
        target = self._linked.targets.get(f"{owner}#{use.name}")
        if target is None or not isinstance(target.node, Blank):
            return self._medium.blank(use.name, None)
        return self._medium.blank(target.title, target.node)

    def _about(self, name: str) -> str:
        variables = self._linked.handbook.settings.variables
        return next((variable.about for variable in variables if variable.id == name), name)

    def _footnote(self, node: Node, mark: FootnoteMark, *, links: bool) -> Markup:
        notes = node.footnotes if isinstance(node, Provision) else ()
        number = next((number for number, note in enumerate(notes, 1) if note.id == mark.id), None)
        if number is None:
            return fault(f"[^{mark.id}]", "calls a footnote that is not there")
        anchor = f"{self._medium.anchor(self._linked.target_of(node))}_note_{mark.id}"
        call = Markup('<a id="{0}_call" href="#{0}" role="doc-noteref" aria-label="Footnote {1}">{1}</a>')
        return Markup('<sup class="footnote-call">{}</sup>').format(call.format(anchor, number)) if links else Markup()

    def _inline(self, text: str, pieces: Sequence[Piece], *, links: bool = True) -> Markup:
        return Markup("".join(_html(text, pieces, links=links)))  # noqa: S704  each part of it is escaped


def fault(what: str, why: str) -> Markup:
    """Return a fault shown in its place, in words: what was written, and what is wrong with it."""
    return Markup('<span class="fault"><strong>Fault:</strong> “{}” {}</span>').format(what, why)


def enumerated(items: Sequence[Markup]) -> Markup:
    """Return a list as it stands in a sentence: `staff, governors and pupils`."""
    if not items[1:]:
        return Markup().join(items)
    return Markup("{} and {}").format(Markup(", ").join(items[:-1]), items[-1])


def _dangling(reference: Reference) -> Markup:
    what = reference.words or reference.address
    return fault(what, "may mean several things" if reference.candidates else "leads nowhere")


def _strong(words: str, **_: bool) -> Markup:
    return Markup(_STRONG % escape(words))  # noqa: S704  it is escaped


def _html(text: str, pieces: Sequence[Piece], *, links: bool) -> Iterator[Markup]:
    """Yield the HTML of inline Markdown, token by token; within a link there are no further links."""
    close: Markup | None = None
    for token in _tokens(text):
        match token.type:
            case "text":
                yield _filled(token.content, pieces, links=links and close is None)
            case "code_inline":
                yield Markup("<code>{}</code>").format(_filled(token.content, pieces, links=False))
            case "link_open":
                address = _filled(str(token.attrs["href"]), pieces, links=False).striptags()
                opening, close = _link_tags(address) if links else (Markup(), Markup())
                yield opening
            case "link_close":
                yield close or Markup()
                close = None
            case tag:
                yield _TAGS[tag]


@lru_cache(maxsize=50_000)
def _tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of inline Markdown; the same prose stands on several pages."""
    return tuple(_MARKDOWN.parseInline(text)[0].children or ())


def _link_tags(address: str) -> tuple[Markup, Markup]:
    if _LINKABLE.fullmatch(address):
        return Markup('<a href="{}">').format(address), Markup("</a>")
    return Markup('<span class="fault">'), Markup(" (<strong>fault:</strong> {} is no address)</span>").format(address)


def _filled(text: str, pieces: Sequence[Piece], *, links: bool) -> Markup:
    """Return a text, escaped, with its stand-ins replaced by what they stand for."""
    if not pieces:
        return escape(text)
    parts = _STAND_IN.split(text)
    parts[::2] = map(escape, parts[::2])
    parts[1::2] = (pieces[ord(mark) - _FIRST_STAND_IN](links=links) for mark in parts[1::2])
    return Markup("".join(parts))  # noqa: S704  each part of it is escaped
