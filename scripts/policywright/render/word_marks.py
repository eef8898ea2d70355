"""Word marks: a line of HTML before and since, as one line in which words are struck and added.

Words are compared as a reader sees them. Emphasis, and links of defined terms, come out as they are since, and never
make a word another one; a citation is the same while it leads to the same place, whatever number that bears.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from policywright.linking.gathering.word_difference import stretches
from policywright.render.markup_tree import Element

Kids = list[Element | str]

MARKS = frozenset({"del", "ins"})
"""The elements around words that went and words that came."""

_PIECE = re.compile(r"\s+|\d+(?:\.\d+)*|[\w'\u2019-]+|[^\w\s]")
_NUMBER = re.compile(r"\b(?:\d[\d.]*|[A-Z])\b|\([a-z]+\)")
_WHOLE = frozenset({"br", "img", "input", "select", "sup", "svg", "textarea"})
_TERM = ("span", "term")
_HANGING = ("span", "number")
_NUMBERED = "<number>"


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a sign, or an element that is never taken apart: what it is compared by, and what it stands within."""

    key: str
    content: Element | str
    within: tuple[Element, ...]
    space: str = ""


def marked_words(old: Element | None, new: Element | None) -> Kids | None:
    """Return what stands in an element with the words that went and came, all of them where there is but one side.

    None where no word did. A number that hangs before the words is no part of them.
    """
    before, after = _tokens(old), _tokens(new)
    if before and after and before[0].key == after[0].key == _NUMBERED:
        kids: Kids = [after[0].content, after[0].space]
        before, after = before[1:], after[1:]
    else:
        kids = []
    found = stretches([token.key for token in before], [token.key for token in after])
    for stretch in found:
        gone, came = before[stretch.start : stretch.end], after[stretch.new_start : stretch.new_end]
        if stretch.kept:
            kids += [*_markup(came), _space_after(came) or _space_after(gone)]
        else:
            kids += _replaced(gone, came)
    return None if all(stretch.kept for stretch in found) else kids


def _replaced(gone: Sequence[_Token], came: Sequence[_Token]) -> Kids:
    """Return words that went, and words that came in their place."""
    kids: Kids = []
    if gone:
        kids += [_mark("del", "(removed: ", gone), _space_after(gone) or (" " if came else "")]
    if came:
        kids += [_mark("ins", "(added: ", came), _space_after(came)]
    return kids


def _mark(tag: Literal["del", "ins"], said: str, tokens: Sequence[_Token]) -> Element:
    """Return marked words, with what says so to those who do not see it."""
    return Element(tag, {}, [_aloud(said), *_markup(tokens), _aloud(")")])


def _aloud(words: str) -> Element:
    return Element("span", {"class": "aloud"}, [words])


def _space_after(tokens: Sequence[_Token]) -> str:
    return tokens[-1].space if tokens else ""


def _markup(tokens: Sequence[_Token]) -> Iterator[Element | str]:
    """Yield tokens in their elements, without the space after the last of them."""
    last = len(tokens) - 1
    for within, together in groupby(enumerate(tokens), lambda one: one[1].within):
        kids: Kids = []
        for place, token in together:
            kids += [token.content, token.space if place < last else ""]
        for element in reversed(within):
            attributes = {name: value for name, value in element.attributes.items() if name != "id"}
            kids = [Element(element.tag, attributes, kids)]
        yield from kids


def _tokens(element: Element | None) -> list[_Token]:
    """Return the tokens of an element; the space between two belongs to the first."""
    found: list[_Token] = []
    for content, within in _contents(element, ()) if element else ():
        if isinstance(content, str) and content.isspace():
            if found:
                last = found.pop()
                found.append(_Token(last.key, last.content, last.within, " "))
        else:
            found.append(_Token(_key(content), content, within))
    return found


def _contents(element: Element, within: tuple[Element, ...]) -> Iterator[tuple[Element | str, tuple[Element, ...]]]:
    for kid in element.kids:
        if isinstance(kid, str):
            yield from ((piece, within) for piece in _PIECE.findall(kid))
        elif _is_whole(kid, within):
            yield kid, within
        else:
            yield from _contents(kid, (*within, kid))


def _is_whole(element: Element, within: Sequence[Element]) -> bool:
    cites = element.tag == "a" and not any(outer.kind == _TERM for outer in within)
    return cites or element.tag in _WHOLE or element.kind == _HANGING or not element.kids


def _key(content: Element | str) -> str:
    """Return what a token is compared by."""
    if isinstance(content, str):
        return content
    if content.kind == _HANGING:
        return _NUMBERED
    return f"<{content.tag} {content.attributes.get('href') or ''}>{_NUMBER.sub('', content.text)}"
