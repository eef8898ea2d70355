"""What is measured is worth measuring: sound handbooks, the same each time."""

import datetime
from pathlib import Path

from bench.handbooks import Handbook
from policywright import pipeline
from policywright.checks.check import Circumstances


def written(folder: Path) -> dict[str, bytes]:
    Handbook(policies=4).write(folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")}


def test_a_handbook_to_measure_with_is_sound_and_comes_out_the_same_each_time(tmp_path: Path) -> None:
    assert written(tmp_path / "one") == written(tmp_path / "other")
    assert pipeline.examine(tmp_path / "one", Circumstances(datetime.date(2026, 11, 22))).diagnostics == ()
