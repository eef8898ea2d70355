"""Numbers: what readers see before a provision, worked out from its place, or pinned by the editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from policywright.model.checklist import Checklist, Step
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.handbook import Words
from policywright.model.node import Node
from policywright.model.policy import Annex, Clause, Point, Policy, Provision, Section
from policywright.model.table import Table

_LAST_PART = re.compile(r"(?P<before>.*?)(?P<counted>[0-9]{1,9}|[A-Za-z]+)", re.DOTALL)
_LONGEST_SERIES = 400


@dataclass(frozen=True, slots=True)
class Number:
    """A number: whole, as it is cited (`6.2(a)`), and the label that stands beside the text (`(a)`)."""

    whole: str
    label: str


def number(document: Document, words: Words) -> dict[int, Number]:
    """Return the number of everything in a document that bears one, by the identity of its node.

    Policies: sections 1, 2; their clauses and inner sections 1.1, 1.2 in one series; points by depth (a), (i), (A),
    (1). An annex bears the policy's or the handbook's word and, if the word is Annex, a letter, otherwise a figure:
    Annex A, Appendix 1, Schedule 1. What stands in it begins with the letter, or with the word's initial and the
    figure, so that it never looks like a number of the body: A.1, A1.1, S1.1.

    A pinned number is taken as it stands and the series goes on after it; no computed number repeats a pinned one.

    Forms: fields 1, 2, statements A, B. Checklists: items 1.1, 1.2. Decisions: questions 1, 2, outcomes A, B,
    stories example 1, example 2. Tables: conditions 1, 2, rules rule 1, rule 2, outcomes
    A, B.
    """
    match document:
        case Policy():
            return _PolicyNumbers(document, document.annex_word or words.annex).numbers
        case Form(sections=sections):
            fields = [field for section in sections for field in section.fields]
            statements = [statement for section in sections for statement in section.statements]
            return _count(fields, str) | _count(statements, capital)
        case Checklist(steps=steps):
            return _items(steps)
        case Decision(questions=questions, outcomes=outcomes, stories=stories):
            return _count(questions.values(), str) | _count(outcomes.values(), capital) | _named("example", stories)
        case Table(conditions=conditions, rules=rules, outcomes=outcomes):
            return _count(conditions.values(), str) | _named("rule", rules) | _count(outcomes.values(), capital)
        case _:
            return {}


def _count(nodes: Iterable[Node], write: Callable[[int], str]) -> dict[int, Number]:
    return {id(node): Number(write(place), write(place)) for place, node in enumerate(nodes, 1)}


def _named(word: str, nodes: Iterable[Node]) -> dict[int, Number]:
    """Count nodes that are cited with a word before their figure, since other things of the document bear figures."""
    return {id(node): Number(f"{word} {place}", str(place)) for place, node in enumerate(nodes, 1)}


def _items(steps: Iterable[Step]) -> dict[int, Number]:
    numbers: dict[int, Number] = {}
    for place, step in enumerate(steps, 1):
        numbers |= _count(step.items, _Series(f"{place}.").at)
    return numbers


def _letter(place: int) -> str:
    """Write 1 as a, 26 as z, 27 as aa."""
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def capital(place: int) -> str:
    """Write 1 as A, 26 as Z, 27 as AA."""
    return _letter(place).upper()


def _roman(place: int) -> str:
    """Write 1 as i, 4 as iv."""
    numerals = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, numeral in numerals:
        times, place = divmod(place, value)
        written += numeral * times
    return written


_BY_DEPTH: tuple[Callable[[int], str], ...] = (_letter, _roman, capital, str)


@dataclass(frozen=True, slots=True)
class _Series:
    """How siblings are counted: what stands before and after the counted part, and how it is written."""

    before: str
    write: Callable[[int], str] = str
    after: str = ""

    def at(self, place: int) -> str:
        return f"{self.before}{self.write(place)}{self.after}"

    def resumed(self, pinned: str) -> tuple[_Series, int] | None:
        """Return the series that a pinned number belongs to and its place there, if it is counted the same way."""
        match = _LAST_PART.fullmatch(pinned.removesuffix(self.after))
        if match is None:
            return None
        place = self._place(match["counted"])
        return (replace(self, before=match["before"]), place) if place is not None else None

    def _place(self, counted: str) -> int | None:
        if self.write is str:
            return int(counted) if counted.isdigit() else None
        return next((place for place in range(1, _LONGEST_SERIES) if self.write(place) == counted), None)


class _PolicyNumbers:
    """The numbers of one policy, filled from its first section to its last annex."""

    def __init__(self, policy: Policy, word: str) -> None:
        self.numbers: dict[int, Number] = {}
        self._word = word
        self._used = {pinned for top in (*policy.sections, *policy.annexes) for pinned in _pinned(top)}
        self._headed(policy.sections, "")
        self._annexes(policy.annexes)

    def _headed(self, siblings: Sequence[Section | Clause], prefix: str) -> None:
        wholes = self._wholes([node.number for node in siblings], _Series(prefix))
        for node, whole in zip(siblings, wholes, strict=True):
            self._give(node, Number(whole, whole))
            if isinstance(node, Section):
                self._headed((*node.clauses, *node.sections), f"{whole}.")

    def _annexes(self, annexes: Sequence[Annex]) -> None:
        write = capital if self._word.casefold() == "annex" else str
        pins = [annex.number and self._with_word(annex.number) for annex in annexes]
        for annex, whole in zip(annexes, self._wholes(pins, _Series(f"{self._word} ", write)), strict=True):
            self._give(annex, Number(whole, whole))
            mark = whole.rpartition(" ")[2]
            initial = self._word[0].upper() if mark[:1].isdigit() else ""
            self._headed((*annex.clauses, *annex.sections), f"{initial}{mark}.")

    def _points(self, points: Sequence[Point], parent: str, depth: int) -> None:
        pins = [point.number and _with_parent(point.number, parent) for point in points]
        series = _Series(f"{parent}(", _BY_DEPTH[depth % len(_BY_DEPTH)], ")")
        for point, whole in zip(points, self._wholes(pins, series), strict=True):
            self._give(point, Number(whole, (point.number or whole).removeprefix(parent)), depth + 1)

    def _give(self, node: Section | Provision, given: Number, depth: int = 0) -> None:
        self.numbers[id(node)] = given
        if isinstance(node, Provision) and node.points:
            self._points(node.points, given.whole, depth)

    def _wholes(self, pins: Sequence[str | None], series: _Series) -> Iterator[str]:
        """Yield the whole numbers of siblings, computed where none is pinned."""
        self._used.update(pin for pin in pins if pin)
        place = 0
        for pin in pins:
            if pin:
                series, place = series.resumed(pin) or (series, place)
                yield pin
                continue
            place += 1
            while (whole := series.at(place)) in self._used:
                place += 1
            self._used.add(whole)
            yield whole

    def _with_word(self, pinned: str) -> str:
        return pinned if pinned.startswith(self._word) else f"{self._word} {pinned}"


def _with_parent(pinned: str, parent: str) -> str:
    """Return the whole number of a point that pins `(a)`, `a)` or, whole already, `6.2(a)`."""
    return pinned if pinned.startswith(parent) else f"{parent}({pinned.strip('().')})"


def _pinned(section: Section) -> Iterator[str]:
    """Yield every whole number that is pinned in a section."""
    if section.number:
        yield section.number
    yield from (clause.number for clause in section.clauses if clause.number)
    for inner in section.sections:
        yield from _pinned(inner)
