"""The outline of a file: its tree laid beside the model, key by key, before any value is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile

from policywright.diagnostics import Diagnostic, Related, Rule
from policywright.model.node import Node, SourceText, Span
from policywright.source.faults.keys import DuplicateKey, MissingKey, MissingValue, UnknownKey, WrongShape, WrongValue
from policywright.source.faults.writing import HashCutsProse, ProseInBrackets
from policywright.source.shape import ListShape, NamedShape, NodeShape, Shape, TextShape, kinds_by_type, slots
from policywright.source.tree import Entry, Keyed, Listing, Text, Tree, beginning
from policywright.source.words import a, called, listed, nearest, one_of, short

Path = tuple[str | int, ...]
"""The keys and places in lists that lead to a value, from the top of the file."""

LONGEST_LABEL = 5
"""How many words a label in `[ ]` may have; more are taken for a sentence."""

_JOINING = {"and", "as", "because", "but", "except", "if", "or", "unless", "when", "which", "who", "with", "without"}


@dataclass(slots=True)
class Outline:
    """What was typed in a file, as plain texts, lists and dictionaries, and what is wrong with its keys.

    Where something is wrong, `None` stands in its place and its path is in `told`, so that nothing is told twice.
    """

    source: SourceText
    faults: list[Diagnostic] = field(default_factory=list)
    told: set[Path] = field(default_factory=set)

    def keyed(self, tree: Keyed, model: type[Node], path: Path = ()) -> dict[str, object]:
        """Return what stands behind each key of a thing of the model."""
        known = slots(model)
        data: dict[str, object] = {}
        for entry in self._each_once(tree):
            key = entry.key.text
            if key in known:
                data[key] = self._value(entry.value, known[key].shape, entry.key, (*path, key))
            else:
                self._unknown(entry, model, path, tree)
        return data

    def _each_once(self, tree: Keyed) -> list[Entry]:
        """Return the entries without those that are cut-off words or repeat a key."""
        first: dict[str, Entry] = {}
        cut: list[Entry] = []
        for entry in tree.entries:
            if tree.bracketed and self._has_no_colon(entry):
                cut.append(entry)
            elif entry.key.text in first:
                self._repeated(entry, first[entry.key.text])
            else:
                first[entry.key.text] = entry
        if cut:
            self._cut_off(cut, tree)
        return list(first.values())

    def _value(self, tree: Tree, shape: Shape, key: Text, path: Path) -> object:
        match tree, shape:
            case Text(left_out=True), _:
                self._left_out(tree, key, path)
            case Text(style="*"), _:
                self.told.add(path)
            case Text(), TextShape():
                self._cut_by_hash(tree, shape)
                return tree.text
            case Listing(), ListShape():
                self._divided(tree, shape.of)
                return [self._value(item, shape.of, key, (*path, place)) for place, item in enumerate(tree.items)]
            case Keyed(), NamedShape():
                entries = self._each_once(tree)
                return {
                    each.key.text: self._value(each.value, shape.of, each.key, (*path, each.key.text))
                    for each in entries
                }
            case Keyed(), NodeShape():
                return self._node(tree, shape, path)
            case _:
                self._misshapen(tree, shape, key, path)
        return None

    def _node(self, tree: Keyed, shape: NodeShape, path: Path) -> object:
        if len(shape.kinds) == 1:
            return self.keyed(tree, shape.kinds[0], path)
        kinds = kinds_by_type(shape)
        written = next((entry.value for entry in tree.entries if entry.key.text == "type"), None)
        if isinstance(written, Text) and written.text in kinds:
            return self.keyed(tree, kinds[written.text], path)
        self.told.add(path)
        misspelt = self._like_type(tree, shape.kinds[0])
        if written is None and misspelt:
            self._unknown(misspelt, shape.kinds[0], path, tree)
        elif not isinstance(written, Text) or written.left_out:
            message = f"This {called(shape.kinds[0])} does not say its type."
            self._find(MissingKey, beginning(tree), message, f"Write `type:` and one of {listed(kinds, 'or')}.")
        else:
            message = f"There is no type `{short(written.text)}`."
            self._find(WrongValue, written.span, message, one_of(written.text, kinds))
        return None

    def _like_type(self, tree: Keyed, model: type[Node]) -> Entry | None:
        """Return the entry whose key is probably meant for `type`."""
        unknown = {entry.key.text: entry for entry in tree.entries if entry.key.text not in slots(model)}
        near = nearest("type", unknown)
        return unknown[near] if near else None

    def _left_out(self, tree: Text, key: Text, path: Path) -> None:
        self.told.add(path)
        in_list = isinstance(path[-1], int)
        message = "Nothing stands behind this dash." if in_list else f"Nothing stands behind `{key.text}:`."
        help_ = "Write its value, or delete the line."
        line = self.source.text[key.span.end :].partition("\n")[0]
        if not in_list and re.match(r":\s+#", line):
            help_ = "What follows a `#` is a remark; put a text that is to begin with `#` in quotes."
        self._find(MissingValue, tree.span if in_list else key.span, message, help_)

    def _unknown(self, entry: Entry, model: type[Node], path: Path, tree: Keyed) -> None:
        key, known = entry.key.text, slots(model)
        taken = {other.key.text for other in tree.entries}
        near = nearest(key, known, taken)
        if near and near not in taken:
            self.told.add((*path, near))
        message = f"`{short(key)}` is no key of {a(called(model))}."
        help_ = f"Write `{near}:` instead of `{key}:`." if near else f"These keys may stand here: {listed(known)}."
        if " " in key:
            help_ += " If a text goes on here, put it in quotes or write it below `|`."
        self._find(UnknownKey, entry.key.span, message, help_)

    def _repeated(self, entry: Entry, first: Entry) -> None:
        location = self.source.locate(first.key.span.start, first.key.span.end)
        related = [Related("It stands here for the first time.", location)]
        message = f"The key `{short(entry.key.text)}` is written twice."
        self._find(DuplicateKey, entry.key.span, message, "Keep one of the two, or join their values.", related)

    def _has_no_colon(self, entry: Entry) -> bool:
        behind = self.source.text[entry.key.span.end :].lstrip()
        return not behind.startswith(":")

    def _cut_off(self, cut: list[Entry], tree: Keyed) -> None:
        """Tell of the first words in braces that stand behind a comma and have no colon."""
        words = cut[0].key
        message = f"The comma before `{short(words.text)}` cuts it off from the words that it belongs to."
        help_ = "Put the words in double quotes, or write each key on a line of its own."
        place = tree.entries.index(cut[0])
        before = tree.entries[place - 1] if place else None
        if before and isinstance(before.value, Text) and not before.value.style:
            rest = takewhile(cut.__contains__, tree.entries[place:])
            whole = ", ".join([before.value.text, *(entry.key.text for entry in rest)])
            help_ = f'Put the words in double quotes: `{before.key.text}: "{whole}"`.'
        self._find(ProseInBrackets, words.span, message, help_)

    def _divided(self, tree: Listing, shape: Shape) -> None:
        if not tree.bracketed or len(tree.items) == 1 or not isinstance(shape, TextShape) or not shape.free:
            return
        for item in tree.items:
            if isinstance(item, Text) and not item.style and _like_a_sentence(item.text, shape):
                message = f"Each comma in `[ ]` begins a new entry; `{short(item.text)}` stands there as one of them."
                help_ = "Write each entry on a line of its own after a dash, or put each in double quotes."
                self._find(ProseInBrackets, item.span, message, help_)
                return

    def _cut_by_hash(self, tree: Text, shape: TextShape) -> None:
        rest = re.compile(r"[ \t]+(#[^\r\n]*)").match(self.source.text, tree.span.end)
        if rest and shape.free and not tree.style:
            message = f"The words behind `{short(tree.text)}` are cut off by `#`."
            help_ = "Put the whole text in double quotes, or move the remark to a line of its own."
            self._find(HashCutsProse, Span(*rest.span(1)), message, help_)

    def _misshapen(self, tree: Tree, shape: Shape, key: Text, path: Path) -> None:
        self.told.add(path)
        entry = isinstance(path[-1], int)
        place = f"An entry of `{key.text}`" if entry else f"`{key.text}`"
        message, help_ = _reshaped(tree, shape, key.text, place)
        self._find(WrongShape, tree.span if isinstance(tree, Text) else beginning(tree), message, help_)

    def _find(
        self, rule: type[Rule], span: Span, message: str, help_: str, related: list[Related] | None = None
    ) -> None:
        self.faults.append(rule.found(message, self.source.locate(span.start, span.end), help_, related or ()))


def _like_a_sentence(text: str, shape: TextShape) -> bool:
    words = text.split()
    if shape.prose:
        return len(words) > 1
    return len(words) > LONGEST_LABEL or (bool(words) and words[0] in _JOINING)


def _reshaped(tree: Tree, shape: Shape, key: str, place: str) -> tuple[str, str]:
    """Return the message and the help for a value of one shape where another is due."""
    match shape:
        case TextShape():
            return _no_text(tree, key, place, free=shape.free)
        case ListShape():
            help_ = "Begin each entry with a dash and a space, indented below the key."
            if isinstance(tree, Text) and isinstance(shape.of, TextShape):
                help_ = f"Write `{key}: [{short(tree.text)}]`, or each entry on a line of its own after a dash."
            return f"{place} takes a list.", help_
        case NodeShape():
            return f"{place} takes keys of its own.", f"Write them below it, indented: {listed(slots(shape.kinds[0]))}."
    return (
        f"{place} takes names of your own.",
        "Write each name and a colon on a line, and its keys below it, indented.",
    )


def _no_text(tree: Tree, key: str, place: str, *, free: bool) -> tuple[str, str]:
    if isinstance(tree, Listing) and tree.items and isinstance(tree.items[0], Text) and not free:
        return f"{place} takes one text, but a list stands here.", f"Write `{key}: {short(tree.items[0].text)}`."
    if isinstance(tree, Keyed | Listing) and tree.bracketed:
        return f"{place} takes a text; one that begins with a bracket must be in quotes.", "Put it in double quotes."
    if isinstance(tree, Keyed):
        message = f"{place} takes a text, but the colon behind `{short(tree.entries[0].key.text)}` makes a key of it."
        return message, "Put the text in double quotes, or write it on the next line below `|`."
    return f"{place} takes a text, but a list stands here.", "Write one text, without the dash."
