"""Breaking a handbook, one slip at a time: slips in keys, values, names, references and branches."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policywright.diagnostics import Location
from policywright.linking.linked import LinkedHandbook
from policywright.model.node import Node, Span, Spot
from policywright.model.walk import descendants

FOLLOWS = {"stale-amendment", "suspect-rest"}
"""What is rightly told elsewhere when the words of a rule are others than before."""


@dataclass(frozen=True)
class Breakage:
    """A stretch of a file, what is written in its place, and the line at which that is to be told."""

    file: str
    span: Span
    words: str
    line: int

    def of(self, text: str) -> str:
        """Return the text of the file, broken."""
        return text[: self.span.start] + self.words + text[self.span.end :]


Breaking = Callable[[LinkedHandbook, random.Random], Iterator[Breakage]]


def misspelt_keys(linked: LinkedHandbook, chance: random.Random) -> Iterator[Breakage]:
    for node, _, spot in _spots(linked):
        yield _instead(node, spot.key, _slip(_raw(node, spot.key), chance))


def keys_that_are_like_none(linked: LinkedHandbook, _: random.Random) -> Iterator[Breakage]:
    for node, _name, spot in _spots(linked):
        yield _instead(node, spot.key, "xyzzy")


def doubled_keys(linked: LinkedHandbook, _: random.Random) -> Iterator[Breakage]:
    for node, _name, spot in _spots(linked):
        text = node.origin.source.text
        line, rest = _line_start(text, spot.key.start), text[spot.value.end :].partition("\n")[0]
        lead, written = text[line : spot.key.start], text[spot.key.start : spot.value.end]
        if lead.strip(" -") == "" and "\n" not in written and not rest.strip():
            end = spot.value.end
            copy = f"\n{' ' * len(lead)}{written}"
            yield Breakage(node.origin.source.file, Span(end, end), copy, text.count("\n", 0, end) + 2)


def keys_left_out(linked: LinkedHandbook, _: random.Random) -> Iterator[Breakage]:
    for node, name, spot in _spots(linked):
        text = node.origin.source.text
        start, end = _line_start(text, spot.key.start), text.find("\n", spot.value.end) + 1
        alone = not text[start : spot.key.start].strip() and "\n" not in text[start : spot.value.end]
        if alone and type(node).model_fields[name].is_required():
            line = text.count("\n", 0, node.origin.span.start) + 1
            yield Breakage(node.origin.source.file, Span(start, end), "", line)


def references_to_nothing(linked: LinkedHandbook, chance: random.Random) -> Iterator[Breakage]:
    for reference in linked.references:
        span = _span(reference.written.node, reference.location)
        inner = _raw(reference.written.node, span).partition("|")[0].rstrip("]\"'")
        name = re.split(r"[#/:\[\"']", inner)[-1]
        end = span.start + len(inner)
        yield _instead(reference.written.node, Span(end - len(name), end), _slip(name, chance))


def misspelt_variables(linked: LinkedHandbook, chance: random.Random) -> Iterator[Breakage]:
    for use in linked.variables:
        span = _span(use.written.node, use.location)
        inner = Span(span.start + 2, span.end - 2)
        yield _instead(use.written.node, inner, _slip(_raw(use.written.node, inner), chance))


def _values(*names: str, written: str | None = None) -> Breaking:
    def breakages(linked: LinkedHandbook, chance: random.Random) -> Iterator[Breakage]:
        for node, name, spot in _spots(linked):
            if name in names:
                words = _slip(_raw(node, spot.value), chance) if written is None else written
                yield _instead(node, spot.value, words)

    return breakages


def words_put_in(words: str) -> Breaking:
    """Put words behind the second word of a rule, where its line has no marks."""

    def breakages(linked: LinkedHandbook, _: random.Random) -> Iterator[Breakage]:
        for node in _rules(linked):
            span = node.origin.fields["text"].value
            found = re.match(r"[|>]?\s*\w+ \w+(?= \w[^\[\]{}`“”\n]*(?:\n|$))", _raw(node, span))
            if found and found[0].strip("|> \n")[0].isupper():
                at = span.start + found.end()
                yield _instead(node, Span(at, at), f" {words}")

    return breakages


def doubled_words(linked: LinkedHandbook, _: random.Random) -> Iterator[Breakage]:
    for node in _rules(linked):
        span = node.origin.fields["text"].value
        for found in re.finditer(r"(?<= )(?:the|of|a|to)(?= [a-z])", _raw(node, span)):
            at = Span(span.start + found.start(), span.start + found.end())
            yield _instead(node, at, f"{found[0]} {found[0]}")


def titles_with_a_stop(linked: LinkedHandbook, _: random.Random) -> Iterator[Breakage]:
    for node, name, spot in _spots(linked):
        if (
            name == "title"
            and node.origin.source.file.startswith("policies/schools/")
            and _raw(node, spot.value)[-1].isalpha()
        ):
            yield _instead(node, Span(spot.value.end, spot.value.end), ".")


KINDS: dict[str, Breaking] = {
    "a misspelt key": misspelt_keys,
    "a key like none": keys_that_are_like_none,
    "a doubled key": doubled_keys,
    "a value left out": _values("owner", "part", "go", "id", "type", "say", "ask", "act", "label", written=""),
    "a key left out": keys_left_out,
    "a reference to nothing": references_to_nothing,
    "a misspelt variable or blank": misspelt_variables,
    "a misspelt duty": _values("duty"),
    "a duty that there is not": _values("duty", written="perhaps"),
    "a date in words": _values("review_by", "approved", "checked", written="1 September 2027"),
    "a date that is none": _values("review_by", "approved", "checked", written="soon"),
    "a name of two words": _values("id", written="Two words"),
    "a branch to nothing": _values("go", "start"),
    "a choice that there is not": _values("is_", written="no such choice"),
    "a condition on nothing": _values("blank", "field"),
    "a misspelt type": _values("type", "kind", "status"),
    "a type that there is not": _values("type", "kind", "status", written="zzz"),
    "a word that the style avoids": words_put_in("utilise"),
    "the name of a person": words_put_in("Mrs Example"),
    "an address for email": words_put_in("office@school.invalid"),
    "an acronym of nobody": words_put_in("QZX"),
    "a link that no browser opens": words_put_in("[here](www.example.org)"),
    "a word typed twice": doubled_words,
    "a title with a full stop": titles_with_a_stop,
    "neither yes nor no": _values("required", "urgent", "consent", "personal", "optional", written="maybe"),
}


def _rules(linked: LinkedHandbook) -> Iterator[Node]:
    for target in linked.targets.values():
        if target.kind == "clause" and target.document and target.document.language.startswith("en"):
            yield target.node


def _spots(linked: LinkedHandbook) -> Iterator[tuple[Node, str, Spot]]:
    handbook = linked.handbook
    for top in (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources):
        for node in descendants(top):
            for name, spot in node.origin.fields.items():
                yield node, name, spot


def _instead(node: Node, span: Span, words: str) -> Breakage:
    source = node.origin.source
    return Breakage(source.file, span, words, source.text.count("\n", 0, span.start) + 1)


def _slip(word: str, chance: random.Random) -> str:
    """Return a word with one letter too many, too few, in the wrong place, or wrong."""
    at = chance.choice([place for place, letter in enumerate(word) if letter.isalnum()])
    turned = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    slips = [word[:at] + word[at + 1 :], word[:at] + "e" + word[at:], turned, word[:at] + "n" + word[at + 1 :]]
    sound = [slip for slip in slips if slip != word and re.fullmatch(r"[\w.]+([ -]+[\w.]+)*", slip)]
    return chance.choice([*sound, f"{word}x"])


def _raw(node: Node, span: Span) -> str:
    return node.origin.source.text[span.start : span.end]


def _span(node: Node, place: Location) -> Span:
    lines = node.origin.source.text.splitlines(keepends=True)
    starts = [sum(map(len, lines[: line - 1])) for line in (place.line, place.end_line)]
    return Span(starts[0] + place.column - 1, starts[1] + place.end_column - 1)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
