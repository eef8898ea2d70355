"""What is known of the world around a handbook, from a real repository to the page."""

import shutil
from pathlib import Path

import pytest
from tests.adapters.test_git import run
from tests.past import EVERYTHING, past_of

from policywright import pipeline
from policywright.adapters.surroundings import circumstances
from policywright.linking.gathering.changes import Edition


@pytest.fixture
def handbook(complete: Path, tmp_path: Path) -> Path:
    """The complete handbook with the version that it has, and the one before, in git."""
    folder = tmp_path / "handbook"
    shutil.copytree(complete, folder)
    now = (folder / EVERYTHING).read_bytes()
    (folder / EVERYTHING).write_bytes(past_of(complete).replaced[0].content)
    run(folder, "init", "--quiet")
    for content in ((folder / EVERYTHING).read_bytes(), now):
        (folder / EVERYTHING).write_bytes(content)
        run(folder, "add", ".")
        run(folder, "commit", "--quiet", "--message", "A version")
    return folder


def edition(folder: Path) -> Edition:
    return pipeline.examine(folder, circumstances(folder)).changes.editions["everything"]


def test_what_changed_is_known_from_git(handbook: Path) -> None:
    found = edition(handbook)
    assert (found.before, found.version) == ("2025", "2026.1")
    assert {change.target.anchor for change in found.by_weight} == {
        "", "ask-first", "decline", "decline-keep", "second-step", "soon",
    }  # fmt: skip


def test_what_is_not_committed_yet_counts(handbook: Path) -> None:
    text = (handbook / EVERYTHING).read_text(encoding="utf-8")
    (handbook / EVERYTHING).write_text(text.replace("Words and pictures last.", "All lasts."), encoding="utf-8")

    assert "purpose" in {change.target.anchor for change in edition(handbook).changes}


def test_a_handbook_without_git_is_built_all_the_same(handbook: Path) -> None:
    shutil.rmtree(handbook / ".git")

    assert edition(handbook).unknown == "beyond"


def test_everything_that_can_be_cited_must_stay_but_a_story(handbook: Path) -> None:
    earlier = circumstances(handbook).earlier
    assert earlier is not None
    assert {"abusive-post#danger", "abusive-post#police", "everything#decline"} <= earlier
    assert "abusive-post#car-park" not in earlier
