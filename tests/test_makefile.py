"""Whoever follows what we write finds the targets of make that it names."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOLD = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "scripts/README.md", "Makefile")]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("file", TOLD, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_each_target_that_a_file_tells_of_is_there(file: Path) -> None:
    told = re.findall(r"`make ([a-z]+)[^`\n]*`", file.read_text(encoding="utf-8"))
    assert set(told) <= TARGETS
    assert told


def test_each_target_that_is_no_file_has_its_rule_and_its_line_of_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    [phony] = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert sorted(phony.split()) == sorted(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    assert set(phony.split()) == TARGETS
