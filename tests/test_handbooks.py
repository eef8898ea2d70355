"""The handbooks that all tests share have nothing wrong, so that a test sees only what it puts into them."""

import datetime
from pathlib import Path

import pytest

from policywright import pipeline
from policywright.checks.check import Circumstances

TODAY = datetime.date(2026, 11, 21)


@pytest.mark.parametrize("name", ["minimal", "complete"])
def test_a_shared_handbook_has_no_diagnostic_at_all(name: str) -> None:
    folder = Path(__file__).parent / "handbooks" / name
    assert pipeline.examine(folder, Circumstances(TODAY)).diagnostics == ()
