"""`policywright update`: an adopter is brought up to its model, and decides on what both changed."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from policywright import cli
from policywright.cli.status import PROBLEMS_FOUND, WRONG_USAGE

MODEL, OURS = "policies/schools/social-media.yml", "policies/adopters/hill.yml"
OUR_WORDS = "Staff must decline every friend request of a pupil, and of a former pupil under 18."
ADOPTER = f"""\
# Our own remarks.
adopter: hill
name: Hill School
takes:
  - policy: social-media
    version: 2026.1
variables: {{school-name: Hill School}}
amend:
  # The governors wanted more.
  - clause: social-media#decline-friend-requests
    text: |
      {OUR_WORDS}
    because: Agreed by the governors.
"""


@pytest.fixture
def handbook(minimal: Path, tmp_path: Path) -> Path:
    """A handbook whose model moved on since an adopter amended it, as git knows."""
    folder = copytree(minimal, tmp_path / "handbook")
    (folder / "policies/adopters").mkdir()
    (folder / OURS).write_text(ADOPTER, encoding="utf-8")
    update(folder)
    git(folder, "init", "--quiet")
    git(folder, "add", "policies")
    git(folder, "commit", "--quiet", "--message", "The first version")
    rewrite(folder, MODEL, "every friend request that a pupil sends", "every friend request that any pupil ever sends")
    rewrite(folder, MODEL, "within one working day about", "within two working days about")
    rewrite(folder, MODEL, "version: 2026.1", "version: 2026.2")
    return folder


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def rewrite(folder: Path, file: str, words: str, others: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert words in text
    (folder / file).write_text(text.replace(words, others), encoding="utf-8")


def update(handbook: Path, *arguments: str, status: int = 0, columns: int = 120) -> Result:
    command = ["--handbook", str(handbook), "update", "hill", *arguments]
    result = CliRunner(env={"COLUMNS": str(columns)}).invoke(cli.command, command)
    assert result.exit_code == status, result.output
    return result


def ours(handbook: Path) -> str:
    return (handbook / OURS).read_text(encoding="utf-8")


def test_what_both_changed_is_shown_in_three_columns_and_left_until_somebody_decides(handbook: Path) -> None:
    before = ours(handbook)
    output = update(handbook, status=PROBLEMS_FOUND).output

    head = next(line for line in output.splitlines() if line.startswith("The model said"))
    assert head.split("  ")[0] == "The model said"
    assert head.index("The model says") < head.index("Hill School says")
    assert "{+any+}" in output
    assert "is still to be decided" in output
    assert ours(handbook) == before


def test_the_three_texts_stand_below_each_other_in_a_narrow_terminal(handbook: Path) -> None:
    lines = update(handbook, status=PROBLEMS_FOUND, columns=70).output.splitlines()
    assert [line for line in lines if line.endswith((" said:", " says:"))] == [
        "The model said:",
        "The model says:",
        "Hill School says:",
    ]


def test_what_is_left_to_decide_is_written_as_a_page_too(handbook: Path, tmp_path: Path) -> None:
    before = ours(handbook)
    output = update(handbook, "--as", "page", "--to", str(tmp_path / "left"), status=PROBLEMS_FOUND).output
    assert "update-hill.html" in output
    assert "The model said" not in output
    page = (tmp_path / "left" / "update-hill.html").read_text(encoding="utf-8")
    assert OUR_WORDS in page
    assert "policywright update hill --keep social-media#decline-friend-requests" in page
    assert ours(handbook) == before


def test_the_page_shows_nothing_that_is_decided(handbook: Path, tmp_path: Path) -> None:
    update(handbook, "--keep-all", "--as", "page", "--to", str(tmp_path))
    assert "Nothing is left to decide." in (tmp_path / "update-hill.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("half", [("--as", "page"), ("--to", "left")])
def test_a_page_needs_a_folder_and_a_folder_a_page(handbook: Path, half: tuple[str, str]) -> None:
    assert "--as page --to FOLDER" in update(handbook, *half, status=WRONG_USAGE).output


def test_what_the_adopter_left_alone_is_told_as_git_knows_it(handbook: Path) -> None:
    output = update(handbook, "--keep", "decline-friend-requests").output
    assert "social-media#tell-the-headteacher" in output
    assert "within [-one-] {+two+} working [-day-] {+days+} about" in output


def test_words_that_are_kept_stand_beside_what_the_model_says_now(handbook: Path) -> None:
    update(handbook, "--keep", "social-media#decline-friend-requests")

    text = ours(handbook)
    assert OUR_WORDS in text
    assert "any pupil ever sends" in " ".join(text.split())
    assert "    version: 2026.2\n" in text
    assert "up to date" in update(handbook).output


def test_words_that_are_given_up_stay_in_the_file(handbook: Path) -> None:
    before = ours(handbook)
    update(handbook, "--take", "decline-friend-requests")

    assert ours(handbook) == before.replace("version: 2026.1", "version: 2026.2") + "    set-aside: 2026.2\n"
    assert "up to date" in update(handbook).output


def test_everything_that_is_left_can_be_kept_at_once(handbook: Path) -> None:
    update(handbook, "--keep-all")
    assert "up to date" in update(handbook).output


def test_local_words_whose_clause_is_gone_are_told_and_kept(handbook: Path) -> None:
    rewrite(handbook, MODEL, "- id: decline-friend-requests", "- id: refuse-friend-requests")
    rewrite(handbook, MODEL, "[[#decline-friend-requests]]", "[[#refuse-friend-requests]]")
    before = ours(handbook)

    assert "your words stand nowhere" in update(handbook, status=PROBLEMS_FOUND).output
    assert ours(handbook) == before


@pytest.mark.parametrize("wrong", [("--keep", "tell-the-headteacher"), ("--take", "declin-friend-requests")])
def test_a_clause_on_which_nothing_is_to_be_decided_is_refused(handbook: Path, wrong: tuple[str, str]) -> None:
    assert "Nothing is to be decided" in update(handbook, *wrong, status=WRONG_USAGE).output


def test_an_adopter_that_there_is_not_is_refused_with_the_one_that_is_meant(handbook: Path) -> None:
    result = CliRunner().invoke(cli.command, ["--handbook", str(handbook), "update", "hil"])
    assert result.exit_code == WRONG_USAGE
    assert "Write hill." in result.output
