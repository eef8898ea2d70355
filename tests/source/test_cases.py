"""The documents in `cases` show files with faults, each followed by what an editor is told about it.

A file is laid into the minimal handbook as `policies/schools/example.yml`. A diagnostic is written as
`line:column-end name: message` (the end as `line:column` where it is on another line), then its help, then related
places in round brackets. Characters that cannot be seen are written as their code: ⟨0009⟩ is a tab.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from policywright import source
from policywright.diagnostics import Diagnostic

FILE = "policies/schools/example.yml"
CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\n```yaml\n(?P<file>.*?)```\n\n```text\n(?P<told>.*?)```$", re.DOTALL | re.MULTILINE
)


def _cases() -> Iterator[object]:
    for document in sorted(Path(__file__).parent.glob("cases/*.md")):
        text = document.read_text(encoding="utf-8")
        found = list(CASE.finditer(text))
        assert len(found) == text.count("\n## ")
        for case in found:
            yield pytest.param(_seen(case["file"]), case["told"], id=f"{document.stem}: {case['title']}")


def _seen(text: str) -> str:
    return re.sub(r"⟨([0-9A-F]{4})⟩", lambda code: chr(int(code[1], 16)), text)


def _told(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    end = f"{place.end_column}" if place.end_line == place.line else f"{place.end_line}:{place.end_column}"
    lines = [f"{place.line}:{place.column}-{end} {diagnostic.name}: {diagnostic.message}", f"    {diagnostic.help}"]
    lines += [f"    ({other.location.line}:{other.location.column} {other.message})" for other in diagnostic.related]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(("text", "told"), list(_cases()))
def test_an_editor_is_told_what_the_document_says(text: str, told: str, minimal_files: dict[str, bytes]) -> None:
    handbook, faults = source.read(minimal_files | {FILE: text.encode()})
    assert "".join(map(_told, faults)) == told
    assert {fault.location.file for fault in faults} <= {FILE}
    read = {node.origin.source.file for node in (*handbook.documents, *handbook.registers)}
    assert (FILE in read) != ("example" in handbook.unread)
