"""Charts on paper: each on a page where its letters are large enough to be read, or in pieces that share pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policywright.linking import LinkedHandbook, plain_text
from policywright.linking.paths import holds_together
from policywright.model.decision import Decision
from policywright.render.chart import LETTERS, Chart, Naming, chart, charts

_MILLIMETRE = 96 / 25.4
_SIZES = (9, 8.5, 8, 7.5, 7)
"""The sizes that letters may have, in points; what is smaller cannot be read."""

_HEADING = 16
"""The room that the heading of a piece takes, with the space before it, in millimetres."""

_ROOM: Mapping[str, tuple[int, int, int, int]] = {
    "A4": (182, 235, 269, 150),
    "A5": (120, 148, 182, 90),
    "Letter": (188, 217, 251, 156),
}
"""The room on a page below a heading, in millimetres: width and height standing, and lying."""


@dataclass(frozen=True, slots=True)
class PaperChart:
    """A chart, or a piece of one, in its size on paper.

    `start` is the number of the question at which it begins, and `number` its own; both are empty where it is whole.
    """

    chart: Chart
    scale: float
    wide: bool = False
    number: str = ""
    start: str = ""
    comes_from: tuple[int, ...] = ()

    @property
    def width(self) -> str:
        """How wide it is, in millimetres."""
        return f"{self.chart.width * self.scale / _MILLIMETRE:.2f}mm"

    @property
    def height(self) -> str:
        """How high it is, in millimetres."""
        return f"{self.chart.height * self.scale / _MILLIMETRE:.2f}mm"


def charts_of(linked: LinkedHandbook, decision: Decision) -> Iterator[PaperChart]:
    """Yield the chart of a decision that holds together: on a page of its own, or in pieces that share pages."""
    if not holds_together(decision):
        return
    naming = _naming(linked, decision)
    width, height, broad, low = _ROOM[linked.handbook.settings.print.paper]
    whole = chart(decision, naming)
    upright, lying = _scale(whole, width, height), _scale(whole, broad, low)
    if max(upright, lying) >= _scale_at(_SIZES[-1]):
        wide = upright < _scale_at(_SIZES[-1])
        yield PaperChart(whole, min(lying if wide else upright, _scale_at(_SIZES[0])), wide)
        return
    pieces = tuple(charts(decision, naming, lambda drawn: _scale(drawn, width, height) >= _scale_at(_SIZES[-1])))
    largest = _scale_at(_size(tuple(piece.chart for piece in pieces), width, height))
    for piece in pieces:
        start = linked.target_of(decision.questions[piece.start]).label
        scale = min(_scale(piece.chart, width, height), largest)
        yield PaperChart(piece.chart, scale, number=str(piece.number), start=start, comes_from=piece.comes_from)


def _size(drawn: Sequence[Chart], width: int, height: int) -> float:
    """Return the largest size of letters at which charts that share pages take no more of them than at the smallest."""

    def pages(size: float) -> int:
        return _pages([one.height * min(_scale_at(size), _scale(one, width, height)) for one in drawn], height)

    fewest = pages(_SIZES[-1])
    return next(size for size in _SIZES if pages(size) == fewest)


def _pages(heights: Iterable[float], room: int) -> int:
    """Return how many pages are filled by charts of some heights, in pixels, each below its heading."""
    pages, left = 0, 0.0
    for height in heights:
        needed = height / _MILLIMETRE + _HEADING
        if needed > left:
            pages, left = pages + 1, room + _HEADING
        left -= needed
    return pages


def _scale_at(size: float) -> float:
    """Return the scale at which letters are of a size in points."""
    return size / 72 * 96 / LETTERS


def _naming(linked: LinkedHandbook, decision: Decision) -> Naming:
    nodes = {**decision.questions, **decision.outcomes}
    return Naming(
        title=lambda name: linked.target_of(nodes[name]).title,
        number=lambda name: linked.target_of(nodes[name]).label,
        answer=plain_text(linked.handbook).of,
    )


def _scale(chart: Chart, width: int, height: int) -> float:
    """Return by how much a chart may be scaled to fit into a room of so many millimetres."""
    return min(width * _MILLIMETRE / chart.width, height * _MILLIMETRE / chart.height)
