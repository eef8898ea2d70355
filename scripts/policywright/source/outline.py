"""The outline of a file: its tree laid beside the model, key by key, before any value is read."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice, takewhile

from policywright.diagnostics import Diagnostic, Edit, Related, Rule
from policywright.model.node import Node, SourceText, Span
from policywright.model.shape import ListShape, NamedShape, NodeShape, Shape, Slot, TextShape, kinds_by_type, slots
from policywright.source.faults.keys import DuplicateKey, MissingKey, MissingValue, UnknownKey, WrongShape, WrongValue
from policywright.source.faults.writing import HashCutsProse, ProseInBrackets
from policywright.source.reshaping import reshaped
from policywright.source.tree import ENOUGH, Entry, Keyed, Listing, Path, Text, Tree, beginning
from policywright.source.words import a, called, listed, nearest, one_of, short

LONGEST_LABEL = 5
"""How many words a label in `[ ]` may have; more are taken for a sentence."""

_REMARK = re.compile(r":[ \t]+#")
_CUT_OFF = re.compile(r"[ \t]+(#[^\r\n]*)")
_COLON = re.compile(r"\s*:")
_JOINING = {"and", "as", "because", "but", "except", "if", "or", "unless", "when", "which", "who", "with", "without"}


@dataclass(slots=True)
class Outline:
    """Makes of a file's tree one that has the model's keys, lists and texts, and tells what is wrong with its keys.

    A key, or an entry of a list, that cannot be read is left out, and the path of the key or the list is in `told`, so
    that nothing is told twice. What was clearly meant is taken as it was meant: a misspelt key as the key that is most
    like it, a single thing as a list of one. Of a key that is written twice the first counts.
    """

    source: SourceText
    faults: list[Diagnostic] = field(default_factory=list)
    told: set[Path] = field(default_factory=set)
    possible: dict[Span, frozenset[str]] = field(default_factory=dict)
    """The keys that may have been meant by one that is not known, by the place of that."""

    def keyed(self, tree: Keyed, model: type[Node], path: Path = ()) -> Keyed:
        """Return the keys of a thing of the model, with what stands behind them."""
        known = slots(model)
        taken = {entry.key.text for entry in tree.entries}
        entries: list[Entry | None] = []
        for entry in self._indented(self._each_once(tree), known, path):
            name = entry.key.text if entry.key.text in known else self._unknown(entry, model, taken)
            if name and (name == entry.key.text or _fits(entry.value, known[name].shape)):
                meant = entry if name == entry.key.text else entry._replace(key=entry.key._replace(text=name))
                entries.append(self._entry(meant, known[name].shape, path))
            elif name:
                self.told.add((*path, name))
            taken.add(name)
        return tree.with_entries(filter(None, entries))

    def _indented(self, entries: list[Entry], known: dict[str, Slot], path: Path) -> list[Entry]:
        """Return the entries without each key that is left empty, and without those behind it that belong below it."""
        if not any(_is_left_out(entry.value) for entry in entries):
            return entries
        kept: list[Entry] = []
        rest = deque(entries)
        while rest:
            entry = rest.popleft()
            astray = _belonging_below(entry, rest, known)
            if astray:
                self._astray(entry, astray)
                self.told.add((*path, entry.key.text))
                rest = deque(islice(rest, len(astray), None))
            else:
                kept.append(entry)
        return kept

    def _astray(self, entry: Entry, astray: list[Entry]) -> None:
        message = f"Nothing stands below `{entry.key.text}:`, since the lines that follow are not indented further."
        help_ = f"Indent {listed(one.key.text for one in astray)} by two more spaces."
        self._find(MissingValue, entry.key.span, message, help_)

    def _entry(self, entry: Entry, shape: Shape, path: Path) -> Entry | None:
        """Return a key with what stands behind it, or None where that cannot be read."""
        path = (*path, entry.key.text)
        sound = self._value(entry.value, shape, entry.key, path)
        if sound is None:
            self.told.add(path)
            return None
        return entry if sound is entry.value else Entry(entry.key, sound)

    def _each_once(self, tree: Keyed) -> list[Entry]:
        """Return the entries without those that are cut-off words or repeat a key."""
        if not tree.bracketed and len({entry.key.text for entry in tree.entries}) == len(tree.entries):
            return list(tree.entries)
        first: dict[str, Entry] = {}
        cut: list[Entry] = []
        has_new_entry = False
        for entry in tree.entries:
            earlier = first.get(entry.key.text)
            if tree.bracketed and not _COLON.match(self.source.text, entry.key.span.end):
                cut.append(entry)
                continue
            if earlier and not has_new_entry:
                has_new_entry = earlier is tree.entries[0] and self._has_dash(tree)
                self._repeated(entry, earlier, in_list=has_new_entry)
            if earlier is None or _is_left_out(earlier.value):
                first[entry.key.text] = entry
        if cut:
            self._cut_off(cut, tree)
        return list(first.values())

    def _value(self, tree: Tree, shape: Shape, key: Text, path: Path) -> Tree | None:
        """Return what stands behind a key, or None where it cannot be read."""
        sound: Tree | None = None
        if isinstance(tree, Text) and isinstance(shape, TextShape):
            return self._text(tree, shape, key, path)
        match tree, shape:
            case Text(left_out=True), _:
                self._left_out(tree, key, path)
            case Text(style="*"), _:
                pass
            case Text(text=text), ListShape(single=True) if "," not in text:
                sound = Listing(tree.span, (tree,), bracketed=False)
            case Listing(), ListShape():
                sound = self._listing(tree, shape, key, path)
            case Keyed(), NamedShape():
                sound = self._named(tree, shape, path)
            case Keyed(), NodeShape():
                sound = self._node(tree, shape, path)
            case _:
                self._misshapen(tree, shape, key, path)
                meant = _as_meant(tree, shape)
                sound = self._value(meant, shape, key, path) if meant else None
        return sound

    def _text(self, tree: Text, shape: TextShape, key: Text, path: Path) -> Text | None:
        if tree.left_out:
            self._left_out(tree, key, path)
            return None
        self._cut_by_hash(tree, shape)
        return None if tree.style == "*" else tree

    def _named(self, tree: Keyed, shape: NamedShape, path: Path) -> Keyed:
        entries = [self._entry(each, shape.of, path) for each in self._each_once(tree)]
        if not all(entries):
            self.told.add(path)
        return tree.with_entries(filter(None, entries))

    def _listing(self, tree: Listing, shape: ListShape, key: Text, path: Path) -> Listing:
        self._divided(tree, shape.of)
        items: list[Tree] = []
        for item in tree.items:
            sound = self._value(item, shape.of, key, (*path, len(items)))
            if sound is None:
                self.told.add(path)
            else:
                items.append(sound)
        return tree.with_items(items)

    def _node(self, tree: Keyed, shape: NodeShape, path: Path) -> Keyed:
        if len(shape.kinds) == 1:
            return self.keyed(tree, shape.kinds[0], path)
        kinds = kinds_by_type(shape)
        entry = next((entry for entry in tree.entries if entry.key.text == "type"), None)
        entry = entry or _like_type(tree, kinds)
        word = entry.value.text.strip() if entry and isinstance(entry.value, Text) else ""
        if entry and entry.key.text != "type":
            self._unknown(entry, shape.kinds[0], {each.key.text for each in tree.entries})
        if entry and _is_left_out(entry.value):
            self._find(MissingValue, entry.key.span, "Nothing stands behind `type:`.", one_of("", kinds))
        elif entry is None or word not in kinds:
            self._untyped(tree, entry.value if entry else None, shape.kinds[0], kinds)
        kind = word if word in kinds else _likely_kind(tree, kinds, word)
        return self.keyed(_of_type(tree, entry, kind), kinds[kind], path)

    def _untyped(self, tree: Keyed, written: Tree | None, model: type[Node], kinds: dict[str, type[Node]]) -> None:
        """Tell of a thing that does not say of which kind it is, or says a kind that there is not."""
        if isinstance(written, Text):
            message = f"There is no type `{short(written.text)}`."
            self._find(WrongValue, written.span, message, one_of(written.text, kinds))
        else:
            message = f"This {called(model)} does not say its type."
            self._find(MissingKey, beginning(tree), message, f"Write `type:` and one of {listed(kinds, 'or')}.")

    def _left_out(self, tree: Text, key: Text, path: Path) -> None:
        in_list = isinstance(path[-1], int)
        message = "Nothing stands behind this dash." if in_list else f"Nothing stands behind `{key.text}:`."
        help_ = "Write its value, or delete the line."
        if not in_list and _REMARK.match(self.source.text, key.span.end):
            help_ = "What follows a `#` is a remark; put a text that is to begin with `#` in quotes."
        self._find(MissingValue, tree.span if in_list else key.span, message, help_)

    def _unknown(self, entry: Entry, model: type[Node], taken: set[str]) -> str:
        """Tell of a key that the model does not know, and return the one that is meant, or nothing."""
        key, known = entry.key.text, slots(model)
        if len(self.faults) >= ENOUGH:
            return ""
        near = nearest(key, known, taken) or _only_missing(entry, known, taken)
        message = f"`{short(key)}` is no key of {a(called(model))}."
        help_ = f"Write `{near}:` instead of `{key}:`." if near else f"These keys may stand here: {listed(known)}."
        if " " in key:
            help_ += " If a text goes on here, put it in quotes or write it below `|`."
        place = self.source.locate(entry.key.span.start, entry.key.span.end)
        certain = near if near and near not in taken and key.lower().replace("_", "-") == near else None
        mend = [Edit(place, certain)] if certain else []
        self.faults.append(UnknownKey.found(message, place, help_, mend=mend))
        fitting = {slot.key for slot in known.values() if slot.key not in taken and _fits(entry.value, slot.shape)}
        self.possible[entry.key.span] = frozenset(fitting)
        return near if near and near not in taken else ""

    def _repeated(self, entry: Entry, first: Entry, *, in_list: bool) -> None:
        location = self.source.locate(first.key.span.start, first.key.span.end)
        related = [Related("It stands here for the first time.", location)]
        key = short(entry.key.text)
        help_ = "Keep one of the two, or join their values."
        if in_list:
            new = f"If the next entry begins here, write `- {key}:`, its dash below the one above"
            help_ = f"{new}; or keep one of the two."
        self._find(DuplicateKey, entry.key.span, f"The key `{key}` is written twice.", help_, related)

    def _has_dash(self, tree: Keyed) -> bool:
        """Whether keys are an entry of a list, so that one like it may be meant where its first key comes again."""
        before = self.source.text[: tree.span.start].rpartition("\n")[2]
        return "-" in before and not before.strip(" -")

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
        rest = _CUT_OFF.match(self.source.text, tree.span.end) if shape.free and not tree.style else None
        if rest:
            message = f"The words behind `{short(tree.text)}` are cut off by `#`."
            help_ = "Put the whole text in double quotes, or move the remark to a line of its own."
            self._find(HashCutsProse, Span(*rest.span(1)), message, help_)

    def _misshapen(self, tree: Tree, shape: Shape, key: Text, path: Path) -> None:
        entry = isinstance(path[-1], int)
        message, help_ = reshaped(tree, shape, key.text, entry=entry)
        self._find(WrongShape, tree.span if isinstance(tree, Text) else beginning(tree), message, help_)

    def _find(
        self, rule: type[Rule], span: Span, message: str, help_: str, related: list[Related] | None = None
    ) -> None:
        if len(self.faults) < ENOUGH:
            self.faults.append(rule.found(message, self.source.locate(span.start, span.end), help_, related or ()))


def _belonging_below(entry: Entry, rest: Iterable[Entry], known: dict[str, Slot]) -> list[Entry]:
    """Return the entries right behind a key without a value that can only be meant to stand below it."""
    slot = known.get(entry.key.text)
    if slot is None or not _is_left_out(entry.value) or not isinstance(slot.shape, NodeShape):
        return []
    below = {key for kind in slot.shape.kinds for key in slots(kind)} - known.keys()
    return list(takewhile(lambda one: one.key.text in below, rest))


def _is_left_out(tree: Tree) -> bool:
    return isinstance(tree, Text) and tree.left_out


def _fits(tree: Tree, shape: Shape) -> bool:
    """Whether a tree has the shape that is due; what is misspelt and has another is taken for something else."""
    match tree, shape:
        case (Text(), TextShape()) | (Listing(), ListShape()) | (Keyed(), NamedShape() | NodeShape()):
            return True
    return _is_left_out(tree) or _as_meant(tree, shape) is not None


def _only_missing(entry: Entry, known: dict[str, Slot], taken: set[str]) -> str | None:
    """Return the only key that must be there and is not, for which an unlike one is then probably meant."""
    missing = [slot for slot in known.values() if slot.required and slot.key not in taken]
    if len(missing) != 1 or " " in entry.key.text or not _fits(entry.value, missing[0].shape):
        return None
    return missing[0].key


def _as_meant(tree: Tree, shape: Shape) -> Tree | None:
    """Return what a tree of the wrong shape was clearly meant to be, or None where that cannot be told."""
    match tree, shape:
        case Text(), ListShape(of=TextShape(free=free)) if not free:
            return Listing(tree.span, _divided_by_commas(tree), bracketed=False)
        case Text(), ListShape(of=TextShape()):
            return Listing(tree.span, (tree,), bracketed=False)
        case Keyed(), ListShape(of=NodeShape(kinds=kinds)):
            known = {key for kind in kinds for key in slots(kind)}
            if {entry.key.text for entry in tree.entries} <= known:
                return Listing(tree.span, (tree,), bracketed=False)
        case Listing(items=[Text() as only]), TextShape():
            return only
        case Listing(items=[Text() as first, *_]), TextShape(free=False):
            return first
    return None


def _divided_by_commas(tree: Text) -> tuple[Tree, ...]:
    """Return the names in a text such as `staff, governors`, each in its place where the text is written plainly."""
    start = tree.span.start + len(tree.style)
    found = re.finditer(r"[^,\s][^,]*(?<!\s)", tree.text)
    return tuple(Text(Span(start + name.start(), start + name.end()), name[0]) for name in found)


def _like_type(tree: Keyed, kinds: dict[str, type[Node]]) -> Entry | None:
    """Return the entry that is probably meant for `type`: by its key, or because a type stands behind it."""
    known = {key for kind in kinds.values() for key in slots(kind)}
    unknown = {entry.key.text: entry for entry in tree.entries if entry.key.text not in known}
    near = nearest("type", unknown)
    typing = (entry for entry in unknown.values() if isinstance(entry.value, Text) and entry.value.text in kinds)
    return unknown[near] if near else next(typing, None)


def _likely_kind(tree: Keyed, kinds: dict[str, type[Node]], word: str) -> str:
    """Return the kind that has most of the keys that are there; among equals the one most like a misspelt word."""
    keys = {entry.key.text for entry in tree.entries}
    near = nearest(word, kinds)
    return max(kinds, key=lambda kind: (len(keys & slots(kinds[kind]).keys()), kind == near, kind == "text"))


def _of_type(tree: Keyed, entry: Entry | None, kind: str) -> Keyed:
    """Return a thing whose `type` is a certain one."""
    if entry is None:
        start = Span(tree.span.start, tree.span.start)
        return Keyed(tree.span, (*tree.entries, Entry(Text(start, "type"), Text(start, kind))), tree.bracketed)
    typing = Entry(Text(entry.key.span, "type"), Text(entry.value.span, kind))
    return Keyed(tree.span, tuple(typing if each is entry else each for each in tree.entries), tree.bracketed)


def _like_a_sentence(text: str, shape: TextShape) -> bool:
    words = text.split()
    if shape.prose:
        return len(words) > 1
    return len(words) > LONGEST_LABEL or (bool(words) and words[0] in _JOINING)
