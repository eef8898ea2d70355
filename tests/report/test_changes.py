"""The documents in `changes` show a file before and since, each pair followed by what its reviewers are told.

A file is laid into the minimal handbook; `UPDATE_EXPECTED=1` writes what is told anew, to be read.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from policywright import linking, report
from policywright.linking.gathering.between import between
from policywright.model.handbook import Handbook

HandbookOf = Callable[[Mapping[str, str]], Handbook]

CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\n```yaml\n(?P<before>.*?)```\n\n```yaml\n(?P<after>.*?)```\n\n```text\n(?P<told>.*?)```$",
    re.DOTALL | re.MULTILINE,
)


def _cases() -> Iterator[object]:
    for document in sorted(Path(__file__).parent.glob("changes/*.md")):
        text = document.read_text(encoding="utf-8")
        found = list(CASE.finditer(text))
        assert len(found) == text.count("\n## ")
        for case in found:
            yield pytest.param(document, case, id=f"{document.stem}: {case['title']}")


def _files(text: str) -> dict[str, str]:
    kind, name = re.findall(r"^(\w+): (\S+)", text)[0] if text else ("", "")
    return {f"policies/schools/{kind}/{name}.yml": text} if text else {}


@pytest.mark.parametrize(("document", "case"), list(_cases()))
def test_reviewers_are_told_what_the_document_says(
    document: Path, case: re.Match[str], handbook_of: HandbookOf
) -> None:
    before, after = (handbook_of(_files(case[side])) for side in ("before", "after"))
    told = report.changes(between(before, linking.link(after)), after.settings.words)
    if "UPDATE_EXPECTED" in os.environ:
        text = document.read_text(encoding="utf-8")
        document.write_text(text.replace(case[0], case[0].replace(f"```text\n{case['told']}", f"```text\n{told}\n")))
    assert told == case["told"].rstrip("\n")
