"""What an editor is told of a handbook that is broken: each fault once, in its place."""

import datetime
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.breakages import FOLLOWS

from policywright import checks, linking, source
from policywright.checks.check import Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.handbook import Handbook
from policywright.model.node import Node, Span
from policywright.model.walk import descendants

HERE = Path(__file__).parent
BROKEN = HERE / "handbooks" / "broken"
COMPLETE = HERE / "handbooks" / "complete"
EXPECTED = HERE / "expected" / "broken.txt"
TODAY = datetime.date(2026, 11, 21)

Files = dict[str, bytes]
Breakage = tuple[str, Span, str]
"""A file, a stretch of its characters, and what is written in its place."""


def _files(folder: Path) -> Files:
    paths = (path for path in folder.glob("policies/**/*") if path.suffix in {".yml", ".md"})
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _examined(files: Files) -> tuple[LinkedHandbook, list[Diagnostic]]:
    handbook, faults = source.read(files)
    linked = linking.link(handbook)
    found = (*faults, *checks.run(linked, Circumstances(TODAY)))
    return linked, sorted(found, key=lambda diagnostic: diagnostic.order)


def test_forty_breakages_at_once_are_forty_findings_each_at_its_characters() -> None:
    files = _files(BROKEN)
    _, found = _examined(files)
    assert len(found) == 40
    assert "".join(f"{one.location} {one.name}: {_flagged(files, one)}\n" for one in found) == EXPECTED.read_text()


def test_every_finding_of_the_broken_handbook_says_how_to_mend_it() -> None:
    _, found = _examined(_files(BROKEN))
    assert [one.name for one in found if not (one.message.endswith(".") and one.help.endswith("."))] == []


def test_the_command_names_every_breakage_and_says_so_in_its_status(tmp_path: Path) -> None:
    folder = shutil.copytree(BROKEN, tmp_path / "broken")
    command = [sys.executable, "-m", "policywright", "check"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for line in EXPECTED.read_text().splitlines():
        assert line.split(" ")[0] in done.stdout


@pytest.mark.parametrize("kind", ["reference", "key", "identifier", "branch"])
def test_one_breakage_of_a_sound_handbook_is_one_finding_in_its_line(kind: str) -> None:
    files = _files(COMPLETE)
    linked, before = _examined(files)
    breakages = list(_BREAKAGES[kind](linked))
    wrong = [
        breakage for breakage in breakages[:: len(breakages) // 25 or 1] if not _is_told_once(files, before, breakage)
    ]
    assert wrong == []


def _is_told_once(files: Files, before: list[Diagnostic], breakage: Breakage) -> bool:
    file, span, words = breakage
    text = files[file].decode()
    _, after = _examined(files | {file: (text[: span.start] + words + text[span.end :]).encode()})
    fresh = Counter(_fact(one) for one in after if one.name not in FOLLOWS) - Counter(map(_fact, before))
    places = [(one.location.file, one.location.line) for one in after if _fact(one) in fresh]
    return places == [(file, text.count("\n", 0, span.start) + 1)]


def _fact(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.name, diagnostic.message, diagnostic.location.file


def _misspelt_references(linked: LinkedHandbook) -> Iterator[Breakage]:
    for reference in linked.references:
        origin, place = reference.written.node.origin, reference.location
        start = _offset(origin.source.text, place.line, place.column)
        end = _offset(origin.source.text, place.end_line, place.end_column)
        written = origin.source.text[start:end]
        at = start + len(written.partition("|")[0].rstrip("\"']"))
        yield place.file, Span(at, at), "x"


def _misspelt_keys(linked: LinkedHandbook) -> Iterator[Breakage]:
    for node in _nodes(linked.handbook):
        for spot in node.origin.fields.values():
            yield node.origin.source.file, Span(spot.key.end, spot.key.end), "x"


def _identifiers_with_a_space(linked: LinkedHandbook) -> Iterator[Breakage]:
    for node in _nodes(linked.handbook):
        spot = node.origin.fields.get("id") or node.origin.fields.get(getattr(node, "kind_key", ""))
        if spot:
            yield node.origin.source.file, spot.value, "Two words"


def _answers_that_lead_nowhere(linked: LinkedHandbook) -> Iterator[Breakage]:
    for node in _nodes(linked.handbook):
        for name in ("go", "start"):
            if name in node.origin.fields:
                end = node.origin.fields[name].value.end
                yield node.origin.source.file, Span(end, end), "x"


_BREAKAGES = {
    "reference": _misspelt_references,
    "key": _misspelt_keys,
    "identifier": _identifiers_with_a_space,
    "branch": _answers_that_lead_nowhere,
}


def _nodes(handbook: Handbook) -> Iterator[Node]:
    for top in (handbook.settings, *handbook.documents, *handbook.registers):
        yield from descendants(top)


def _flagged(files: Files, diagnostic: Diagnostic) -> str:
    """Return the characters that a finding points at, a line's end shown as a stroke."""
    text, place = files[diagnostic.location.file].decode(), diagnostic.location
    flagged = text[_offset(text, place.line, place.column) : _offset(text, place.end_line, place.end_column)]
    return " / ".join(line.strip() for line in flagged.splitlines())


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(each) for each in text.splitlines(keepends=True)[: line - 1]) + column - 1
