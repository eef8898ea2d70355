"""The tree of a file: its texts, lists and keys as they were typed, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import is_
from sys import intern
from typing import NamedTuple

import yaml

from policywright.diagnostics import Diagnostic, Rule
from policywright.model.node import SourceText, Span
from policywright.source.characters import INVISIBLE, LONGEST, invisible_name, too_long
from policywright.source.faults.files import ControlCharacter
from policywright.source.faults.writing import Alias, SeveralDocuments, Tag, TooDeep, YamlSyntax
from policywright.source.syntax import plain_words

Path = tuple[str | int, ...]
"""The keys and places in lists that lead to a value, from the top of the file."""

DEEPEST = 30
"""How many levels a file may have; a policy with points four levels deep needs twelve."""

_OFTEN_THE_SAME = 40
"""Up to how many characters a text is kept once, however often it is written: the names of roles, duties and keys."""

ENOUGH = 200
"""How many things are told to be wrong in one file, which is then left out; once these are mended, more may be."""


# A handbook has hundreds of thousands of texts and entries, and named tuples are made in half the time.
class Text(NamedTuple):
    """A text as it was typed; `style` is its first character where it is quoted or a block, otherwise empty.

    Line ends after a block are no part of it. An alias, which is refused, has the style `*` and no text.
    """

    span: Span
    text: str
    style: str = ""

    @property
    def left_out(self) -> bool:
        """Whether nothing stands here."""
        return (not self.text or self.text.isspace()) and self.style != "*"


class Listing(NamedTuple):
    """A list; `bracketed` when it stands in `[ ]` rather than behind dashes."""

    span: Span
    items: tuple[Tree, ...]
    bracketed: bool

    def with_items(self, items: Iterable[Tree]) -> Listing:
        """Return a list with other items; the very same where they are its own."""
        found = tuple(items)
        return self if _are_same(found, self.items) else self._replace(items=found)


class Entry(NamedTuple):
    """A key and what stands behind it."""

    key: Text
    value: Tree


class Keyed(NamedTuple):
    """Keys with their values; `bracketed` when they stand in `{ }` rather than on lines of their own."""

    span: Span
    entries: tuple[Entry, ...]
    bracketed: bool

    def with_entries(self, entries: Iterable[Entry]) -> Keyed:
        """Return keys with other entries; the very same where they are its own."""
        found = tuple(entries)
        return self if _are_same(found, self.entries) else self._replace(entries=found)


Tree = Text | Listing | Keyed


def plain(tree: Tree) -> object:
    """Return what a tree says, as plain texts, lists and dictionaries."""
    match tree:
        case Listing():
            return [plain(item) for item in tree.items]
        case Keyed():
            return {entry.key.text: plain(entry.value) for entry in tree.entries}
    return tree.text


def _are_same(found: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(found) == len(others) and all(map(is_, found, others))


def beginning(tree: Tree) -> Span:
    """Return the span that stands for a whole list or thing: its first key, or its first character."""
    match tree:
        case Keyed(entries=[first, *_]):
            return first.key.span
        case Listing(items=[first, *_]) if not tree.bracketed:
            return beginning(first)
        case Text():
            return tree.span
    return Span(tree.span.start, tree.span.start + 1)


def compose(source: SourceText) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Return the tree of a file, or None where it has none, and what is wrong with the way it is typed."""
    builder = _Builder(source)
    try:
        for event in iter(yaml.CSafeLoader(source.text).get_event, None):
            if not builder.take(event) or len(builder.faults) >= ENOUGH:
                break
    except yaml.MarkedYAMLError as error:
        location, message, help_ = plain_words(error, source)
        # What begins with `*` or `!` has been told, and is why YAML stumbles over the words behind it.
        told = any(fault.location.line == location.line for fault in builder.faults[-1:])
        return None, (*builder.faults, *([] if told else [YamlSyntax.found(message, location, help_)]))
    return builder.tree, tuple(builder.faults)


