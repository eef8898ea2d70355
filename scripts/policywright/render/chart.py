"""The chart of a decision: where its boxes and arrows lie when it is drawn, as a picture of the list of its questions.

The longest branch of a question goes straight down and all others to the right, so that nothing crosses and a chart
grows long rather than wide. A question that several answers lead to is drawn once; other arrows to it end in a box that
names it. Lengths are pixels at the size that the chart is meant for.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from policywright.model.decision import Decision

_BOX = 230
_GAP = 170
_ROW_GAP = 16
_LINE = 19
_PADDING = 11
_TRUNK = 18
_INDENT = 28
_BOX_CHARACTERS = 27
_LABEL_CHARACTERS = 17
_LABEL_BELOW_CHARACTERS = 25

LETTERS = 14
"""The size of the letters for which there is room."""

_NOWHERE: Mapping[str, int] = MappingProxyType({})

BoxKind = Literal["question", "outcome", "urgent", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words on the chart, line by line: where the first of them stands."""

    x: int
    y: int
    lines: tuple[str, ...]

    @property
    def placed(self) -> tuple[tuple[int, str], ...]:
        """Each line with its own height on the chart."""
        return tuple((self.y + _LINE * index, line) for index, line in enumerate(self.lines))


@dataclass(frozen=True, slots=True)
class Box:
    """A question, an outcome, or the name of a question that is drawn elsewhere."""

    kind: BoxKind
    x: int
    y: int
    width: int
    height: int
    words: Words

    @property
    def middle(self) -> int:
        """How far down its middle lies."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow, as the `d` of an SVG path, with the answers that take it."""

    path: str
    answers: Words


@dataclass(frozen=True)
class Chart:
    """All boxes and arrows, and the room that they take."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: int
    height: int


@dataclass(frozen=True)
class Naming:
    """What stands on the chart: words and number of a question or outcome by identifier, and the words of an answer."""

    title: Callable[[str], str]
    number: Callable[[str], str]
    answer: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a chart that is drawn by itself: its number, the question at which it begins, and the charts before it.

    `comes_from` are the numbers of those with an answer that leads here.
    """

    number: int
    start: str
    chart: Chart
    comes_from: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Branch:
    """A question or outcome with what its answers lead to; `again` says that it is drawn elsewhere.

    `said` are the answers that lead to it. What is cut off from a chart keeps what it leads to.
    """

    name: str
    said: tuple[str, ...] = ()
    again: bool = False
    inner: tuple[_Branch, ...] = ()

    @property
    def shown(self) -> tuple[_Branch, ...]:
        """What of it is drawn here."""
        return () if self.again else self.inner

    @property
    def size(self) -> int:
        """How many boxes it takes."""
        return 1 + sum(branch.size for branch in self.shown)

    @property
    def cut(self) -> Iterator[_Branch]:
        """What was cut off from it, whole again."""
        if self.again and self.inner:
            yield replace(self, again=False, said=())
        for branch in self.shown:
            yield from branch.cut

    def names(self) -> Iterator[str]:
        """Yield what is drawn here."""
        if not self.again:
            yield self.name
        for branch in self.shown:
            yield from branch.names()


def chart(decision: Decision, naming: Naming) -> Chart:
    """Return the chart of a decision that holds together."""
    return _drawn(decision, naming, _grown(decision, naming, decision.start, (), set()))


def charts(decision: Decision, naming: Naming, fits: Callable[[Chart], bool]) -> Iterator[Piece]:
    """Yield the chart of a decision that holds together, in as many pieces as it takes for each to fit.

    A piece that does not fit is split where an answer leads to a question, into parts as even as can be; it names that
    question and the number of the chart where it goes on.
    """
    whole = _grown(decision, naming, decision.start, (), set())
    branches = tuple(_split(whole, lambda branch: fits(_drawn(decision, naming, branch))))
    places = {name: number for number, branch in enumerate(branches, start=1) for name in branch.names()}
    for number, branch in enumerate(branches, start=1):
        far = {name: place for name, place in places.items() if place != number}
        before = tuple(n for n, other in enumerate(branches, start=1) if branch.name in {one.name for one in other.cut})
        yield Piece(number, branch.name, _drawn(decision, naming, branch, far), before)


def _split(branch: _Branch, fits: Callable[[_Branch], bool]) -> Iterator[_Branch]:
    top = branch if fits(branch) else _shortened(branch, fits)
    yield top
    for cut in top.cut:
        yield from _split(cut, fits)


def _shortened(branch: _Branch, fits: Callable[[_Branch], bool]) -> _Branch:
    """Return a branch without so much of it that the rest fits, as far as that can be."""
    shorter = sorted(_without_one(branch), key=lambda one: abs(branch.size - 2 * one.size))
    if not shorter:
        return branch
    fitting = next(filter(fits, shorter), None)
    return fitting or _shortened(min(shorter, key=lambda one: one.size), fits)


