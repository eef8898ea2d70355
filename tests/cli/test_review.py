"""The command `policywright review`: a change of a rule makes suspect what rests on it, until somebody has looked."""

import datetime
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from policywright import cli, pipeline
from policywright.cli.status import PROBLEMS_FOUND, WRONG_USAGE
from policywright.linking.reviews import resting

MINIMAL = Path(__file__).parents[1] / "handbooks" / "minimal"
POLICY = "policies/schools/social-media.yml"
REVIEWS = "policies/registers/reviews.yml"
ITEM = "before-a-post#ask"
CHECKLIST = """\
checklist: before-a-post
title: Before a post
part: schools
steps:
  - title: First
    items:
      - id: ask
        do: Ask yourself who will read it.
        clauses: [social-media#decline-friend-requests, social-media#tell-the-headteacher]
"""
LOOKED = ("--by", "headteacher", "--because", "It says “who”, and [[role:staff]] know: that is enough")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """Return a handbook with an item that rests on two clauses, and was compared with both."""
    folder = copytree(MINIMAL, tmp_path / "handbook")
    (folder / "policies/schools/checklists").mkdir()
    (folder / "policies/schools/checklists/before-a-post.yml").write_text(CHECKLIST, encoding="utf-8")
    run(folder, "review", "--begin", *LOOKED)
    return folder


def run(folder: Path, *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(cli.command, ["--handbook", str(folder), *arguments])
    assert result.exit_code == status, result.output
    return result.output


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def suspect(folder: Path) -> list[tuple[str, str]]:
    return [(one.what.address, one.rule.anchor) for one in resting(pipeline.read(folder).linked) if one.is_suspect]


def test_nothing_is_suspect_where_everything_was_looked_at(handbook: Path) -> None:
    assert run(handbook, "review") == "Nothing suspect; 0 never reviewed.\n"
    assert "suspect-rest" not in run(handbook, "check")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (POLICY, "decline every friend request", "decline every request"),
        (POLICY, "duty: must", "duty: should"),
        (POLICY, "actors: [staff]", "actors: [staff, governors]"),
        (POLICY, "        duty: must\n", "        heading: Friends\n        duty: must\n"),
    ],
)
def test_another_word_heading_duty_or_actor_makes_suspect_what_rests_on_the_rule(
    file: str, old: str, new: str, handbook: Path
) -> None:
    change(handbook, file, old, new)
    assert suspect(handbook) == [(ITEM, "decline-friend-requests")]


def test_another_value_of_a_variable_makes_suspect_what_rests_on_its_words(handbook: Path) -> None:
    change(handbook, "policies/handbook.yml", "default: the school", "default: the academy")
    assert suspect(handbook) == [(ITEM, "tell-the-headteacher")]


def test_another_layout_or_name_makes_nothing_suspect(handbook: Path) -> None:
    change(handbook, POLICY, "every friend request that a pupil", "every friend request that\n          a pupil")
    change(handbook, POLICY, "topics: [friend-requests]", "keywords: [friends]")
    assert suspect(handbook) == []


def test_the_check_tells_it_where_the_rule_is_named(handbook: Path) -> None:
    change(handbook, POLICY, "duty: must", "duty: should")
    told = run(handbook, "check")
    assert "before-a-post.yml:9:19: warning: Clause 1.1" in told
    assert f"policywright review {ITEM} --by ROLE" in told


def test_somebody_clears_one_thing_with_a_role_a_date_and_a_reason(handbook: Path) -> None:
    change(handbook, POLICY, "duty: must", "duty: should")
    listed = run(handbook, "review", status=PROBLEMS_FOUND)
    assert listed.startswith(f"{ITEM}: item 1.1 “Ask yourself who will read it.” rests on clause 1.1")
    run(handbook, "review", ITEM, *LOOKED)
    assert suspect(handbook) == []
    lines = (handbook / REVIEWS).read_text(encoding="utf-8").splitlines()
    today = datetime.datetime.now(tz=datetime.UTC).date()
    assert (
        f'by: headteacher, date: {today}, because: "It says “who”, and [[role:staff]] know: that is enough"' in lines[4]
    )


def test_what_one_person_clears_leaves_the_lines_of_others_alone(handbook: Path) -> None:
    before = (handbook / REVIEWS).read_text(encoding="utf-8").splitlines()
    change(handbook, POLICY, "duty: must", "duty: should")
    run(handbook, "review", ITEM, *LOOKED)
    after = (handbook / REVIEWS).read_text(encoding="utf-8").splitlines()
    assert len(before) == len(after) == 6
    assert [old for old, new in zip(before, after, strict=True) if old != new] == [before[4]]


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ((ITEM, "--by", "headteacher"), "--because REASON"),
        ((ITEM, "--by", "heedteacher", "--because", "It fits."), "Write headteacher."),
        (("before-a-post#aks", *LOOKED), f"Write {ITEM}."),
    ],
)
def test_nothing_is_cleared_without_who_why_and_what(arguments: tuple[str, ...], answer: str, handbook: Path) -> None:
    change(handbook, POLICY, "duty: must", "duty: should")
    assert answer in run(handbook, "review", *arguments, status=WRONG_USAGE)
    assert suspect(handbook) != []
