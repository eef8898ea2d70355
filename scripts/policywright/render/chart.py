"""The chart of a decision: where its boxes and arrows lie when it is drawn, as a picture of the list of its questions.

The longest branch of a question goes straight down and all others to the right, so that nothing crosses and a chart
grows long rather than wide. A question that several answers lead to is drawn once; other arrows to it end in a box that
names it. Lengths are pixels at the size that the chart is meant for.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
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


@dataclass(frozen=True)
class _Branch:
    """A question or outcome with what its answers lead to; `again` says that it is drawn elsewhere.

    `said` are the answers that lead to it.
    """

    name: str
    said: tuple[str, ...] = ()
    again: bool = False
    inner: tuple[_Branch, ...] = ()

    @property
    def size(self) -> int:
        return 1 + sum(branch.size for branch in self.inner)


def chart(decision: Decision, naming: Naming) -> Chart:
    """Return the chart of a decision that holds together."""
    return _drawn(decision, naming, _grown(decision, naming, decision.start, (), set()))


def charts(decision: Decision, naming: Naming, fits: Callable[[Chart], bool]) -> Iterator[tuple[str, Chart]]:
    """Yield the chart of a decision that holds together, in as many pieces as it takes for each to fit.

    Each comes with the question that it begins at. A piece that does not fit is split by the first of its answers: it
    names the questions that these lead to, and each of them has a chart of its own.
    """
    yield from _pieces(decision, naming, _grown(decision, naming, decision.start, (), set()), fits)


def _pieces(
    decision: Decision, naming: Naming, branch: _Branch, fits: Callable[[Chart], bool]
) -> Iterator[tuple[str, Chart]]:
    whole = _drawn(decision, naming, branch)
    longer = [one for one in branch.inner if one.inner]
    if fits(whole) or not longer:
        yield branch.name, whole
        return
    named = tuple(replace(one, again=True, inner=()) if one.inner else one for one in branch.inner)
    yield branch.name, _drawn(decision, naming, replace(branch, inner=named))
    for one in longer:
        yield from _pieces(decision, naming, one, fits)


def _drawn(decision: Decision, naming: Naming, branch: _Branch) -> Chart:
    drawing = _Drawing(decision, naming)
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
    """Draws branch by branch, and remembers where everything lies."""

    decision: Decision
    naming: Naming
    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)

    def draw(self, branch: _Branch, x: int, y: int) -> tuple[Box, int]:
        """Draw a branch from its upper left corner on; return its own box, and how far down all of it reaches."""
        box = self._box(branch, x, y)
        self.boxes.append(box)
        down = max((one for one in branch.inner if one.inner), key=lambda one: one.size, default=None)
        asides = [one for one in branch.inner if one is not down]
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
        written = f"Go to question {number}" if branch.again else f"{number} {title}"
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
