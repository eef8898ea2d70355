"""Charts on paper: each on a page where its letters are large enough to be read, standing or lying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policywright.linking import LinkedHandbook, plain_text
from policywright.linking.paths import holds_together
from policywright.model.decision import Decision
from policywright.render.chart import LETTERS, Chart, Naming, charts

_MILLIMETRE = 96 / 25.4
_SMALLEST = 7 / 72 * 96 / LETTERS
"""The scale at which letters are 7 points high, the smallest that may be printed."""

_LARGEST = 9 / 72 * 96 / LETTERS
_ROOM: Mapping[str, tuple[int, int, int, int]] = {
    "A4": (182, 235, 269, 150),
    "A5": (120, 148, 182, 90),
    "Letter": (188, 217, 251, 156),
}
"""The room on a page below a heading, in millimetres: width and height standing, and lying."""


@dataclass(frozen=True, slots=True)
class PaperChart:
    """A chart, or a piece of one, in its size on paper; `start` is the number of the question at which it begins."""

    chart: Chart
    start: str
    scale: float
    wide: bool

    @property
    def width(self) -> str:
        """How wide it is, in millimetres."""
        return f"{self.chart.width * self.scale / _MILLIMETRE:.2f}mm"

    @property
    def height(self) -> str:
        """How high it is, in millimetres."""
        return f"{self.chart.height * self.scale / _MILLIMETRE:.2f}mm"


def charts_of(linked: LinkedHandbook, decision: Decision) -> Iterator[PaperChart]:
    """Yield the chart of a decision that holds together, in pieces where it is too large for a page."""
    if not holds_together(decision):
        return
    *standing, broad, low = _ROOM[linked.handbook.settings.print.paper]

    def scales(drawn: Chart) -> tuple[float, float]:
        return _scale(drawn, *standing), _scale(drawn, broad, low)

    for start, drawn in charts(decision, _naming(linked, decision), lambda drawn: max(scales(drawn)) >= _SMALLEST):
        upright, lying = scales(drawn)
        wide = upright < _SMALLEST <= lying
        scale = min(lying if wide else upright, _LARGEST)
        number = linked.target_of(decision.questions[start]).label
        yield PaperChart(drawn, "" if start == decision.start else number, scale, wide)


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