def _without_one(branch: _Branch) -> Iterator[_Branch]:
    """Yield a branch once without each of the questions that follow from it."""
    for index, one in enumerate(branch.shown):
        lesser = [replace(one, again=True), *_without_one(one)] if one.shown else []
        for changed in lesser:
            yield replace(branch, inner=(*branch.inner[:index], changed, *branch.inner[index + 1 :]))


def _drawn(decision: Decision, naming: Naming, branch: _Branch, far: Mapping[str, int] = _NOWHERE) -> Chart:
    drawing = _Drawing(decision, naming, far)
    drawing.draw(branch, 1, 1)
    return Chart(
        boxes=tuple(drawing.boxes),
        arrows=tuple(drawing.arrows),
        width=max(box.x + box.width for box in drawing.boxes) + 1,
        height=max(box.y + box.height for box in drawing.boxes) + 1,
    )


def _grown(decision: Decision, naming: Naming, name: str, said: tuple[str, ...], met: set[str]) -> _Branch:
    if name not in decision.questions:
        return _Branch(name, said)
    if name in met:
        return _Branch(name, said, again=True)
    met.add(name)
    answers = defaultdict[str, list[str]](list)
    for answer in decision.questions[name].answers:
        answers[answer.go].append(naming.answer(answer.say))
    inner = (_grown(decision, naming, go, tuple(words), met) for go, words in answers.items())
    return _Branch(name, said, inner=tuple(inner))


@dataclass
class _Drawing:
    """Draws branch by branch, and remembers where everything lies; `far` tells on which other chart a question is."""

    decision: Decision
    naming: Naming
    far: Mapping[str, int]
    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)

    def draw(self, branch: _Branch, x: int, y: int) -> tuple[Box, int]:
        """Draw a branch from its upper left corner on; return its own box, and how far down all of it reaches."""
        box = self._box(branch, x, y)
        self.boxes.append(box)
        down = max((one for one in branch.shown if one.shown), key=lambda one: one.size, default=None)
        asides = [one for one in branch.shown if one is not down]
        bottom = max(box.y + box.height, self._draw_asides(box, asides))
        return box, self._draw_below(box, down, bottom) if down else bottom

    def _draw_asides(self, box: Box, branches: Sequence[_Branch]) -> int:
        """Draw branches one below the other to the right of a box; return how far down they reach."""
        x, level, bottom, start = box.x + _BOX + _GAP, box.y, 0, 0
        for branch in branches:
            lines = _said(branch, _LABEL_CHARACTERS)
            # The words stand above the arrow, which points at the middle of the box.
            spare = len(lines) * _LINE + 4 - self._box(branch, x, level).height // 2
            other, bottom = self.draw(branch, x, level + max(0, spare))
            start = start or (other.middle if box.y < other.middle < box.y + box.height else box.middle)
            self._draw_aside(box, other, start, lines)
            level = bottom + _ROW_GAP
        return bottom

    def _draw_aside(self, box: Box, other: Box, start: int, lines: tuple[str, ...]) -> None:
        trunk = box.x + _BOX + _TRUNK
        words = Words(trunk + 7, other.middle - 7 - _LINE * (len(lines) - 1), lines)
        self.arrows.append(Arrow(f"M{box.x + _BOX} {start}H{trunk}V{other.middle}H{other.x - 1}", words))

    def _draw_below(self, box: Box, branch: _Branch, reached: int) -> int:
        lines = _said(branch, _LABEL_BELOW_CHARACTERS)
        x, start = box.x + _INDENT, box.y + box.height
        y = max(reached + _ROW_GAP, start + len(lines) * _LINE + 22)
        _, bottom = self.draw(branch, box.x, y)
        self.arrows.append(Arrow(f"M{x} {start}V{y - 1}", Words(x + 9, start + _LINE, lines)))
        return bottom

    def _box(self, branch: _Branch, x: int, y: int) -> Box:
        number, title = self.naming.number(branch.name), self.naming.title(branch.name)
        where = f", chart {self.far[branch.name]}" if branch.name in self.far else ""
        written = f"Go to question {number}{where}" if branch.again else f"{number} {title}"
        lines = _wrapped(written, _BOX_CHARACTERS)
        height = len(lines) * _LINE + 2 * _PADDING
        return Box(self._kind(branch), x, y, _BOX, height, Words(x + _PADDING, y + _PADDING + _LINE - 5, lines))

    def _kind(self, branch: _Branch) -> BoxKind:
        if branch.again:
            return "elsewhere"
        if branch.name in self.decision.questions:
            return "question"
        return "urgent" if self.decision.outcomes[branch.name].urgent else "outcome"


def _said(branch: _Branch, characters: int) -> tuple[str, ...]:
    """Return the answers that lead to a branch, each on lines of its own: `Yes`, `or: I am not sure`."""
    first, *others = branch.said
    said = (first, *(f"or: {other}" for other in others))
    return tuple(line for words in said for line in _wrapped(words, characters))


def _wrapped(words: str, characters: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(words, characters))
