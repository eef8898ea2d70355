"""Charts on paper: none is wider or higher than its page, and no letter is too small to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.render.school import DECISION, SETTINGS, linked, printed

from policywright import linking, source
from policywright.model.decision import Decision
from policywright.render.print_chart import PaperChart, charts_of

ROOT = Path(__file__).parent.parent.parent
PAPER = {"A4": (210, 297), "A5": (148, 210), "Letter": (216, 279)}


def charts(folder: str) -> list[PaperChart]:
    handbook, _ = source.load(ROOT / folder)
    found = linking.link(handbook)
    return [one for decision in handbook.of_kind(Decision) for one in charts_of(found, decision)]


def millimetres(length: str) -> float:
    return float(length.removesuffix("mm"))


@pytest.mark.parametrize("folder", ["tests/handbooks/complete", "."])
def test_every_chart_fits_its_page_with_letters_of_seven_points_or_more(folder: str) -> None:
    for one in charts(folder):
        width, height = (297, 210) if one.wide else (210, 297)
        assert 0 < millimetres(one.width) <= width - 28
        assert 0 < millimetres(one.height) <= height - 60
        assert 14 * one.scale * 72 / 96 >= 7 - 1e-9


@pytest.mark.parametrize("paper", PAPER)
def test_a_chart_is_made_for_the_paper(paper: str) -> None:
    found = linked(handbook=SETTINGS.replace("paper: A4", f"paper: {paper}"))
    (decision,) = found.handbook.of_kind(Decision)
    for one in charts_of(found, decision):
        assert millimetres(one.width) <= PAPER[paper][one.wide] - 28


def test_the_chart_stands_after_the_key_as_a_picture_that_is_described() -> None:
    html = printed()["abuse"].html
    assert html.index(">Outcomes<") < html.index("<h2>Chart</h2>")
    assert "<title>Chart of the decision. The questions and outcomes before it say the same in words.</title>" in html


def test_a_decision_that_does_not_hold_together_has_no_chart() -> None:
    assert "<h2>Chart</h2>" not in printed(abuse=DECISION.replace("go: known", "go: nowhere"))["abuse"].html


@pytest.mark.parametrize("paper", PAPER)
def test_a_lying_chart_lies_on_the_same_paper(paper: str) -> None:
    html = printed(handbook=SETTINGS.replace("paper: A4", f"paper: {paper}"))["abuse"].html
    assert f"@page chart-wide {{ size: {paper} landscape;" in html
