"""The files beside the pages: kind by kind."""

from datetime import date
from pathlib import Path

import pytest

from policywright import pipeline
from policywright.checks.check import Circumstances
from policywright.render import files
from policywright.render.files import FILE_KINDS

TODAY = Circumstances(date(2026, 11, 21))


@pytest.fixture(scope="module")
def paths(complete: Path) -> list[str]:
    examined = pipeline.examine(complete, TODAY)
    return [file.path for file in pipeline.site_files(examined, pipeline.site(examined))]


def test_the_kinds_of_files_are_the_modules_of_the_folder() -> None:
    modules = {path.stem for path in Path(str(files.__file__)).parent.glob("*.py")} - {"__init__"}
    assert {kind.__name__.rpartition(".")[2] for kind in FILE_KINDS} == modules


def test_no_two_files_have_one_path(paths: list[str]) -> None:
    assert len(paths) == len(set(paths))
