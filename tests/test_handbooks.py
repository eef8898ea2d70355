"""The handbooks that all tests share have nothing wrong, so that a test sees only what it puts into them."""

import datetime
from pathlib import Path

import pytest
from tests.conftest import HANDBOOKS, contents

from policywright import checks, linking, pipeline, source
from policywright.checks.check import Circumstances

TODAY = datetime.date(2026, 11, 21)


@pytest.mark.parametrize("name", ["minimal", "complete", "cycles"])
def test_a_shared_handbook_has_no_diagnostic_at_all(name: str) -> None:
    folder = HANDBOOKS / name
    assert pipeline.examine(folder, Circumstances(TODAY)).diagnostics == ()


def _names(folder: Path) -> list[str]:
    return [name for name in contents(folder) if name.endswith(".yml")]


@pytest.mark.parametrize("name", _names(HANDBOOKS / "complete"))
def test_a_file_that_cannot_be_read_is_one_diagnostic_and_causes_no_other(name: str) -> None:
    files = contents(HANDBOOKS / "complete")
    handbook, faults = source.read(files | {name: files[name] + b"\n'"})
    assert [(fault.name, fault.location.file) for fault in faults] == [("yaml-syntax", name)]
    assert checks.run(linking.link(handbook), Circumstances(TODAY)) == ()


@pytest.mark.parametrize("name", _names(HANDBOOKS / "complete"))
def test_a_file_that_cannot_be_read_hides_nothing_in_another(name: str) -> None:
    other = "policies/schools/other.yml"
    text = b"policy: other\ntitle: Other\npart: schools\nowner: headteacher\nread-with: [nowhere]\n"
    files = contents(HANDBOOKS / "complete")
    handbook, _ = source.read(files | {name: files[name] + b"\n'", other: text})
    found = checks.run(linking.link(handbook), Circumstances(TODAY))
    assert ("dangling-reference", other, 5) in [(each.name, each.location.file, each.location.line) for each in found]
