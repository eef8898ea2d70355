"""Marking: two versions of a document's HTML become one, in which words are struck and added where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from markupsafe import Markup

from policywright.render.markup_tree import Element, tree
from policywright.render.word_marks import MARKS, marked_words

_BLOCKS = frozenset({
    "article", "aside", "blockquote", "caption", "div", "fieldset", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "legend", "li", "nav", "ol", "p", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_WORDY = frozenset({"", "duty", "footnote-call", "label", "number", "optional", "run-in", "term", "unfilled", "verb"})
"""The first class of what stands in a line and means no more than its words; anything else holds its place there."""

_NAMED_BY_FIRST = frozenset({"div", "li", "section", "tr"})
"""Elements that are known by what they begin with, such as a section by its heading, where they have no name."""

_BAR_WITHIN = frozenset({"li"})
_WITHOUT_BAR = frozenset({"caption", "legend", "td", "th"})

Pair = tuple[Element | None, Element | None]
"""What stood somewhere, and what stands there."""


def marked(before: str, after: str, notes: Mapping[str, Sequence[str]]) -> Markup:
    """Return the HTML of a document as it is, with what it lost and gained since it was as before.

    What bears an `id` in both is the same thing, wherever it stands. Words that went are in `del`, words that came in
    `ins`, and what holds either is in a `bar`, or is a row that is `changed`. `notes` tell more of what bears an `id`.
    """
    old, new = tree(before), tree(after)
    return Markup().join(element.html for element in _Marking(old, new, notes).kids(old, new))


class _Marking:
    def __init__(self, old: Element, new: Element, notes: Mapping[str, Sequence[str]]) -> None:
        self._old = {name: element for element in old.walk() if (name := _name(element))}
        self._new = frozenset(name for element in new.walk() if (name := _name(element)))
        self._notes = notes

    def kids(self, old: Element | None, new: Element | None) -> list[Element]:
        """Return what stands in an element, before or since or both, marked."""
        before, after = (_apart(element) if element else [] for element in (old, new))
        matcher = SequenceMatcher(None, _signatures(before), _signatures(after), autojunk=False)
        found: list[Element] = []
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            were, are = before[start:end], after[new_start:new_end]
            pairs = zip(were, are, strict=True) if kind == "equal" else self._laid(were, are)
            found += (element for was, now in pairs for element in self._merged(was, now))
        in_line = all(element is None or _is_line(element) for element in (old, new))
        return found if in_line else list(map(_barred, found))

    def _laid(self, before: Sequence[Element], after: Sequence[Element]) -> Iterator[Pair]:
        """Yield what came with what it was, in order; what went stands alone where it stood."""
        waiting = [old for old in before if _name(old) not in self._new]
        for new in after:
            was = self._old_of(new, waiting)
            if was in waiting:
                place = waiting.index(was)
                yield from ((gone, None) for gone in waiting[:place])
                del waiting[: place + 1]
            yield was, new
        yield from ((gone, None) for gone in waiting)

    def _old_of(self, new: Element, waiting: Iterable[Element]) -> Element | None:
        """Return what an element was, wherever it stood if it has a name, and otherwise the first of its kind."""
        if name := _name(new):
            was = self._old.get(name)
            return was if was and was.tag == new.tag else None
        return next((old for old in waiting if old.kind == new.kind and not _name(old)), None)

    def _merged(self, old: Element | None, new: Element | None) -> list[Element]:
        if old and new and _is_leaf(old) != _is_leaf(new):
            return [*self._merged(old, None), *self._merged(None, new)]
        present = new or old
        assert present is not None  # noqa: S101  one of the two is there
        if _is_leaf(present):
            words = marked_words(old, new) if _text(old) or _text(new) else None
            return self._noted(present, [present if words is None else present.holding(words)])
        kids = self.kids(old, new)
        # Of what is gone, all that it held may stand elsewhere.
        return self._noted(present, [self._holding(present, kids, new)]) if kids or new else []

    def _holding(self, element: Element, kids: list[Element], new: Element | None) -> Element:
        """Return an element with other contents; what is gone gives up a name that something bears now."""
        merged = element.holding([*kids])
        if new is None and merged.attributes.get("id") in self._new:
            del merged.attributes["id"]
        if merged.tag == "tr" and _is_marked(merged):
            merged.attributes["class"] = "changed"
        return merged

    def _noted(self, about: Element, found: list[Element]) -> list[Element]:
        """Add what is told of an element beside its words: at its end, or below it where it holds mere words."""
        notes = self._notes.get(about.attributes.get("id") or "", ())
        told = [Element("p", {"class": "change-note"}, [note]) for note in notes]
        if _is_leaf(about):
            return [*found, *told]
        found[-1].kids += told
        return found


def _barred(element: Element) -> Element:
    """Return a line or a paragraph in a bar, if words changed in it."""
    if element.tag in _WITHOUT_BAR or not _is_line(element) or not _is_marked(element):
        return element
    if element.tag in _BAR_WITHIN:
        return element.holding([Element("div", {"class": "bar"}, element.kids)])
    return Element("div", {"class": "bar"}, [element])


def _is_marked(element: Element) -> bool:
    return any(inner.tag in MARKS for inner in element.walk())


def _apart(element: Element) -> list[Element]:
    """Return what stands in an element as elements; words that stand among them are one without a tag."""
    found: list[Element] = []
    for is_place, kids in groupby(element.kids, lambda kid: isinstance(kid, Element) and not _is_wordy(kid)):
        together = list(kids)
        if is_place:
            found += (kid for kid in together if isinstance(kid, Element))
            continue
        first = together[0]
        if found and isinstance(first, str) and first[:1].isspace():
            found[-1].space = " "
        if any(isinstance(kid, Element) or kid.strip() for kid in together):
            found.append(Element("", {}, together))
    return found


def _is_leaf(element: Element) -> bool:
    """Say whether an element holds mere words."""
    return all(map(_is_wordy, element.elements))


def _is_line(element: Element) -> bool:
    """Say whether nothing in an element begins a line of its own."""
    return all(kid.tag not in _BLOCKS and _is_line(kid) for kid in element.elements)


def _is_wordy(element: Element) -> bool:
    first_class = (element.attributes.get("class") or "").partition(" ")[0]
    holds_place = element.tag in _BLOCKS or element.tag == "label" or first_class not in _WORDY
    return not holds_place and all(map(_is_wordy, element.elements))


def _text(element: Element | None) -> str:
    return element.text.strip() if element else ""


def _name(element: Element) -> str | None:
    """Return the name by which an element is known in both versions: its own, or that of what it begins with."""
    own = element.attributes.get("id")
    if own is None and element.tag in _NAMED_BY_FIRST and element.elements:
        return element.elements[0].attributes.get("id")
    return own


def _signatures(elements: Iterable[Element]) -> list[str]:
    """Return what each element is compared by: its name, or what it is and says."""
    return [_name(one) or " ".join((*one.kind, *one.text.split())) for one in elements]
