"""Change-marked editions of what is, or was, a draft; and what else the files of a build say of the two versions."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.past import EVERYTHING, past_of

from policywright import pipeline
from policywright.checks.check import Circumstances
from policywright.model.past import Past
from policywright.render import PrintDocument

TODAY = datetime.date(2026, 11, 21)


def marked_edition(handbook: Path, past: Past) -> PrintDocument:
    """Return the change-marked edition of the policy that holds everything."""
    printed = pipeline.print_documents(pipeline.examine(handbook, Circumstances(TODAY, past=past)))
    (found,) = [one for one in printed if one.name == "changes_everything"]
    return found


@pytest.fixture
def former_draft(complete: Path) -> Past:
    past = past_of(complete)
    replaced = (
        replace(one, content=one.content.replace(b"\nstatus: in-force", b"\nstatus: draft")) for one in past.replaced
    )
    return replace(past, replaced=tuple(replaced))


@pytest.fixture
def draft(complete: Path, tmp_path: Path) -> Path:
    handbook = shutil.copytree(complete, tmp_path / "handbook")
    file = handbook / EVERYTHING
    file.write_text(file.read_text(encoding="utf-8").replace("\nstatus: in-force", "\nstatus: draft"), encoding="utf-8")
    return handbook


def test_a_draft_is_one_in_its_title_across_its_pages_and_at_its_foot(draft: Path, complete: Path) -> None:
    printed = marked_edition(draft, past_of(complete))
    assert printed.title.startswith("DRAFT: What changed in Everything")
    assert 'data-mark=""' not in printed.html
    assert "Version 2025 to version 2026.1, draft" in printed.html


def test_what_was_a_draft_before_is_called_one_and_is_none_now(complete: Path, former_draft: Past) -> None:
    printed = marked_edition(complete, former_draft)
    assert printed.title.startswith("What changed in Everything")
    assert printed.title.endswith("since its draft")
    assert 'data-mark="DRAFT"' not in printed.html
    assert "Version 2025, draft to version 2026.1" in printed.html


def test_both_versions_have_their_days_and_commits_and_the_file_of_the_last_travels(complete: Path) -> None:
    past = past_of(complete)
    replaced = (replace(one, commit="aaaaaaaaaa") for one in past.replaced)
    printed = marked_edition(complete, replace(past, replaced=tuple(replaced), commits={EVERYTHING: "bbbbbbbbbb"}))
    assert "<td>1 September 2025</td><td>1 September 2026</td>" in printed.html
    assert "<td>aaaaaaaaaa</td><td>bbbbbbbbbb</td>" in printed.html
    assert [source.name for source in printed.sources] == ["everything.yml"]
