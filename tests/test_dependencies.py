"""What the program rests on: that nothing moves to a version that would break handbooks."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("file", ["pyproject.toml", "requirements.lock", "requirements-test.lock"])
def test_mkdocs_stays_below_2_which_has_no_plugins(file: str) -> None:
    versions = re.findall(r'^ *"?mkdocs==(\d+)\.', (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    assert versions == ["1"]
