"""The site without an engine."""

from datetime import date
from pathlib import Path

import pytest
from tests.links import broken_links

from policywright import pipeline
from policywright.adapters import folder
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, Circumstances(date(2026, 11, 21)))


def test_the_same_pages_need_no_engine(examined: Examined, tmp_path: Path) -> None:
    folder.build(examined, tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert written == {page.path for page in pipeline.site(examined)}
    assert broken_links(tmp_path) == []


def test_the_files_beside_the_pages_are_written_too(examined: Examined, tmp_path: Path) -> None:
    folder.build(examined, tmp_path)
    for file in pipeline.site_files(examined, pipeline.site(examined)):
        assert (tmp_path / file.path).read_bytes() == file.content


def test_only_what_differs_is_written(examined: Examined, tmp_path: Path) -> None:
    folder.build(examined, tmp_path)
    (tmp_path / "laws.html").write_text("spoilt", encoding="utf-8")
    assert folder.build(examined, tmp_path) == 1
    assert folder.build(examined, tmp_path) == 0