@dataclass(slots=True)
class _Open:
    """A list, or keys, whose end has not come yet; a key stands alone in `parts` until its value comes."""

    start: int
    bracketed: bool
    keyed: bool
    parts: list[Tree] = field(default_factory=list)

    def close(self, end: int) -> Tree:
        last = self.parts[-1].span.end if self.parts else self.start
        span = Span(self.start, end if self.bracketed else last)
        if not self.keyed:
            return Listing(span, tuple(self.parts), self.bracketed)
        pairs = zip(self.parts[::2], self.parts[1::2], strict=True)
        return Keyed(span, tuple([Entry(key, value) for key, value in pairs if isinstance(key, Text)]), self.bracketed)


@dataclass(slots=True)
class _Builder:
    """Makes a tree from the parser's events, without recursion, so that no nesting can exhaust the stack."""

    source: SourceText
    tree: Tree | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _documents: int = 0

    def take(self, event: yaml.Event) -> bool:
        """Take the next event; return whether to go on."""
        match event:
            case yaml.ScalarEvent():
                self._take_text(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                return self._put(self._open.pop().close(_span(event).end))
            case yaml.DocumentStartEvent():
                return self._begin_document(event)
            case yaml.AliasEvent():
                message = f"`*{event.anchor}` stands for words that are written elsewhere."
                help_ = "Write the words themselves; put a text that is to begin with `*` in quotes."
                self._refuse(Alias, _span(event), message, help_)
                self._hang(Text(_span(event), "", "*"))
        return True

    def _begin_document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        message = "A second document begins here."
        help_ = "Move what follows to a file of its own, or delete the line `---`."
        self._refuse(SeveralDocuments, _span(event), message, help_)
        return False

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> bool:
        self._refuse_decoration(event)
        keyed = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(_span(event).start, bool(event.flow_style), keyed))
        if len(self._open) <= DEEPEST:
            return True
        message = f"Lists and keys are nested more than {DEEPEST} levels deep here."
        help_ = "Look for a bracket that is not closed, or indent less."
        self._refuse(TooDeep, _span(event), message, help_)
        return False

    def _take_text(self, event: yaml.ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        span, style, text = _span(event), event.style or "", event.value
        if style in {"|", ">"}:
            text = text.rstrip("\n")
        if len(text) <= _OFTEN_THE_SAME:
            text = intern(text)
        elif len(text) > LONGEST:
            self.faults.append(too_long(text, self.source, span.start))
        bad = INVISIBLE.search(text) if style == '"' else None
        if bad:
            message = f"A backslash in this text makes {invisible_name(bad[0])}."
            self._refuse(ControlCharacter, span, message, "Leave out the backslash and what belongs to it.")
        self._hang(Text(span, text, style))

    def _hang(self, tree: Tree) -> None:
        """Put a tree where it belongs."""
        if self._open:
            self._open[-1].parts.append(tree)
        else:
            self.tree = tree

    def _put(self, tree: Tree) -> bool:
        """Put a list, or keys, where it belongs; return whether it may stand there, since only a text can be a key."""
        self._hang(tree)
        if not self._open or not self._open[-1].keyed or len(self._open[-1].parts) % 2 == 0:
            return True
        sign = self.source.text[tree.span.start]
        message = f"A key, or a text, cannot begin with `{sign}` unless it is in quotes."
        self._refuse(YamlSyntax, tree.span, message, "Put the whole text in double quotes.")
        return False

    def _refuse_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            message = f"`&{event.anchor}` gives these words a name to repeat them by."
            help_ = "Leave it out; put a text that is to begin with `&` in quotes."
            self._refuse(Alias, _span(event), message, help_)
        if event.tag is not None:
            message = "The word that begins with `!` would be cut off, as an instruction."
            self._refuse(Tag, _span(event), message, "Leave it out, or put the whole text in quotes.")

    def _refuse(self, rule: type[Rule], span: Span, message: str, help_: str) -> None:
        self.faults.append(rule.found(message, self.source.locate(span.start, span.end), help_))


def _span(event: yaml.Event) -> Span:
    # libyaml tells of every event where it begins and ends.
    return Span(event.start_mark.index, event.end_mark.index)  # type: ignore[union-attr]
