"""The command `policywright check`: what it shows, and what it writes where it is asked to mend."""

import os
import stat
import subprocess
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from policywright import cli, pipeline
from policywright.adapters import rewriting, surroundings
from policywright.cli.status import PROBLEMS_FOUND

MINIMAL = Path(__file__).parents[1] / "handbooks" / "minimal"
POLICY = "policies/schools/social-media.yml"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """Return a handbook with a remark, a date in words, and a word that was typed twice."""
    folder = copytree(MINIMAL, tmp_path / "handbook")
    text = (folder / POLICY).read_text(encoding="utf-8")
    text = text.replace("review-by: 2099-09-01", "review-by: '1 September 2099'   # a guess")
    write(folder, text.replace("Staff must decline every", "Staff must decline the the"))
    return folder


def write(folder: Path, text: str) -> None:
    (folder / POLICY).write_bytes(text.encode())


def text(folder: Path) -> str:
    return (folder / POLICY).read_bytes().decode()


def run(folder: Path, *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(cli.command, ["--handbook", str(folder), "check", *arguments])
    assert result.exit_code == status, result.output
    return result.output


def test_a_diff_shows_what_would_be_mended_and_writes_nothing(handbook: Path) -> None:
    before = text(handbook)
    shown = run(handbook, "--diff", status=PROBLEMS_FOUND)
    assert text(handbook) == before
    assert [line for line in shown.splitlines() if line[0] in "+-"] == [
        f"--- a/{POLICY}",
        f"+++ b/{POLICY}",
        "-review-by: '1 September 2099'   # a guess",
        "+review-by: 2099-09-01   # a guess",
        "-          Staff must decline the the friend request that a pupil sends to a personal account.",
        "+          Staff must decline the friend request that a pupil sends to a personal account.",
    ]


def test_git_can_apply_what_a_diff_shows(handbook: Path) -> None:
    write(handbook, text(handbook).rstrip("\n"))
    patch = run(handbook, "--diff", status=PROBLEMS_FOUND)
    mended = copytree(handbook, handbook.with_name("mended"))
    run(mended, "--fix")
    subprocess.run(["git", "apply"], cwd=handbook, input=patch, text=True, check=True)
    assert text(handbook) == text(mended)


def test_fixing_mends_and_reports_what_is_left(handbook: Path) -> None:
    write(handbook, text(handbook).replace("duty: must\n", "duty: perhaps\n", 1))
    told = run(handbook, "--fix", status=PROBLEMS_FOUND)
    assert "Mended 2 problems in 1 file." in told
    assert "[wrong-value]" in told
    assert "review-by: 2099-09-01   # a guess\n" in text(handbook)
    assert run(handbook, "--diff", status=PROBLEMS_FOUND) == ""


def test_a_file_keeps_its_line_ends_its_mark_and_its_rights(handbook: Path) -> None:
    path = handbook / POLICY
    path.write_bytes(b"\xef\xbb\xbf" + text(handbook).replace("\n", "\r\n").encode())
    path.chmod(0o640)
    run(handbook, "--fix")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfpolicy: ")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"decline the friend" in content
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_was_saved_meanwhile_is_left_alone(handbook: Path) -> None:
    mends = pipeline.mended(pipeline.examine(handbook, surroundings.circumstances(handbook)))
    write(handbook, "policy: social-media\n")
    written = rewriting.write(handbook, mends)
    assert (written.files, text(handbook)) == ((), "policy: social-media\n")
    assert [reason.partition(" ")[0] for reason in written.left] == [POLICY]


def test_a_file_with_what_nobody_can_see_is_left_to_its_editor(handbook: Path) -> None:
    before = text(handbook).replace("a personal", "a\u200b personal")
    write(handbook, before)
    assert f"Not mended: {POLICY} is otherwise" in run(handbook, "--fix", status=PROBLEMS_FOUND)
    assert text(handbook) == before


def test_where_the_disk_is_full_a_file_stays_whole(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted((handbook / POLICY).parent.iterdir()), text(handbook)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    mends = pipeline.mended(pipeline.examine(handbook, surroundings.circumstances(handbook)))
    with pytest.raises(OSError, match="No space left"):
        rewriting.write(handbook, mends)
    assert (sorted((handbook / POLICY).parent.iterdir()), text(handbook)) == before
